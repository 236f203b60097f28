// A finding about a text that lies in another one, or is a part of it: the same finding at the places there.
import type { Location } from '../text/range.ts';
import type { Diagnostic } from './diagnostic.ts';

/** The diagnostic and its notes at the places that `locate` gives; all else stays. */
export function relocate(diagnostic: Diagnostic, locate: (location: Location) => Location): Diagnostic {
  const notes = diagnostic.notes?.map((note) => (note.location ? { ...note, location: locate(note.location) } : note));
  return { ...diagnostic, location: locate(diagnostic.location), ...(notes ? { notes } : {}) };
}

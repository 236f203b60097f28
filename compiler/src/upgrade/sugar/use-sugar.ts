// Sugar in the place of what was written by hand: only when it is asked for, and only where the same machine comes of it. What
// could be replaced and is not, is told with the reason.
import type { Document } from '../../document.ts';
import type { Host } from '../../host.ts';
import type { UpgradeRemark } from '../remark.ts';
import { look } from './attempt.ts';
import { useInline } from './inline.ts';
import { useMountUnits } from './mount-unit.ts';
import { useQuadlets } from './quadlet.ts';

/** The document with sugar; `notes` are taken along to their new places. */
export function useSugar(
  document: Document,
  host: Host,
  notes: readonly UpgradeRemark[],
): { readonly document: Document; readonly notes: readonly UpgradeRemark[] } {
  const state = look(document, host, notes);
  if (state === undefined || state.diagnostics.some(({ severity }) => severity === 'error')) return { document, notes };
  // A quadlet has no data URLs, so that these have to be texts first.
  return useQuadlets(useInline(useMountUnits(state, host), host), host);
}

// When findings are made and how they get to the client: pushed after a pause in typing, or asked for. Work that a newer version
// has overtaken is dropped. Never decides what a finding is.
import type { Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import type { Diagnostic } from '../../compiler/src/editor/index.ts';
import { documentNotice, toDiagnostics } from './convert.ts';
import type { Session } from './session.ts';
import { longestText, type Snapshot } from './snapshot.ts';

/** What the flow does to the world; the server binds it to its connection. */
export interface FlowPort {
  publish(uri: string, version: number | undefined, diagnostics: readonly LspDiagnostic[]): void;
  /** Asks the client to ask again. */
  refresh(): void;
  outputChanged(uris: readonly string[]): void;
  now(): number;
  later(milliseconds: number, work: () => void): () => void;
  /** Runs work whose failure must not take the server down. */
  guard(name: string, work: () => void | Promise<void>): Promise<void>;
}

/** A pause this short nobody feels, and it spares the work for every letter of a word. */
const shortestDelay = 10;

export class DiagnosticsFlow {
  readonly #session: Session;
  readonly #port: FlowPort;
  readonly #waiting = new Map<string, () => void>();
  /** By config: its findings in other files. */
  readonly #elsewhere = new Map<string, ReadonlyMap<string, readonly Diagnostic[]>>();
  /** Files that have findings at the client because we pushed them: nobody else takes those away. */
  readonly #pushed = new Set<string>();

  constructor(session: Session, port: FlowPort) {
    this.#session = session;
    this.#port = port;
  }

  get #pushes(): boolean {
    const { settings, client } = this.#session;
    if (settings.diagnostics === 'auto') return !client.pullsDiagnostics;
    return settings.diagnostics === 'push';
  }

  /** A document is to be judged. A long one waits as long as its last judgement took, so that typing stays fluent. */
  changed(snapshot: Snapshot, isNew: boolean): void {
    const { uri } = snapshot;
    this.#waiting.get(uri)?.();
    const delay = isNew ? 0 : Math.min(Math.max(shortestDelay, snapshot.lastCost), this.#session.settings.mostDelay);
    const cancel = this.#port.later(delay, () => {
      this.#waiting.delete(uri);
      void this.#port.guard('diagnostics', () => this.#judge(uri));
    });
    this.#waiting.set(uri, cancel);
  }

  async #judge(uri: string): Promise<void> {
    const snapshot = this.#session.get(uri);
    if (snapshot === undefined) return;
    if (snapshot.kind === 'other') {
      this.#publishFile(uri);
      return;
    }
    const start = this.#port.now();
    const found = await this.#session.findings(snapshot);
    // Overtaken by a newer text, which has work of its own waiting.
    if (this.#session.get(uri) !== snapshot) return;
    snapshot.lastCost = this.#port.now() - start;
    if (this.#pushes) this.#publish(snapshot.uri, shownIn(snapshot, found, this.#session));
    else this.#retract(snapshot.uri);
    this.#publishElsewhere(snapshot.uri, found);
    if (snapshot.kind === 'butane') this.#port.outputChanged([snapshot.uri]);
  }

  /** Findings in local files of a config, which no one asks for: the files may be of any language. */
  #publishElsewhere(from: string, found: readonly Diagnostic[]): void {
    const before = this.#elsewhere.get(from) ?? new Map<string, readonly Diagnostic[]>();
    const now = new Map<string, readonly Diagnostic[]>();
    if (this.#session.settings.diagnostics !== 'off') {
      for (const diagnostic of found) {
        const { uri } = diagnostic.location;
        if (uri !== from) now.set(uri, [...(now.get(uri) ?? []), diagnostic]);
      }
    }
    if (now.size > 0) this.#elsewhere.set(from, now);
    else this.#elsewhere.delete(from);
    for (const uri of new Set([...before.keys(), ...now.keys()])) this.#publishFile(uri);
  }

  /** All findings in one file from all configs that use it. */
  #publishFile(uri: string): void {
    const snapshot = this.#session.find(uri);
    const all = [...this.#elsewhere.values()].flatMap((files) => files.get(uri) ?? []);
    // A config that is open has all its findings in one list, which comes another way.
    const isOwn = snapshot !== undefined && snapshot.kind !== 'other';
    if (isOwn && !this.#pushes) this.#retract(uri);
    if (isOwn && (this.#session.get(uri) !== undefined || !this.#pushes)) return;
    this.#publish(uri, snapshot ? toDiagnostics(snapshot.text, distinct(all), this.#session) : []);
  }

  #publish(uri: string, diagnostics: readonly LspDiagnostic[]): void {
    if (diagnostics.length > 0) this.#pushed.add(uri);
    else this.#pushed.delete(uri);
    this.#port.publish(uri, this.#session.get(uri)?.text.version, diagnostics);
  }

  #retract(uri: string): void {
    if (this.#pushed.has(uri)) this.#publish(uri, []);
  }

  /** Something that these documents read has changed. */
  outdated(snapshots: readonly Snapshot[]): void {
    for (const snapshot of snapshots) this.changed(snapshot, true);
    if (snapshots.length > 0 && !this.#pushes) this.#port.refresh();
  }

  closed(uri: string): void {
    this.#waiting.get(uri)?.();
    this.#waiting.delete(uri);
    if (this.#pushes) this.#publish(uri, []);
    else this.#retract(uri);
    this.#publishElsewhere(uri, []);
  }

  stop(): void {
    for (const cancel of this.#waiting.values()) cancel();
    this.#waiting.clear();
  }
}

/** The findings of one document as the client can show them. */
export async function diagnosticsOf(snapshot: Snapshot, session: Session): Promise<readonly LspDiagnostic[]> {
  return shownIn(snapshot, await session.findings(snapshot), session);
}

function shownIn(snapshot: Snapshot, found: readonly Diagnostic[], session: Session): readonly LspDiagnostic[] {
  if (session.settings.diagnostics === 'off') return [];
  if (snapshot.isTooLong) {
    const limit = Math.floor(longestText / 1_000_000);
    return [documentNotice(`this text is longer than ${limit} million characters and is not looked into`)];
  }
  const own = found.filter(({ location }) => location.uri === snapshot.uri);
  return toDiagnostics(snapshot.text, own, session);
}

/** Two configs may use one file and find the same in it. */
function distinct(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return found.filter(({ code, message, location }) => {
    const identity = `${code} ${location.range.start} ${location.range.end} ${message}`;
    return !seen.has(identity) && seen.add(identity);
  });
}

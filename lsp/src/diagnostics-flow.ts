// When findings are made and how they get to the client: pushed after a pause in typing, or asked for. Work that a newer version
// has overtaken is dropped. Never decides what a finding is.
import type { Diagnostic as LspDiagnostic } from 'vscode-languageserver';
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
  guard(name: string, work: () => void): void;
}

/** A pause this short nobody feels, and it spares the work for every letter of a word. */
const shortestDelay = 10;

export class DiagnosticsFlow {
  readonly #session: Session;
  readonly #port: FlowPort;
  readonly #waiting = new Map<string, () => void>();

  constructor(session: Session, port: FlowPort) {
    this.#session = session;
    this.#port = port;
  }

  get #pushes(): boolean {
    const { settings, client } = this.#session;
    if (settings.diagnostics === 'auto') return !client.pullsDiagnostics;
    return settings.diagnostics === 'push';
  }

  /** A document has a new text. A long one waits as long as its last judgement took, so that typing stays fluent. */
  changed(snapshot: Snapshot, isNew: boolean): void {
    const { uri } = snapshot;
    this.#waiting.get(uri)?.();
    const delay = isNew ? 0 : Math.min(Math.max(shortestDelay, snapshot.lastCost), this.#session.settings.mostDelay);
    const cancel = this.#port.later(delay, () => {
      this.#waiting.delete(uri);
      this.#port.guard('diagnostics', () => this.#judge(uri));
    });
    this.#waiting.set(uri, cancel);
  }

  #judge(uri: string): void {
    const snapshot = this.#session.get(uri);
    if (snapshot === undefined) return;
    if (this.#pushes) this.#port.publish(snapshot.uri, snapshot.text.version, this.diagnosticsOf(snapshot));
    if (snapshot.kind === 'butane') this.#port.outputChanged([snapshot.uri]);
  }

  /** The findings of a document, made when they have not been yet. */
  diagnosticsOf(snapshot: Snapshot): readonly LspDiagnostic[] {
    return diagnosticsOf(snapshot, this.#session, () => this.#port.now());
  }

  /** Something that these documents read has changed. */
  outdated(snapshots: readonly Snapshot[]): void {
    for (const snapshot of snapshots) this.changed(snapshot, true);
    if (snapshots.length > 0 && !this.#pushes) this.#port.refresh();
  }

  closed(uri: string): void {
    this.#waiting.get(uri)?.();
    this.#waiting.delete(uri);
    if (this.#pushes) this.#port.publish(uri, undefined, []);
  }

  stop(): void {
    for (const cancel of this.#waiting.values()) cancel();
    this.#waiting.clear();
  }
}

/** The findings of one document as the client can show them. */
export function diagnosticsOf(
  snapshot: Snapshot,
  session: Session,
  now: () => number = () => 0,
): readonly LspDiagnostic[] {
  if (session.settings.diagnostics === 'off') return [];
  if (snapshot.isTooLong) {
    const limit = Math.floor(longestText / 1_000_000);
    return [documentNotice(`this text is longer than ${limit} million characters and is not looked into`)];
  }
  const isNew = !snapshot.isInspected;
  const start = now();
  const { diagnostics } = snapshot.inspection;
  const own = diagnostics.filter(({ location }) => location.uri === snapshot.uri);
  const found = toDiagnostics(snapshot.text, own, session);
  if (isNew) snapshot.lastCost = now() - start;
  return found;
}

// The editor around the panel: messages to it, words in its language, and what is kept while the panel is hidden.
import type { FromPanel, Strings } from '../src/preview/messages.ts';

interface Api {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: PanelState): void;
}

export interface PanelState {
  readonly tab: string;
}

declare function acquireVsCodeApi(): Api;

const api = acquireVsCodeApi();
let strings: Strings = {};

export function send(message: FromPanel): void {
  api.postMessage(message);
}

export function keptState(): Partial<PanelState> {
  return (api.getState() as PanelState | undefined) ?? {};
}

export function keep(state: PanelState): void {
  api.setState(state);
}

export function setStrings(words: Strings): void {
  strings = words;
}

/** A text by its name, with what is to stand for `{0}`, `{1}`. */
export function text(name: string, ...values: readonly (string | number)[]): string {
  const pattern = strings[name] ?? name;
  return pattern.replace(/\{(\d)\}/g, (hole, index: string) => String(values[Number(index)] ?? hole));
}

// Values in one line of text, for `explain` and `diff`. Secrets are not shown: reports end up in logs and pull requests.
import type { OutNode, OutObject } from '../../src/output/nodes.ts';
import { type Payload, payloadOf } from '../../src/project/payload.ts';
import { escapeControls } from '../../src/render/escape.ts';
import { gunzip } from './compare.ts';

const longest = 72;

/** `path` ends with the name of the field, in the names of Ignition JSON. */
export function showNode(value: OutNode, path: string): string {
  switch (value.kind) {
    case 'text':
      return showText(value.value, path);
    case 'int':
      return path.endsWith('mode') ? `0${value.value.toString(8)}` : String(value.value);
    case 'bool':
      return String(value.value);
    case 'list':
      return `[${value.items.map((item) => showNode(item, path)).join(', ')}]`;
    case 'map':
      return `{${[...value.entries].map(([key, text]) => `${key}: ${text.value}`).join(', ')}}`;
    case 'object':
      return showObject(value);
  }
}

function showText(text: string, path: string): string {
  if (/passwordHash$|keyFile/.test(path)) return '(secret)';
  if (/^data:/i.test(text))
    return showPayload(payloadOf({ kind: 'object', fields: { source: asText(text) }, origin: nowhere }, gunzip));
  const line = text.includes('\n') ? `${text.split('\n', 1)[0]} … (${text.split('\n').length - 1} lines)` : text;
  const shown = line.length > longest ? `${line.slice(0, longest)}…` : line;
  return escapeControls(JSON.stringify(shown));
}

/** `(93 bytes)`. */
export function showPayload(payload: Payload | undefined): string {
  return payload === undefined ? '(data)' : `(${payload.bytes.length} bytes)`;
}

function showObject({ fields }: OutObject): string {
  const count = Object.values(fields).filter((field) => field !== undefined).length;
  return `{${count} ${count === 1 ? 'field' : 'fields'}}`;
}

const nowhere: OutNode['origin'] = {
  location: { uri: '', range: { start: 0, end: 0 } },
  path: [],
  at: () => ({ location: { uri: '', range: { start: 0, end: 0 } }, path: [] }),
};

function asText(value: string): OutNode {
  return { kind: 'text', value, origin: nowhere };
}

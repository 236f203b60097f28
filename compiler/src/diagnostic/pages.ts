// The pages of the codes as Markdown: what `kindling rules` shows, what is published, what SARIF viewers display. Made of the
// definitions alone; never adds a fact of its own.
import type { DiagnosticDefinition } from './definition.ts';

/** A page with its place below `dist/`. */
export interface RulePage {
  readonly path: string;
  readonly text: string;
}

/** One page for each code, and the list of all. */
export function rulePages(definitions: readonly DiagnosticDefinition[]): readonly RulePage[] {
  const pages = definitions.map((definition) => ({
    path: `docs/rules/${definition.code}.md`,
    text: rulePage(definition),
  }));
  return [{ path: 'docs/rules/README.md', text: ruleList(definitions) }, ...pages];
}

/** The page of one code. Ends in a line feed. */
export function rulePage({ code, severity, docs }: DiagnosticDefinition): string {
  const head = [`# ${code}`, '', `*${severityWords[severity]}*`, ''];
  const body = ['## What', '', docs.what, '', '## Why', '', docs.why, '', '## How to mend it', '', docs.fix];
  const hide = severity === 'error' ? [] : ['', '## How to hide it', '', hideAdvice(code)];
  return `${[...head, ...body, ...hide].join('\n')}\n`;
}

const severityWords = {
  error: 'Error: the config is refused.',
  warning: 'Warning: the config is accepted.',
  note: 'Note: for your information.',
} as const;

function hideAdvice(code: string): string {
  return [
    `Write \`# kindling-disable ${code}\` at the end of the line or alone above it, \`# kindling-disable-file ${code}\` at the`,
    `top of the file, or call \`kindling check --ignore ${code}\`. It stays visible in \`kindling compile\`.`,
  ].join('\n');
}

/** The table of all codes. */
export function ruleList(definitions: readonly DiagnosticDefinition[]): string {
  const rows = definitions.map(({ code, severity, docs }) => {
    return `| [\`${code}\`](${code}.md) | ${severity} | ${cell(docs.what)} |`;
  });
  return `${['# Diagnostics of Kindling', '', '| Code | Severity | What |', '| --- | --- | --- |', ...rows].join('\n')}\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

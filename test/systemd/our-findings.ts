// What Kindling says of a single unit file, as comparable findings. systemd names the last line of a value that goes on.
import type { InnerFinding } from '../../compiler/src/embedded/language.ts';
import { systemdLanguage } from '../../compiler/src/embedded/systemd/service.ts';
import { unitFileName } from '../../compiler/src/embedded/unit-syntax/unit-file-name.ts';
import type { UnitView } from '../../compiler/src/embedded/unit-syntax/view.ts';
import { viewOfText } from '../../compiler/src/embedded/unit-syntax/views.ts';
import { runOnProject } from '../../compiler/src/lint/run-project-rules.ts';
import { LineIndex } from '../../compiler/src/text/line-index.ts';
import type { ComparableFinding, FindingKind } from './finding.ts';
import type { UnitInput } from './systemd-verify.ts';

const kinds: { readonly [code: string]: FindingKind } = {
  'unit-header-invalid': 'syntax',
  'unit-line-stray': 'syntax',
  'unit-outside-section': 'syntax',
  'unit-section-unknown': 'unknown-section',
  'unit-section-unsupported': 'unknown-section',
  'unit-directive-unknown': 'unknown-directive',
  'unit-directive-misplaced': 'unknown-directive',
  'unit-directive-too-new': 'unknown-directive',
  'unit-directive-removed': 'obsolete',
  'unit-directive-obsolete': 'obsolete',
  'unit-value-obsolete': 'obsolete',
};

/** A project that knows of nothing but its one file. */
const alone = {
  scope: { manager: 'system' as const },
  shipped: new Set<string>(),
  fileModes: new Map<string, number>(),
};

export interface OurFinding extends ComparableFinding {
  readonly code: string;
  readonly severity: string;
}

/** All warnings and errors; hints are for nobody to compare. */
export function ourFindings({ name, text }: UnitInput, systemd: number): readonly OurFinding[] {
  const input = { path: `/etc/systemd/system/${name}`, text };
  const view = viewOfText(input);
  const inner = systemdLanguage.diagnose(input, { systemd });
  const { unit, type, template, instance } = unitFileName(input.path);
  const own = {
    name: unit,
    type,
    template,
    instance,
    own: view,
    dropins: [],
    enabled: undefined,
    isMasked: false,
    isInConfig: true,
    isElsewhere: false,
    isLinked: false,
  };
  const units = new Map([[unit, own]]);
  const project = { units, quadlets: new Map(), generated: new Map(), isKnown: () => true, isOpen: false, ...alone };
  const whole = runOnProject(project, { systemd }).map(({ finding }) => finding);
  const lines = new LineIndex(text);
  return [
    ...inner.map((each) => comparable(each, view, lines, false)),
    ...whole.map((each) => comparable(each, view, lines, true)),
  ].filter(({ severity }) => severity !== 'note');
}

function comparable(finding: InnerFinding, view: UnitView, lines: LineIndex, isWhole: boolean): OurFinding {
  const { definition, range, message } = finding;
  const { code } = definition;
  const severity = finding.severity ?? definition.severity;
  if (isWhole) return { line: 0, kind: 'unit', message, code, severity };
  return { line: lastLine(range.start, view, lines), kind: kinds[code] ?? 'value', message, code, severity };
}

/** The line on which what begins at an offset ends, as systemd counts: with all lines that are carried on. */
function lastLine(start: number, { tree }: UnitView, lines: LineIndex): number {
  const { text } = tree;
  const assignment = tree.sections
    .flatMap(({ assignments }) => assignments)
    .find(({ range }) => range.start <= start && start <= range.end);
  let { line } = lines.at(assignment?.range.start ?? start);
  const all = text.split('\n');
  for (let isOpen = endsOpen(all[line - 1] ?? ''); isOpen && line < all.length; ) {
    line++;
    const next = all[line - 1] ?? '';
    isOpen = /^\s*[#;]/.test(next) || endsOpen(next);
  }
  return Math.min(line, all.at(-1) === '' ? all.length - 1 : all.length);
}

function endsOpen(line: string): boolean {
  return ((/\\+$/.exec(line)?.[0].length ?? 0) & 1) === 1;
}

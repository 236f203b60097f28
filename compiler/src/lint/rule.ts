// What a lint is: a page, what it looks at, and what it finds. A lint is our own opinion or that of a program which reads the
// config later; it can be switched off, and it never decides whether a config compiles. One file a rule, in `rules/`.
import type { DiagnosticDefinition } from '../diagnostic/definition.ts';
import type { Severity } from '../diagnostic/diagnostic.ts';
import type { InnerFinding, InnerNote, Releases } from '../embedded/language.ts';
import type { UnitView } from '../embedded/unit-syntax/view.ts';
import type { SourceRange } from '../text/range.ts';
import type { Project } from './project.ts';
import type { ProjectUnit } from './project-unit.ts';

export interface FindingExtras {
  readonly severity?: Severity;
  readonly notes?: readonly InnerNote[];
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface TextContext {
  readonly releases: Releases;
  report(range: SourceRange, message: string, extras?: FindingExtras): void;
}

export type TextLanguage = 'systemd' | 'quadlet';

/** A rule about one text by itself. */
export interface TextRule extends DiagnosticDefinition {
  readonly kind: 'text';
  readonly of: readonly TextLanguage[];
  readonly check: (view: UnitView, context: TextContext) => void;
}

export interface UnitContext extends Omit<TextContext, 'report'> {
  /** A finding in the unit's own text or in that of one of its drop-ins. */
  report(at: UnitPlace, message: string, extras?: FindingExtras): void;
}

/** A place in one of a unit's texts. */
export interface UnitPlace {
  readonly view: UnitView;
  readonly range: SourceRange;
}

/** A rule about a unit with its drop-ins: what systemd makes of all of them together. */
export interface UnitRule extends DiagnosticDefinition {
  readonly kind: 'unit';
  readonly of: readonly TextLanguage[];
  readonly check: (unit: ProjectUnit, context: UnitContext) => void;
}

export type ProjectContext = UnitContext;

/** A rule about all units together. */
export interface ProjectRule extends DiagnosticDefinition {
  readonly kind: 'project';
  readonly check: (project: Project, context: ProjectContext) => void;
}

export type Rule = TextRule | UnitRule | ProjectRule;

/** Keeps the type of a rule; the object is the rule. */
export function textRule(rule: Omit<TextRule, 'kind'>): TextRule {
  return { kind: 'text', ...rule };
}

export function unitRule(rule: Omit<UnitRule, 'kind'>): UnitRule {
  return { kind: 'unit', ...rule };
}

export function projectRule(rule: Omit<ProjectRule, 'kind'>): ProjectRule {
  return { kind: 'project', ...rule };
}

/** Nobody reads more of one text. */
const mostFindings = 1000;

/** Runs the rules that are about a text by itself. */
export function runTextRules(
  rules: readonly TextRule[],
  language: TextLanguage,
  view: UnitView,
  releases: Releases,
): readonly InnerFinding[] {
  const found: InnerFinding[] = [];
  for (const rule of rules) {
    if (!rule.of.includes(language)) continue;
    const definition = definitionOf(rule);
    rule.check(view, {
      releases,
      report: (range, message, extras = {}) => {
        if (found.length < mostFindings) found.push({ definition, range, message, ...extras });
      },
    });
  }
  return found;
}

/** The page of a rule, without what it does. */
export function definitionOf({ code, severity, docs }: DiagnosticDefinition): DiagnosticDefinition {
  return { code, severity, docs };
}

/** Those of all rules that are about a text by itself. */
export function textRulesOf(rules: readonly Rule[]): readonly TextRule[] {
  return rules.filter((rule) => rule.kind === 'text');
}

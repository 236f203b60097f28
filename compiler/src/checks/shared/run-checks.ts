// The engine of the checks: one walk over the config, along the paths that checks of this side and spec are about.
import { isOpen, type Point } from '../../../../spec/gate.ts';
import type { Field } from '../../../../spec/model.ts';
import { config as configSpec } from '../../../../spec/shapes/config.ts';
import type { Config } from '../../config.ts';
import { type DiagnosticPlace, report } from '../../diagnostic/definition.ts';
import type { Diagnostic, Path } from '../../diagnostic/diagnostic.ts';
import type { OutNode } from '../../output/nodes.ts';
import type { Check, CheckContext, CheckSide, Look } from './check.ts';

/** Runs all checks of one side that are open at `point`. `earlier`: what the stages before have found. */
export function runChecks(
  checks: readonly Check[],
  config: Config,
  side: CheckSide,
  point: Point,
  raw: boolean,
  earlier: readonly Diagnostic[] = [],
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const base = { config, point, raw, isFaulty: faultFinder(earlier) };
  // One context a check, not one a value: there can be hundreds of thousands of values. Most checks have none to look at.
  const contexts = new Map<Check, CheckContext>();
  const run: Run = ({ check, look }, value) => {
    let context = contexts.get(check);
    if (context === undefined) {
      context = contextOf(check, base, diagnostics);
      contexts.set(check, context);
    }
    look.run(value, context);
  };
  walk(config, planOf(checks, side, point), run);
  return yielded(diagnostics, checks);
}

/** `diagnostics`, each once, without those that yield. */
function yielded(diagnostics: readonly Diagnostic[], checks: readonly Check[]): readonly Diagnostic[] {
  if (diagnostics.length < 2) return diagnostics;
  const said = new Set<string>();
  return withoutYielding(diagnostics, checks).filter(({ code, path, message }) => {
    // One sugar can make the same mistake in many places, and all of them are one in the source.
    const identity = keyOf([code, message, ...path]);
    return !said.has(identity) && said.add(identity);
  });
}

/** `diagnostics` without those of `checks` that yield to another one at the same place. */
export function withoutYielding(diagnostics: readonly Diagnostic[], checks: readonly Check[]): readonly Diagnostic[] {
  const rules = new Map(checks.map((check) => [check.code, check.yieldsTo]));
  const marked = new Set(diagnostics.map(({ code, path }) => keyOf([code, ...path])));
  return diagnostics.filter(({ code, path }) => {
    return rules.get(code)?.some((stronger) => marked.has(keyOf([stronger, ...path]))) !== true;
  });
}

/** Looks paths up among all that an error stands at or below. */
function faultFinder(earlier: readonly Diagnostic[]): CheckContext['isFaulty'] {
  let faulty: Set<string> | undefined;
  return (path) => {
    faulty ??= new Set(
      earlier
        .filter(({ severity }) => severity === 'error')
        .flatMap((error) => Array.from({ length: error.path.length + 1 }, (_, end) => keyOf(error.path.slice(0, end)))),
    );
    return faulty.has(keyOf(path));
  };
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

/** What sugar makes of something faulty is faulty too; to say so would say it twice. */
function isConsequence(at: OutNode | DiagnosticPlace, isFaulty: CheckContext['isFaulty']): boolean {
  return 'origin' in at && at.origin.by !== undefined && isFaulty(sugarScope(at.origin.path));
}

/** The list item in which a sugar stands; a whole section where that is nothing but sugar. */
function sugarScope(path: Path): Path {
  const [section] = path;
  if (typeof section === 'string' && sections[section]?.sourceOnly) return [section];
  const item = path.findIndex((step) => typeof step === 'number');
  return item < 0 ? path : path.slice(0, item + 1);
}

const sections: { readonly [name: string]: Field | undefined } = configSpec.fields;

function contextOf(check: Check, base: Omit<CheckContext, 'report'>, diagnostics: Diagnostic[]): CheckContext {
  const { severityWhere } = check;
  const severity = severityWhere && isOpen(severityWhere.gate, base.point) ? severityWhere.severity : check.severity;
  return {
    ...base,
    report(at, message, extras) {
      const place: DiagnosticPlace = 'origin' in at ? at.origin.at() : at;
      if (place.damaged || isConsequence(at, base.isFaulty)) return;
      diagnostics.push(report(check, place, message, { severity, ...extras }));
    },
  };
}

/** One look of an open check. */
interface Task {
  readonly check: Check;
  readonly look: Look;
}

type Run = (task: Task, value: OutNode) => void;

/** The paths of all tasks as a tree. */
interface Plan {
  readonly tasks: Task[];
  readonly members: Map<string, Plan>;
  items: Plan | undefined;
}

const plans = new WeakMap<readonly Check[], WeakMap<Point, { source?: Plan; output?: Plan }>>();

function planOf(checks: readonly Check[], side: CheckSide, point: Point): Plan {
  let byPoint = plans.get(checks);
  if (byPoint === undefined) {
    byPoint = new WeakMap();
    plans.set(checks, byPoint);
  }
  let bySide = byPoint.get(point);
  if (bySide === undefined) {
    bySide = {};
    byPoint.set(point, bySide);
  }
  bySide[side] ??= makePlan(tasksOf(checks, side, point));
  return bySide[side];
}

function tasksOf(checks: readonly Check[], side: CheckSide, point: Point): readonly Task[] {
  const open = checks.filter((check) => isOpen(check.gate, point));
  const tasks = open.flatMap((check) => check.looks.map((look): Task => ({ check, look })));
  return tasks.filter(({ look }) => look.side === side);
}

function makePlan(tasks: readonly Task[]): Plan {
  const root = emptyPlan();
  for (const task of tasks) {
    for (const path of task.look.on) {
      let plan = root;
      for (const step of path === '' ? [] : path.split('.')) plan = descend(plan, step);
      plan.tasks.push(task);
    }
  }
  return root;
}

function descend(plan: Plan, step: string): Plan {
  const name = step.replace('[]', '');
  let next = plan.members.get(name);
  if (next === undefined) {
    next = emptyPlan();
    plan.members.set(name, next);
  }
  if (!step.endsWith('[]')) return next;
  next.items ??= emptyPlan();
  return next.items;
}

function emptyPlan(): Plan {
  return { tasks: [], members: new Map(), items: undefined };
}

function walk(value: OutNode, plan: Plan, run: Run): void {
  for (const task of plan.tasks) run(task, value);
  if (value.kind === 'object') {
    for (const [name, next] of plan.members) {
      const member = value.fields[name];
      if (member !== undefined) walk(member, next, run);
    }
  } else if (value.kind === 'list' && plan.items) {
    for (const item of value.items) walk(item, plan.items, run);
  }
}

// The engine of the checks: one walk over the config, along the paths that checks of this side and spec are about.
import { isOpen, type Point } from '../../../../spec/gate.ts';
import type { Config } from '../../config.ts';
import { type DiagnosticPlace, report } from '../../diagnostic/definition.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { OutNode } from '../../output/nodes.ts';
import type { Check, CheckContext, CheckSide, Look } from './check.ts';

/** Runs all checks of one side that are open at `point`. */
export function runChecks(
  checks: readonly Check[],
  config: Config,
  side: CheckSide,
  point: Point,
  raw: boolean,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const base = { config, point, raw };
  const run: Run = ({ check, look }, value) => look.run(value, contextOf(check, base, diagnostics));
  walk(config, planOf(checks, side, point), run);
  return diagnostics;
}

function contextOf(check: Check, base: Omit<CheckContext, 'report'>, diagnostics: Diagnostic[]): CheckContext {
  const { severityWhere } = check;
  const severity = severityWhere && isOpen(severityWhere.gate, base.point) ? severityWhere.severity : check.severity;
  return {
    ...base,
    report(at, message, extras) {
      const place: DiagnosticPlace = 'origin' in at ? at.origin.at() : at;
      if (!place.damaged) diagnostics.push(report(check, place, message, { severity, ...extras }));
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

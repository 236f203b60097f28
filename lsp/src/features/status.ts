// In few words how a config is, for status bars: its spec, its findings, how long its output is, which targets it takes part in.
import { bytesOfFile, printMerged } from '../../../compiler/src/editor/index.ts';
import { type Feature, request } from '../feature.ts';
import { sameUri } from '../files.ts';
import type { KnownTarget } from '../projects.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../snapshot.ts';
import { type StatusParams, type StatusResult, statusRequest, type TargetStatus } from '../status-protocol.ts';
import type { TargetName } from '../targets-protocol.ts';

function statusOf(snapshot: Snapshot, wanted: TargetName | undefined, session: Session): StatusResult {
  const { config } = snapshot.inspection;
  const { written } = snapshot;
  const targets = session.projects.targetsOf(snapshot.uri);
  const shown = targets.length === 1 ? targets[0] : targets.find((target) => isSame(target, wanted));
  return {
    version: snapshot.text.version,
    errors: snapshot.count('error'),
    warnings: snapshot.count('warning'),
    targets: targets.map(nameOf),
    ...(config === undefined ? {} : { spec: `${config.spec.variant} ${config.spec.version}` }),
    ...(written === undefined ? {} : { size: bytesOfFile(written.text) }),
    ...(shown === undefined ? {} : { target: targetStatus(shown, session) }),
  };
}

function isSame(target: KnownTarget, wanted: TargetName | undefined): boolean {
  return target.target.name === wanted?.name && sameUri(target.project) === sameUri(wanted.project);
}

function nameOf({ target, project }: KnownTarget): TargetName {
  return { name: target.name, project };
}

function targetStatus(target: KnownTarget, session: Session): TargetStatus {
  const { result } = session.projects.mergeOf(target).merged;
  if (result === undefined) return nameOf(target);
  return { ...nameOf(target), size: bytesOfFile(printMerged(result, target.target.format).text) };
}

export default {
  name: 'status',
  capabilities: () => ({}),
  requests: [
    request(statusRequest, ({ textDocument, target }: StatusParams, { session }): StatusResult | null => {
      const snapshot = session.find(textDocument.uri);
      if (snapshot === undefined || snapshot.kind !== 'butane' || snapshot.isTooLong) return null;
      return statusOf(snapshot, target, session);
    }),
  ],
} satisfies Feature;

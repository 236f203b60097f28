// The machine that a config describes, as plain data to compare: what is printed, without what differs between Ignition versions
// in form alone (a zero value that is spelled out, the encoding of embedded contents, the version itself).
import type { Point } from '../../../spec/gate.ts';
import { config as configSpec } from '../../../spec/shapes/config.ts';
import type { Config } from '../config.ts';
import type { Origin } from '../diagnostic/origin.ts';
import { decodeDataUrl } from '../output/data-url.ts';
import { withFields } from '../output/make.ts';
import type { OutNode } from '../output/nodes.ts';
import type { PrintNode } from '../output/print-node.ts';
import { printable } from '../output/printable.ts';

/** A value of the machine; absent, null, "" and empty collections are all `undefined`. */
export type MachineNode =
  | { readonly kind: 'value'; readonly text: string; readonly origin: Origin | undefined }
  | { readonly kind: 'list'; readonly items: readonly (MachineNode | undefined)[]; readonly origin: Origin | undefined }
  | {
      readonly kind: 'object';
      readonly members: ReadonlyMap<string, MachineNode>;
      readonly origin: Origin | undefined;
    };

export interface MachineDifference {
  /** In the names of Ignition JSON, indices as `[]`: `systemd.units[].contents`. */
  readonly path: string;
  readonly before: MachineNode | undefined;
  readonly after: MachineNode | undefined;
}

/** The machine of an analyzed config. */
export function machineOf(output: Config, point: Point): MachineNode | undefined {
  const bare = withFields(output, { metadata: undefined, openshift: undefined });
  const ignition = normal(printable(bare, configSpec, point));
  const members = new Map(ignition?.kind === 'object' ? ignition.members : []);
  const own = output.fields.openshift?.fields ?? {};
  for (const [name, value] of [
    ['extensions', own.extensions],
    ['fips', own.fips],
    ['kernelType', own.kernel_type],
  ] as const) {
    const node = value && ofOutNode(value);
    if (node && !(node.kind === 'value' && node.text === 'boolean false')) members.set(name, node);
  }
  return withKernelArguments(members, own.kernel_arguments && ofOutNode(own.kernel_arguments), output.origin);
}

/** Where kernel arguments stand is a matter of the variant; what they are is the machine's. */
function withKernelArguments(
  members: Map<string, MachineNode>,
  added: MachineNode | undefined,
  origin: Origin,
): MachineNode | undefined {
  if (added?.kind === 'list') {
    const section = members.get('kernelArguments');
    const inner = new Map(section?.kind === 'object' ? section.members : []);
    const present = inner.get('shouldExist');
    const items = [...(present?.kind === 'list' ? present.items : []), ...added.items];
    inner.set('shouldExist', { kind: 'list', items, origin: added.origin });
    members.set('kernelArguments', { kind: 'object', members: inner, origin: added.origin });
  }
  return members.size === 0 ? undefined : { kind: 'object', members, origin };
}

function ofOutNode(node: OutNode): MachineNode | undefined {
  switch (node.kind) {
    case 'text':
    case 'int':
    case 'bool':
      return node.value === ''
        ? undefined
        : { kind: 'value', text: valueText(node.value, undefined), origin: node.origin };
    case 'list': {
      if (node.items.length === 0) return undefined;
      return { kind: 'list', items: node.items.map(ofOutNode), origin: node.origin };
    }
    default:
      return undefined;
  }
}

function normal(node: PrintNode): MachineNode | undefined {
  switch (node.kind) {
    case 'scalar':
      // What has no origin is a zero value that nobody wrote.
      if (node.value === null || node.value === '' || node.origin === undefined) return undefined;
      return { kind: 'value', text: valueText(node.value, node.bytes), origin: node.origin };
    case 'list':
      if (node.items.length === 0) return undefined;
      return { kind: 'list', items: node.items.map(normal), origin: node.origin };
    case 'object': {
      const members = new Map<string, MachineNode>();
      for (const { key, value } of node.members) {
        const member = normal(value);
        if (member !== undefined) members.set(key, member);
      }
      return members.size === 0 ? undefined : { kind: 'object', members, origin: node.origin };
    }
  }
}

/** A data URL stands for its bytes, however they are encoded. */
function valueText(value: string | number | bigint | boolean, bytes: Uint8Array | undefined): string {
  if (bytes !== undefined) return `bytes ${bytes.join(' ')}`;
  if (typeof value !== 'string' || !value.startsWith('data:')) return `${typeof value} ${value}`;
  const decoded = decodeDataUrl(value);
  return 'bytes' in decoded ? `data ${decoded.bytes.join(' ')}` : `string ${value}`;
}

/** Every place in which two machines differ, as deep as it goes. */
export function compareMachines(
  before: MachineNode | undefined,
  after: MachineNode | undefined,
  path = '',
): readonly MachineDifference[] {
  if (before === undefined && after === undefined) return [];
  if (path === 'ignition.version') return [];
  if (before?.kind === 'object' && after?.kind === 'object') {
    const names = new Set([...before.members.keys(), ...after.members.keys()]);
    return [...names].flatMap((name) => {
      return compareMachines(before.members.get(name), after.members.get(name), path === '' ? name : `${path}.${name}`);
    });
  }
  if (before?.kind === 'list' && after?.kind === 'list' && before.items.length === after.items.length) {
    return before.items.flatMap((item, index) => compareMachines(item, after.items[index], `${path}[]`));
  }
  // A mapping in which nothing is set is as good as none.
  if (before?.kind === 'object' && after === undefined)
    return compareMachines(before, { ...before, members: new Map() }, path);
  if (after?.kind === 'object' && before === undefined)
    return compareMachines({ ...after, members: new Map() }, after, path);
  const isSame = before?.kind === 'value' && after?.kind === 'value' && before.text === after.text;
  return isSame ? [] : [{ path, before, after }];
}

// The MachineConfig around an Ignition config.
import type { Config } from '../config.ts';
import type { OutNode } from './nodes.ts';
import type { PrintMember, PrintNode, PrintObject } from './print-node.ts';

const apiVersion = 'machineconfiguration.openshift.io/v1';

/** Wraps the printable Ignition config of an openshift config. Members appear when they are set. */
export function machineConfig(config: Config, ignition: PrintObject): PrintObject {
  const { metadata, openshift } = config.fields;
  const { name, labels } = metadata?.fields ?? {};
  const { kernel_arguments, extensions, fips, kernel_type } = openshift?.fields ?? {};
  return object([
    ['apiVersion', scalar(apiVersion)],
    ['kind', scalar('MachineConfig')],
    [
      'metadata',
      object([
        ['name', value(name) ?? scalar('')],
        ['labels', labels && object([...labels.entries].map(([key, label]) => [key, value(label)]))],
      ]),
    ],
    [
      'spec',
      object([
        ['config', ignition],
        ['kernelArguments', value(kernel_arguments)],
        ['extensions', value(extensions)],
        ['fips', value(fips)],
        ['kernelType', value(kernel_type)],
      ]),
    ],
  ]);
}

function object(members: readonly (readonly [string, PrintNode | undefined])[]): PrintObject {
  const present = members.flatMap(([key, node]): PrintMember[] => (node === undefined ? [] : [{ key, value: node }]));
  return { kind: 'object', members: present };
}

function scalar(text: string): PrintNode {
  return { kind: 'scalar', value: text };
}

/** A scalar or a list of texts; an empty list is left out. */
function value(node: OutNode | undefined): PrintNode | undefined {
  switch (node?.kind) {
    case 'text':
    case 'bool':
    case 'int':
      return { kind: 'scalar', value: node.value, origin: node.origin };
    case 'list':
      if (node.items.length === 0) return undefined;
      return { kind: 'list', items: node.items.flatMap((item) => value(item) ?? []), origin: node.origin };
    default:
      return undefined;
  }
}

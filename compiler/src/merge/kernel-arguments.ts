// What is known of kernel arguments when lists of them are joined: which of them depend on the order in which they stand, and which
// can have one value only. Source: `admin-guide/kernel-parameters.txt` of the kernel, and its `hugetlbpage.rst`. A key that is not
// named here may come as often as it likes, and only its own values keep their order.
import type { OutNode } from '../output/nodes.ts';
import { itemKey } from './item-key.ts';

/** Keys that set one thing together. */
const families: ReadonlyMap<string, string> = new Map([
  // `hugepages=` is about the size before it.
  ['hugepages', 'hugepagesz'],
  // Each sets the level of messages on the console.
  ['quiet', 'loglevel'],
  ['debug', 'loglevel'],
]);

/** Keys of which the kernel takes the last value and forgets the others. */
const single: ReadonlySet<string> = new Set([
  'audit',
  'audit_backlog_limit',
  'clocksource',
  'consoleblank',
  'default_hugepagesz',
  'elevator',
  'enforcing',
  'fips',
  'init',
  'ipv6.disable',
  'l1tf',
  'log_buf_len',
  'loglevel',
  'max_loop',
  'maxcpus',
  'mds',
  'mitigations',
  'net.ifnames',
  'nr_cpus',
  'numa_balancing',
  'panic',
  'preempt',
  'psi',
  'root',
  'rootflags',
  'rootfstype',
  'selinux',
  'spectre_v2',
  'swapaccount',
  'systemd.unified_cgroup_hierarchy',
  'transparent_hugepage',
  'zswap.enabled',
]);

/** What stands before the `=`; dashes and underscores are the same to the kernel. */
export function argumentKey(argument: string): string {
  const end = argument.indexOf('=');
  return (end < 0 ? argument : argument.slice(0, end)).replaceAll('-', '_');
}

/** Arguments of one group have an order that means something: those of one key, and keys that set one thing together. */
export function argumentGroup(argument: string): string {
  const key = argumentKey(argument);
  return families.get(key) ?? key;
}

/** Whether only the last value of a key counts. */
export function isSingle(key: string): boolean {
  return single.has(key);
}

/** Whether all values of a group count, and the last one more than the others: it becomes `/dev/console`. */
export function isLastSpecial(group: string): boolean {
  return group === 'console';
}

/** Whether an argument says something of the one before it in its group. */
export function isAboutFormer(argument: string): boolean {
  return argumentKey(argument) === 'hugepages';
}

/** The arguments of a list by their groups, in their order. */
export function argumentsByGroup<Item extends OutNode>(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = argumentGroup(itemKey(item, 'value'));
    const known = groups.get(group);
    if (known) known.push(item);
    else groups.set(group, [item]);
  }
  return groups;
}

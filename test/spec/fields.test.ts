// Fields by name at a point.
import { expect, test } from 'vitest';
import { fieldsOf, outName, sourceNames } from '../../spec/fields.ts';
import type { ObjectNode, SpecNode } from '../../spec/model.ts';
import { ignitionSpecs, resolveSpec } from '../../spec/resolve.ts';
import { config } from '../../spec/shapes/config.ts';

const { storage } = config.fields;
const newest = resolveSpec('fcos', '1.8.0-experimental')?.point ?? {};
const oldest = resolveSpec('fcos', '1.0.0')?.point ?? {};

test('the source has sugar, the output has not', () => {
  expect([...fieldsOf(config, newest, 'source').keys()]).toEqual([
    'variant',
    'version',
    'ignition',
    'kernel_arguments',
    'passwd',
    'storage',
    'systemd',
    'boot_device',
    'grub',
  ]);
  expect([...fieldsOf(config, newest, 'output').keys()]).toEqual([
    'ignition',
    'kernel_arguments',
    'passwd',
    'storage',
    'systemd',
  ]);
});

test('what is not there yet is left out', () => {
  expect([...fieldsOf(config, oldest, 'source').keys()]).toEqual([
    'variant',
    'version',
    'ignition',
    'passwd',
    'storage',
    'systemd',
  ]);
  expect(fieldsOf(storage.node, oldest, 'source').has('luks')).toBe(false);
});

test('the version of Ignition is no field of a Butane config', () => {
  expect(fieldsOf(config.fields.ignition.node, newest, 'source').has('version')).toBe(false);
  expect([...fieldsOf(config.fields.ignition.node, newest, 'output').keys()].at(-1)).toBe('version');
});

test('tables are made once', () => {
  expect(fieldsOf(config, newest, 'source')).toBe(fieldsOf(config, newest, 'source'));
});

test('the order of Ignition JSON where it is not that of the alphabet', () => {
  const order = (node: SpecNode) => [...fieldsOf(itemOf(node), newest, 'output').keys()];
  expect(order(storage.node.fields.files.node)).toEqual([
    'group',
    'overwrite',
    'path',
    'user',
    'append',
    'contents',
    'mode',
  ]);
  expect(order(itemOf(storage.node.fields.luks.node).fields.clevis?.node ?? config)).toEqual([
    'custom',
    'tang',
    'threshold',
    'tpm2',
  ]);
});

function itemOf(node: SpecNode): ObjectNode {
  if (node.kind === 'list') return itemOf(node.item);
  return node.kind === 'object' ? node : config;
}

test('names in Ignition JSON', () => {
  const partition = itemOf(storage.node.fields.disks.node).fields.partitions?.node ?? config;
  const names = sourceNames(itemOf(partition), newest);
  expect(names.get('sizeMiB')).toBe('size_mib');
  expect(names.get('typeGuid')).toBe('type_guid');
  expect(names.has('size_mib')).toBe(false);
  const resource = itemOf(storage.node.fields.files.node).fields.contents?.node ?? config;
  expect([...sourceNames(itemOf(resource), newest).keys()]).toEqual([
    'compression',
    'httpHeaders',
    'source',
    'verification',
  ]);
  expect(outName('boot_device', config.fields.boot_device)).toBe('bootDevice');
});

test('sections that surround the Ignition config are none of its own', () => {
  const openshift = resolveSpec('openshift', '4.22.0')?.point ?? {};
  expect(fieldsOf(config, openshift, 'source').has('metadata')).toBe(true);
  for (const { point } of ignitionSpecs) expect(fieldsOf(config, point, 'output').has('metadata')).toBe(false);
});

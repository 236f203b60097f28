// Modes as people read them: `0644`, whatever way of writing the number was chosen. A mode that looks as if it was meant
// otherwise than it is written stays, because a finding says so.
import { config as configSpec } from '../../../spec/shapes/config.ts';
import { bind } from '../bind.ts';
import type { Binding } from '../binding.ts';
import { isUsualMode } from '../checks/shared/usual-mode.ts';
import type { Document } from '../document.ts';
import { readHeader } from '../header.ts';
import type { ScalarNode } from '../syntax/nodes.ts';
import { resolveTag } from '../syntax/resolve-scalar.ts';

/** The modes of a config that are written in another way than octal digits behind a zero, and what to write. */
export function modeSpellings(document: Document): ReadonlyMap<ScalarNode, string> {
  const spellings = new Map<ScalarNode, string>();
  // Most configs have octal modes only, and need not be bound for that.
  if (!/mode["']?\s*:\s*(?!0[0-7]*\s*(?:$|[#,}]))/m.test(document.text)) return spellings;
  const { spec } = readHeader(document);
  if (spec === undefined) return spellings;
  visit(bind(document, configSpec, spec.point, 'source').root, spellings);
  return spellings;
}

function visit(binding: Binding, spellings: Map<ScalarNode, string>): void {
  for (const member of binding.members?.values() ?? []) visit(member, spellings);
  for (const item of binding.items ?? []) visit(item, spellings);
  const { field, node, value, scalar } = binding;
  if (field?.role !== 'mode' || node !== value || node.kind !== 'scalar' || scalar?.kind !== 'int') return;
  // A float that is a whole number counts as a mode too, and stays a float.
  if (resolveTag(node) !== 'int' || node.tag !== undefined || /^0[0-7]*$/.test(node.text)) return;
  const number = Number(scalar.value);
  const isDecimal = /^\d+$/.test(node.text);
  const kind = binding.parent?.parent?.step === 'directories' ? 'directory' : 'file';
  // `644` is decimal as it stands, and hardly meant so.
  const isMeant = !isDecimal || (isUsualMode(number, kind) && !isUsualMode(Number.parseInt(node.text, 8), kind));
  if (isMeant && number >= 0 && number <= 0o7777) spellings.set(node, `0${number.toString(8).padStart(3, '0')}`);
}

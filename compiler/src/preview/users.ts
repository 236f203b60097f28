// The users and groups that a config sets up. Keys are named by their kind and comment; hashes of passwords are never handed on.
import type { Config, User } from '../config.ts';
import { type Made, madeOf } from './made.ts';

export interface UserPreview extends Made {
  readonly name: string;
  readonly uid?: number;
  readonly groups: readonly string[];
  readonly primaryGroup?: string;
  readonly home?: string;
  readonly shell?: string;
  readonly gecos?: string;
  readonly isSystem?: true;
  readonly isAbsent?: true;
  readonly hasPassword?: true;
  readonly keys: readonly KeyPreview[];
}

export interface KeyPreview {
  readonly kind: string;
  readonly comment: string;
}

export interface GroupPreview extends Made {
  readonly name: string;
  readonly gid?: number;
  readonly isSystem?: true;
  readonly isAbsent?: true;
}

export function usersOf({ fields }: Config): readonly UserPreview[] {
  return (fields.passwd?.fields.users?.items ?? []).map(user);
}

export function groupsOf({ fields }: Config): readonly GroupPreview[] {
  return (fields.passwd?.fields.groups?.items ?? []).map(({ fields: group, origin }) => ({
    name: group.name?.value ?? '',
    ...(group.gid ? { gid: Number(group.gid.value) } : {}),
    ...(group.system?.value === true ? { isSystem: true as const } : {}),
    ...(group.should_exist?.value === false ? { isAbsent: true as const } : {}),
    ...madeOf(group.name?.origin ?? origin),
  }));
}

function user({ fields, origin }: User): UserPreview {
  const texts = { primaryGroup: fields.primary_group, home: fields.home_dir, shell: fields.shell, gecos: fields.gecos };
  const said = Object.entries(texts).flatMap(([name, node]) => (node?.value ? [[name, node.value] as const] : []));
  return {
    name: fields.name?.value ?? '',
    ...(fields.uid ? { uid: Number(fields.uid.value) } : {}),
    groups: (fields.groups?.items ?? []).map(({ value }) => value),
    ...Object.fromEntries(said),
    ...(fields.system?.value === true ? { isSystem: true as const } : {}),
    ...(fields.should_exist?.value === false ? { isAbsent: true as const } : {}),
    ...(fields.password_hash?.value ? { hasPassword: true as const } : {}),
    keys: (fields.ssh_authorized_keys?.items ?? []).map(({ value }) => keyOf(value)),
    ...madeOf(fields.name?.origin ?? origin),
  };
}

/** `[options] kind base64 comment`: what tells people whose key it is. */
function keyOf(line: string): KeyPreview {
  const found = /(?:^|\s)((?:sk-)?(?:ssh|ecdsa)-[\w@.-]+)\s+[A-Za-z0-9+/=]+(?:\s+(.*))?$/.exec(line.trim());
  return { kind: found?.[1] ?? 'key', comment: found?.[2]?.trim() ?? '' };
}

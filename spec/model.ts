// What the language is made of, as types of data. `dsl.ts` writes values of these types, `shapes/` holds them, everything
// else reads them: decoding, merging, printing, JSON Schemas, reference pages, completion, hover. Never a rule, never code.

/**
 * A spec is a point in a small space of layers. `base` is the Ignition version that the spec writes (every spec has one);
 * `fcos` is the layer of boot_device, grub and root partition rules, which openshift builds on; the others are variants.
 */
export type Layer = 'base' | 'fcos' | 'openshift' | 'flatcar' | 'r4e' | 'fiot';

export type Variant = 'fcos' | 'flatcar' | 'openshift' | 'r4e' | 'fiot';

/** From `since` on, and before `until` (the first version without it). Versions are compared by their three numbers. */
export interface Interval {
  readonly since?: string;
  readonly until?: string;
}

/**
 * Where something exists: every layer named must be one of the spec's, at a version inside the interval; layers under
 * `except` must not be the spec's. An empty gate is open everywhere.
 */
export type Gate = { readonly [L in Layer]?: Interval } & { readonly except?: readonly Layer[] };

export type SpecNode = StringNode | IntNode | BoolNode | ListNode | ObjectNode | MapNode;

export interface StringNode {
  readonly kind: 'string';
}
export interface IntNode {
  readonly kind: 'int';
}
export interface BoolNode {
  readonly kind: 'bool';
}
export interface ListNode<Item extends SpecNode = SpecNode> {
  readonly kind: 'list';
  readonly item: Item;
  readonly merge: ListMerge;
}
export interface ObjectNode<Fields extends FieldMap = FieldMap> {
  readonly kind: 'object';
  /** In the order in which Ignition JSON prints them. */
  readonly fields: Fields;
}
/** A mapping with free keys (metadata.labels). */
export interface MapNode {
  readonly kind: 'map';
  readonly value: StringNode;
  /** Keys that must be there, with a text that is not empty. */
  readonly required?: readonly string[];
}

export type FieldMap = { readonly [name: string]: Field };

/** How two lists of the same field become one (Ignition's config/merge). */
export type ListMerge =
  /**
   * Items are matched by their key; `group` names lists that share one key space (files, directories and links). `ordered`:
   * the order of the items means something, so that two lists cannot be joined without saying which comes first. `sequence`: the
   * items are kernel arguments, of which some depend on those before them. `repeats`: a config's items come behind those of the
   * one before, even where they are there already, as the Machine Config Operator has it.
   */
  | {
      readonly by: 'key';
      readonly key: ItemKey;
      readonly group?: string;
      readonly removal?: 'without-value';
      readonly ordered?: true;
      readonly sequence?: 'kernel-arguments';
      readonly repeats?: true;
    }
  /** Parent's items, then the child's; duplicates allowed. */
  | { readonly by: 'append' };

/**
 * What makes an item unique: itself (`value`, lists of texts), one member (absent counts as ""), or a partition's number,
 * or its label where the number is 0.
 */
export type ItemKey = 'value' | { readonly field: string } | 'partition';

export type Example = string | number | boolean | readonly Example[] | { readonly [key: string]: Example };

/** One allowed value of a field, with what it means when that is not plain. */
export interface AllowedValue {
  readonly value: string;
  readonly doc?: string;
  /** Where it is allowed; everywhere the field is when absent. */
  readonly gate?: Gate;
}

export interface Field<Node extends SpecNode = SpecNode> {
  readonly node: Node;
  /** Markdown, one to three sentences. */
  readonly doc: string;
  /** Real values; for a `mode` the octal digits as they are to be written, unquoted, in YAML. */
  readonly example: Example;
  /** Where the field exists; everywhere its parent does when absent. */
  readonly gate?: Gate;
  /** A config in which it is absent, null, empty or "" is refused (by the reference's checks); a gate says where. */
  readonly required?: true | Gate;
  /** Where sugar may supply what is required, so that a source without it can be fine. */
  readonly supplied?: Gate;
  /**
   * Whether absent (or null) differs from the zero value. Scalars: absent is left out of the output, otherwise it becomes
   * "", 0 or false. Objects: absent is left out although an empty one would be printed. A gate says where it is so.
   */
  readonly nullable: boolean | Gate;
  /** Known to the Butane source only; it turns into other fields (`sugar`), or into none (`variant`). */
  readonly sourceOnly?: true;
  /** Known to Ignition only. */
  readonly outputOnly?: true;
  /** Name in Ignition JSON where it is not the camelCase of the source name. */
  readonly out?: string;
  /** Printed even when nothing is set there: as null (a source, a list of devices of old Ignition versions). */
  readonly printedAsNull?: Gate;
  /**
   * The other members of a struct that Ignition keeps inside this object and JSON does not show. When none of them is set in
   * the child of a merge, nor this plain field, the parent's struct stays as it is.
   */
  readonly structWith?: readonly string[];
  /**
   * Values that win over all others, whichever config says them. The Machine Config Operator merges so what surrounds the Ignition
   * config (`MergeMachineConfigs` in its `pkg/controller/common/helpers.go`).
   */
  readonly prevails?: readonly (string | boolean)[];
  /** The name of a member that has no effect where this one is true. */
  readonly voids?: string;
  /** The name of a member that this one says something of, so that it goes where another config's value of that wins. */
  readonly about?: string;
  /** A plain number or text that is left out when 0 or "". */
  readonly omitZero?: true;
  /** The only texts allowed ("" stands for absent, and is nothing to propose). */
  readonly values?: readonly AllowedValue[];
  /** Where other texts are allowed too, so that `values` only proposes. */
  readonly valuesOpen?: Gate;
  /** The text must end in one of these. */
  readonly suffixes?: readonly string[];
  /** A regular expression (JSON Schema dialect) that every accepted text matches; of a list, every item. */
  readonly pattern?: string;
  /** What the value must look like, in words. */
  readonly form?: string;
  /** What absence means. */
  readonly default?: string;
  /** Anything else worth knowing in a hover. */
  readonly note?: string;
  /** The same, but about the sugar beside the field: of no use to readers of Ignition JSON. */
  readonly sourceNote?: string;
  /** What the text is the name of, for editors: a file below the files directory, a mode, the text of a unit. */
  readonly role?: FieldRole;
}

export type FieldRole =
  | 'local-file'
  | 'local-directory'
  | 'mode'
  | 'path'
  | 'device'
  | 'url'
  | 'user-name'
  | 'group-name'
  | 'unit-name'
  | 'unit-text'
  | 'quadlet-name'
  | 'quadlet-text'
  | 'embedded-config'
  | 'partition-type'
  | 'mount-option';

/** A field that a variant reads but refuses; applied to the output, phase `filter` of the reference. */
export interface FilterRule {
  readonly gate: Gate;
  /** Path of fields from the root of the config, `[]` after a list: `passwd.users[].uid`. */
  readonly path: string;
  readonly code: string;
  /**
   * `set`: present and not null, false and "" too (a list: with an item; an object: with a member that is set).
   * `not-empty`: a text that is not "", a list with an item, an object with such a member.
   */
  readonly when: 'set' | 'not-empty';
  /** Why the variant refuses it, for the message. */
  readonly reason: string;
  /** The same where the config is a MachineConfig itself and no Butane config, if it names keys. */
  readonly reasonInMachineConfig?: string;
}

/** One published variant and version. */
export interface SpecVersion {
  readonly variant: Variant;
  readonly version: string;
  readonly stability: 'stable' | 'experimental';
  /** Coordinates: `base` is the Ignition version of the output. */
  readonly layers: { readonly base: string } & { readonly [L in Exclude<Layer, 'base'>]?: string };
  /** What surrounds the Ignition config in the output. */
  readonly wrapper?: 'machine-config';
}

/** One Ignition config version: a point with the layer `base` alone. */
export interface IgnitionVersion {
  readonly version: string;
  readonly stability: 'stable' | 'experimental';
}

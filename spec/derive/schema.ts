// JSON Schemas as data.

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonSchema;
export type JsonSchema = { readonly [keyword: string]: JsonValue };

// ajv as editors would have it: strict, with the words that only editors know. Support for the tests of schemas.
import { Ajv, type ValidateFunction } from 'ajv';
import type { JsonSchema } from '../../spec/derive/schema.ts';

const editorWords = ['markdownDescription', 'markdownEnumDescriptions', 'deprecationMessage'];

/** Throws if the schema is not clean. */
export function compile(schema: JsonSchema): ValidateFunction {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
  ajv.addVocabulary(editorWords);
  return ajv.compile(schema);
}

/** What is wrong with a value, for the message of a test; undefined for a good one. */
export function faults(validate: ValidateFunction, value: unknown): string | undefined {
  if (validate(value)) return undefined;
  return validate.errors
    ?.map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`)
    .join('\n');
}

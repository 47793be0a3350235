import { Ajv2020, type Options } from 'ajv/dist/2020.js';
import formatsPlugin from 'ajv-formats';
import { compilePattern } from './compile-pattern.ts';
import { matrixFormats } from './matrix-formats.ts';

// Its types describe the CommonJS module itself as the plugin.
const addFormats = formatsPlugin as unknown as typeof formatsPlugin.default;

/**
 * An Ajv for schemas of OpenAPI 3.1 documents. Strict in its words and formats: without that it
 * passes what it does not know, and "not a user id" would be an `mx-user-id`.
 *
 * @param options what is to be otherwise
 * @param mode `full` looks at formats closely: that the 30th of February is no date
 */
export function createAjv(options: Options = {}, mode: 'fast' | 'full' = 'fast'): Ajv2020 {
  const ajv = new Ajv2020({
    strictSchema: true,
    // Whether `properties` comes with `type: object` is style; the official documents vary in it.
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
    // One error a response: a hostile list of a million wrong items would be a million errors.
    allErrors: false,
    logger: false,
    code: {
      // Each schema judges a few answers: what tidies its code costs more than it saves.
      optimize: false,
      regExp: Object.assign((pattern: string) => compilePattern(pattern), {
        code: 'compilePattern',
      }),
    },
    ...options,
  });
  addFormats(ajv, { mode });
  for (const [name, validate] of Object.entries(matrixFormats)) ajv.addFormat(name, { validate });
  ajv.addVocabulary(['example', 'xml', 'externalDocs', 'discriminator']);
  return ajv;
}

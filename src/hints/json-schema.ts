import { hintsShape, outlineEntryShape } from './hints-shape.ts';
import type { JsonSchema } from './yaml/shape.ts';

/** Where editors find the schema; the first line of a hints file names it. */
export const schemaAddress = 'https://unpkg.com/lectern/schema/hints.json';

/** The JSON Schema of the hints file. `schema/hints.json` is this, printed. */
export function hintsJsonSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: schemaAddress,
    title: 'Lectern layout hints',
    ...hintsShape.json,
    definitions: { outlineEntry: outlineEntryShape.json },
  };
}

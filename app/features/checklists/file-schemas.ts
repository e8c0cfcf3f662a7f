import { z } from 'zod';
import { checklistFileSchema, controlsFileSchema, referencesFileSchema } from './checklist-file.ts';
import { decisionTreeFileSchema } from './decision-tree-file.ts';

/** JSON Schema of each kind of data file, for editors; file names are those below `checklists/schemas/`. */
export function fileSchemas(): Readonly<Record<string, object>> {
  return {
    'controls.schema.json': jsonSchemaOf(controlsFileSchema, 'Controls and status questions of one topic'),
    'self-assessment.schema.json': jsonSchemaOf(checklistFileSchema, 'A checklist'),
    'decision-trees.schema.json': jsonSchemaOf(decisionTreeFileSchema, 'A decision tree'),
    'references.schema.json': jsonSchemaOf(referencesFileSchema, 'Ids of a standard'),
  };
}

function jsonSchemaOf(schema: z.ZodType, title: string): object {
  return { ...z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }), title };
}

import { z } from 'zod';
import { checklistFileSchema, controlsFileSchema, referencesFileSchema } from './checklist-file.ts';
import { glossaryFileSchema } from './glossary-file.ts';
import { decisionTreeFileSchema } from './decision-tree-file.ts';
import { runFileSchema, runSchemaName } from '../exchange/run-json.ts';

/** JSON Schema of each kind of data file and of an exported run, by file name: for editors below `checklists/schemas/`, for everybody at `/schemas/`. */
export function fileSchemas(): Readonly<Record<string, object>> {
  return {
    'controls.schema.json': jsonSchemaOf(controlsFileSchema, 'Controls and status questions of one topic'),
    'self-assessment.schema.json': jsonSchemaOf(checklistFileSchema, 'A checklist'),
    'decision-trees.schema.json': jsonSchemaOf(decisionTreeFileSchema, 'A decision tree'),
    'glossary.schema.json': jsonSchemaOf(glossaryFileSchema, 'Words and what they mean'),
    'references.schema.json': jsonSchemaOf(referencesFileSchema, 'Ids of a standard'),
    [runSchemaName]: jsonSchemaOf(runFileSchema, 'A run of a checklist, exported'),
  };
}

function jsonSchemaOf(schema: z.ZodType, title: string): object {
  return { ...z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }), title };
}

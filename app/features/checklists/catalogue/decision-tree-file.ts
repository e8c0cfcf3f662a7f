import { z } from 'zod';
import { outcomeKinds } from '#app/domain/checklist/decision-tree.ts';
import { bilingualSchema, idSchema, isoDateSchema, sourceSchema, textSchema, titleSchema, versionSchema } from './checklist-file.ts';

/** Shape of `checklists/decision-trees/<id>.json`; `checklists/README.md` teaches how to write one. */

const branchSchema = z.strictObject({
  when: z.array(z.strictObject({ question: idSchema, is: z.array(idSchema).min(1) })).min(1).optional(),
  go: idSchema,
});

const answerSchema = z.strictObject({
  id: idSchema,
  text: bilingualSchema,
  hint: bilingualSchema.optional(),
  reason: bilingualSchema.optional(),
  note: bilingualSchema.optional(),
  /** Where the answer leads: one place, or a place that depends on earlier answers. */
  next: z.union([idSchema, z.array(branchSchema).min(2)]),
});

const questionSchema = z.strictObject({
  id: idSchema,
  question: bilingualSchema,
  hint: bilingualSchema.optional(),
  answers: z.array(answerSchema).min(2, 'a question needs two answers'),
});

const outcomeSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(outcomeKinds),
  title: bilingualSchema,
  summary: bilingualSchema,
  legalBasis: bilingualSchema.optional(),
  steps: z.array(bilingualSchema).min(1).max(8),
  deadlines: z.array(z.strictObject({ what: bilingualSchema, until: bilingualSchema, legalBasis: bilingualSchema })).optional(),
});

export const decisionTreeFileSchema = z.strictObject({
  id: idSchema,
  version: versionSchema,
  title: titleSchema,
  lead: bilingualSchema,
  licence: textSchema,
  sources: z.array(sourceSchema).min(1),
  checkedOn: isoDateSchema,
  figures: z.record(idSchema, z.number().positive()),
  questions: z.array(questionSchema).min(1),
  outcomes: z.array(outcomeSchema).min(2, 'one outcome decides nothing'),
});

export type DecisionTreeFile = z.infer<typeof decisionTreeFileSchema>;

import { z } from 'zod';
import {
  answerValues,
  capabilities,
  checklistScopes,
  companyKinds,
  costClasses,
  doers,
  insurerTopics,
  referenceSchemes,
  sectorSections,
  sizeClasses,
} from '#app/domain/checklist/vocabulary.ts';

/**
 * Shapes of the data files below `checklists/`; `checklists/README.md` teaches how to write them.
 * What spans several files (unknown controls, unknown reference ids, conditions that can never hold) is checked in
 * `compile-checklists.ts`.
 */

const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens, starting with a letter')
  .max(60);

const text = z
  .string()
  .min(1, 'must not be empty')
  .refine((value) => value === value.trim() && !/\s{2,}/.test(value), 'spaces at the ends or doubled');

/** A text in both languages of the product. */
export const bilingualSchema = z.strictObject({ de: text, en: text });
const title = z.strictObject({ de: text.max(70), en: text.max(70) });

const isoDate = z.iso.date();
const wholeNumber = z.int().min(1);

/** What other kinds of data files are made of too. */
export { id as idSchema, text as textSchema, title as titleSchema, isoDate as isoDateSchema, wholeNumber as versionSchema };

/** When something applies. Unknown facts never switch a requirement off. */
export type ConditionFile =
  | { any: ConditionFile[] }
  | { all: ConditionFile[] }
  | { not: ConditionFile }
  | { answer: { requirement: string; is: (typeof answerValues)[number][] } }
  | {
      company:
        | { sizeClass: (typeof sizeClasses)[number][] }
        | { kind: (typeof companyKinds)[number][] }
        | { sector: (typeof sectorSections)[number][] };
    };

export const conditionSchema: z.ZodType<ConditionFile> = z.lazy(() =>
  z.union([
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ answer: z.strictObject({ requirement: id, is: z.array(z.enum(answerValues)).min(1) }) }),
    z.strictObject({
      company: z.union([
        z.strictObject({ sizeClass: z.array(z.enum(sizeClasses)).min(1) }),
        z.strictObject({ kind: z.array(z.enum(companyKinds)).min(1) }),
        z.strictObject({ sector: z.array(z.enum(sectorSections)).min(1) }),
      ]),
    }),
  ]),
);

export const referenceSchema = z.strictObject({ scheme: z.enum(referenceSchemes), id: z.string().min(1) });

const partSchema = z.strictObject({ id, text: bilingualSchema, appliesWhen: conditionSchema.optional() });

/** Own wording of an answer where „Ja“, „Teilweise“, „Nein“ would say too little. */
const answerTextsSchema = z.strictObject({
  yes: bilingualSchema.optional(),
  partly: bilingualSchema.optional(),
  no: bilingualSchema.optional(),
});

/** One thing a company can have in place, written once and used by any number of checklists. */
export const controlSchema = z.strictObject({
  kind: z.literal('control').optional(),
  id,
  topic: id,
  version: wholeNumber,
  title,
  question: bilingualSchema,
  hint: bilingualSchema.optional(),
  answerTexts: answerTextsSchema.optional(),
  why: bilingualSchema,
  howToFindOut: bilingualSchema,
  proof: bilingualSchema,
  recommendation: z.strictObject({ summary: bilingualSchema, steps: z.array(bilingualSchema).min(1).max(8) }),
  effortHours: z.number().min(0.25).max(400),
  costClass: z.enum(costClasses),
  usuallyDoneBy: z.enum(doers),
  capability: z.enum(capabilities).nullable(),
  weight: z.int().min(1, 'weight is 1 to 5').max(5, 'weight is 1 to 5'),
  must: z.union([z.literal(false), z.strictObject({ reason: bilingualSchema })]),
  suits: z.array(z.enum(sizeClasses)).min(1),
  parts: z.array(partSchema).min(2, 'one part alone is no part').optional(),
  appliesWhen: conditionSchema.optional(),
  followUpOf: z.strictObject({ control: id, from: z.enum(['partly', 'yes']) }).optional(),
  dependsOn: z.array(id).optional(),
  references: z.array(referenceSchema),
  insurerTopic: z.enum(insurerTopics).nullable(),
  notApplicableAllowed: z.boolean(),
});

/** A question about the company itself that only decides what else applies. It has no points. */
export const statusQuestionSchema = z.strictObject({
  kind: z.literal('status'),
  id,
  topic: id,
  version: wholeNumber,
  title,
  question: bilingualSchema,
  hint: bilingualSchema.optional(),
  why: bilingualSchema,
  howToFindOut: bilingualSchema,
  suits: z.array(z.enum(sizeClasses)).min(1),
  appliesWhen: conditionSchema.optional(),
});

/** `checklists/controls/<topic>.json`. */
export const controlsFileSchema = z.array(z.union([controlSchema, statusQuestionSchema]));

const requirementSchema = z.strictObject({
  control: id,
  question: bilingualSchema.optional(),
  hint: bilingualSchema.optional(),
  weight: z.int().min(1, 'weight is 1 to 5').max(5, 'weight is 1 to 5').optional(),
  group: id.optional(),
  /** Asked as one question, without the control's parts: for a checklist that has five minutes. */
  asOne: z.literal(true).optional(),
});

export const sourceSchema = z.strictObject({
  title: text,
  url: z.url({ protocol: /^https$/ }).optional(),
  licence: text,
  use: text.optional(),
});

/** `checklists/self-assessment/<id>.json`. */
export const checklistFileSchema = z.strictObject({
  id,
  version: wholeNumber,
  title,
  summary: bilingualSchema,
  scope: z.enum(checklistScopes),
  licence: text,
  sources: z.array(sourceSchema).min(1),
  checkedOn: isoDate,
  suits: z.strictObject({
    sizes: z.array(z.enum(sizeClasses)).min(1),
    kinds: z.array(z.enum(companyKinds)).min(1),
  }),
  estimatedMinutes: z.int().min(1).max(480),
  topics: z
    .array(
      z.strictObject({
        id,
        title,
        shortTitle: z.strictObject({ de: text.max(18), en: text.max(18) }).optional(),
        requirements: z.array(requirementSchema).min(1),
      }),
    )
    .min(1),
  groups: z.array(z.strictObject({ id, title, appliesWhen: conditionSchema })).optional(),
});

/** `checklists/references/<scheme>.json`: the ids that exist; titles only where the licence lets us print them. */
export const referencesFileSchema = z
  .strictObject({
    scheme: z.enum(referenceSchemes),
    name: bilingualSchema,
    licence: text,
    source: text,
    url: z.url({ protocol: /^https$/ }).optional(),
    checkedOn: isoDate,
    titlesMayBePrinted: z.boolean(),
    ids: z
      .array(z.strictObject({ id: z.string().min(1), title: bilingualSchema.optional(), group: text.optional() }))
      .min(1),
  })
  .refine((file) => file.titlesMayBePrinted || file.ids.every((entry) => entry.title === undefined), {
    path: ['titlesMayBePrinted'],
    message: 'titles stand in a file whose licence does not let us print them',
  });

export type BilingualText = z.infer<typeof bilingualSchema>;
export type ControlFile = z.infer<typeof controlSchema>;
export type StatusQuestionFile = z.infer<typeof statusQuestionSchema>;
export type ControlsFile = z.infer<typeof controlsFileSchema>;
export type ChecklistFile = z.infer<typeof checklistFileSchema>;
export type ReferencesFile = z.infer<typeof referencesFileSchema>;

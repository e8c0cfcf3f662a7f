import { z } from 'zod';
import { bilingualSchema, idSchema, textSchema } from './checklist-file.ts';

/** `checklists/glossary.json`: the words that the texts use and not everybody knows. */
export const termSchema = z.strictObject({
  id: idSchema,
  words: z
    .strictObject({ de: z.array(textSchema.max(40)).max(8), en: z.array(textSchema.max(40)).max(8) })
    .refine(({ de, en }) => de.length + en.length > 0, 'a term needs a word in at least one language'),
  text: bilingualSchema,
});

export const glossaryFileSchema = z.array(termSchema);

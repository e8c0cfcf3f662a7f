import { z } from 'zod';
import { concerns, paces } from '#app/domain/checklist/choose.ts';
import type { Wish } from '#app/domain/checklist/choose.ts';
import { companyKinds, sizeClasses } from '#app/domain/checklist/vocabulary.ts';
import type { CompanyFacts } from '#app/domain/checklist/version.ts';
import { chooseFields } from './choose-fields.ts';

/** The three questions, as they stand in the address: `?groesse=micro&art=business&anlass=insurer&zeit=in_stages`. */
const chooseSchema = z.object({
  groesse: z.enum(sizeClasses, 'choose.errors.choose'),
  art: z.enum(companyKinds, 'choose.errors.choose'),
  anlass: z.enum(concerns, 'choose.errors.pick'),
  zeit: z.enum(paces, 'choose.errors.pick'),
});

export type ChooseErrorKey = 'choose.errors.choose' | 'choose.errors.pick';

export type ReadWish = {
  readonly wish: Wish | null;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, ChooseErrorKey>>;
};

/** Reads the address. Before the form was sent it holds what is known of the company and no errors. */
export function readWish(query: URLSearchParams, known: CompanyFacts): ReadWish {
  const values = Object.fromEntries(chooseFields.map((field) => [field, query.get(field) ?? '']));
  if (!chooseFields.some((field) => query.has(field))) {
    return { wish: null, values: { groesse: known.sizeClass ?? '', art: known.kind ?? '' }, errors: {} };
  }
  const parsed = chooseSchema.safeParse(values);
  if (!parsed.success) {
    return { wish: null, values, errors: Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message as ChooseErrorKey])) };
  }
  const { groesse, art, anlass, zeit } = parsed.data;
  return { wish: { sizeClass: groesse, kind: art, concern: anlass, pace: zeit }, values, errors: {} };
}

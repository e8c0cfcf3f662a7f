import { z } from 'zod';
import { textOf } from '#app/content/translator.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import type { Locale } from '../ports.ts';

/** The form of a site: lengths, what must be said, and the words at a field where something is missing. */

export const longest = { name: 80, town: 80 } as const;

export const siteFields = ['name', 'town', 'district'] as const;
type SiteField = (typeof siteFields)[number];

export type SiteForm = { readonly name: string; readonly town: string; readonly district: string };

const errorKeys = ['name', 'nameLong', 'town', 'townLong', 'district', 'full'] as const;
type ErrorKey = (typeof errorKeys)[number];

const schema = (districtIds: readonly string[]) =>
  z.object({
    name: z.string('name').trim().min(1, 'name').max(longest.name, 'nameLong'),
    town: z.string('town').trim().min(1, 'town').max(longest.town, 'townLong'),
    district: z.string('district').refine((id) => districtIds.includes(id), 'district'),
  });

type Posted = Readonly<Record<string, string | readonly string[]>>;

/** Reads a posted site; where something is missing, the form with what was typed and what is wrong. */
export function readSite(posted: Posted, districtIds: readonly string[], locale: Locale): { readonly site: SiteForm } | { readonly form: FormState } {
  const parsed = schema(districtIds).safeParse(posted);
  if (parsed.success) return { site: parsed.data };
  const errors: Record<string, string[]> = {};
  for (const { path, message } of parsed.error.issues) {
    const key = errorKeys.find((each) => each === message);
    if (key !== undefined) errors[String(path[0])] ??= [sentence(locale, key)];
  }
  return { form: { values: typed(posted), errors } };
}

/** The form again with one error that only the use case could find. */
export function siteFormWith(posted: Posted, error: { readonly field: SiteField; readonly key: ErrorKey } | null, locale: Locale): FormState {
  return { values: typed(posted), errors: error ? { [error.field]: [sentence(locale, error.key)] } : {} };
}

function typed(posted: Posted): FormState['values'] {
  return Object.fromEntries(siteFields.flatMap((field) => (posted[field] === undefined ? [] : [[field, posted[field]]])));
}

function sentence(locale: Locale, key: ErrorKey): string {
  return textOf(locale, 'sites')(`errors.${key}`);
}

import { labelsOf } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import type { Locale } from './ports.ts';

/** A site in a few words: its name, or that it is the place of the registration, and its town. */
export function siteInWords({ name, town }: { readonly name: string | null; readonly town: string }, locale: Locale): string {
  const words = name ?? textOf(locale, 'sites')('registered');
  return town === '' || town === words ? words : `${words} (${town})`;
}

export function districtInWords(district: string | null, locale: Locale): string | null {
  const labels: Readonly<Record<string, string>> = labelsOf(locale).districts;
  return district === null ? null : (labels[district] ?? null);
}

/** The districts of the region, to choose from. */
export function districtChoices(ids: readonly string[], locale: Locale): { readonly value: string; readonly label: string }[] {
  return ids.map((value) => ({ value, label: districtInWords(value, locale) ?? value }));
}

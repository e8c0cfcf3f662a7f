import { getMessages } from '#app/content/messages.ts';
import type { Locale } from '../ports.ts';


/** Texts at the fields, from the keys of a refusal or a schema; an unknown key is read as "please fill in". */
export function errorTexts(fields: Readonly<Record<string, readonly string[]>>, locale: Locale): Record<string, string[]> {
  const known = getMessages(locale).cases.errors as Readonly<Record<string, string>>;
  return Object.fromEntries(Object.entries(fields).map(([name, keys]) => [name, keys.map((key) => known[key] ?? known.required ?? '')]));
}

/** The sentence for a refused file. `detail` comes from the intake. */
export function fileRefusal(code: string, detail: string | undefined, locale: Locale): string {
  const texts = getMessages(locale).cases.exhibits.refused as Readonly<Record<string, string>>;
  if (code === 'file_too_large') return texts.too_large ?? '';
  if (code === 'wrong_state') return texts.closed ?? '';
  return (detail === undefined ? undefined : texts[detail]) ?? getMessages(locale).refusals.file_refused;
}


import { getMessages } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import type { Refusal } from '#app/domain/result.ts';
import type { Locale } from '../ports.ts';

/** Errors of a form in the reader's language; a refusal without fields stands at `field`. */
export function officeFaults(locale: Locale, refusal: Refusal, field: string): Record<string, string[]> {
  const t = textOf(locale, 'office');
  const words = (key: string) => (t.has(`faults.${key}` as 'faults.choose') ? t(`faults.${key}` as 'faults.choose') : t('faults.choose'));
  const fields = Object.entries(refusal.fields ?? {}).map(([name, keys]) => [name, keys.map(words)] as const);
  if (fields.length > 0) return Object.fromEntries(fields);
  const { routingReasons } = getMessages(locale).labels;
  const known: Readonly<Record<string, string>> = routingReasons;
  return { [field]: [known[refusal.detail ?? ''] ?? getMessages(locale).refusals[refusal.code]] };
}

import { getMessages } from '#app/content/messages.ts';
import type { Refusal } from '#app/domain/result.ts';
import type { Locale } from '../ports.ts';

/** Errors of a form in the reader's language; a refusal without fields stands at `field`. */
export function providerFaults(locale: Locale, refusal: Refusal, field: string): Record<string, string[]> {
  const { providers, refusals } = getMessages(locale);
  const words: Readonly<Record<string, string>> = providers.faults;
  const fields = Object.entries(refusal.fields ?? {}).map(([name, keys]) => [name, keys.map((key) => words[key] ?? words.choose ?? '')] as const);
  return fields.length > 0 ? Object.fromEntries(fields) : { [field]: [words[refusal.detail ?? ''] ?? refusals[refusal.code]] };
}

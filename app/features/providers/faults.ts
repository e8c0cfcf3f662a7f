import { getMessages } from '#app/content/messages.ts';
import type { Refusal, RefusalCode } from '#app/domain/result.ts';
import type { Locale } from '../ports.ts';

/** Errors of a form in the reader's language; a refusal without fields stands at `field`. */
export function providerFaults(locale: Locale, refusal: Refusal, field: string): Record<string, string[]> {
  const { providers, refusals } = getMessages(locale);
  const words: Readonly<Record<string, string>> = providers.faults;
  const fields = Object.entries(refusal.fields ?? {}).map(([name, keys]) => [name, keys.map((key) => words[key] ?? words.choose ?? '')] as const);
  return fields.length > 0 ? Object.fromEntries(fields) : { [field]: [words[refusal.detail ?? ''] ?? refusals[refusal.code]] };
}

const aboutFiles: readonly RefusalCode[] = ['file_refused', 'file_too_large', 'quota_exceeded'];

/** A refused file as an error at the file field; every other refusal as it is. */
export function atFileField(refusal: Refusal): Refusal {
  return aboutFiles.includes(refusal.code) ? { code: 'invalid_input', fields: { file: [refusal.detail ?? refusal.code] } } : refusal;
}

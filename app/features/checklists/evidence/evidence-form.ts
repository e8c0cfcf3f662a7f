import { z } from 'zod';
import { EVIDENCE_MAX_BYTES, EVIDENCE_PER_REQUIREMENT } from '#app/domain/checklist/evidence.ts';
import { getMessages } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import type { Refusal } from '#app/domain/result.ts';
import type { Locale } from '../../ports.ts';
import { longestDescription } from './evidence-limits.ts';

/** The form of a piece of evidence. Messages are keys of `evidence.errors`. */

const day = z.iso.date('day');

export const evidenceForm = z.object({
  takenOn: day,
  expiresOn: z.preprocess((given) => (given === '' || given === undefined ? null : given), day.nullable()),
  description: z.string().trim().max(longestDescription, 'tooLong').default(''),
  idempotencyKey: z.string().min(8).max(100),
});

export const continueForm = z.object({ evidenceId: z.string().min(1).max(100), idempotencyKey: z.string().min(8).max(100) });

/** Field -> keys of what is wrong. */
export function faultsOf(error: z.ZodError): Record<string, string[]> {
  const faults: Record<string, string[]> = {};
  for (const issue of error.issues) (faults[String(issue.path[0] ?? 'file')] ??= []).push(issue.message);
  return faults;
}

/** Texts at the fields of a refused form; null for a refusal that is no matter of a field. */
export function evidenceErrors({ code, detail, fields }: Refusal, locale: Locale): Record<string, string[]> | null {
  const t = textOf(locale, 'evidence');
  const known = getMessages(locale).evidence.errors as Readonly<Record<string, string>>;
  if (code === 'file_too_large') return { file: [t('errors.tooLarge', { megabytes: EVIDENCE_MAX_BYTES / 1024 / 1024 })] };
  if (code === 'quota_exceeded') return { file: [detail === 'question_full' ? t('errors.questionFull', { count: EVIDENCE_PER_REQUIREMENT }) : t(detail === 'run_full' ? 'errors.runFull' : 'errors.oneFile')] };
  if (code === 'file_refused') return { file: [known[detail ?? ''] ?? t('errors.type_not_taken')] };
  if (code !== 'invalid_input') return null;
  const word = (key: string) => (key === 'tooLong' ? t('errors.tooLong', { max: longestDescription }) : (known[key] ?? t('errors.day')));
  return Object.fromEntries(Object.entries(fields ?? { file: ['missing'] }).map(([field, keys]) => [field, keys.map(word)]));
}

import { z } from 'zod';
import { optionalParts } from '#app/domain/dossier/leave-out.ts';
import type { OptionalPart } from '#app/domain/dossier/leave-out.ts';
import { shareDays } from './share-days.ts';

/** Keys of `dossiers.pages.errors`. */
export type ErrorKey = 'tooLong' | 'language' | 'days' | 'code' | 'number' | 'checkCode' | 'hash';

const recipient = z
  .string()
  .trim()
  .max(120, { error: 'tooLong' satisfies ErrorKey })
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null);

/** A field may be absent, come once or several times. */
const listed = z.union([z.string(), z.array(z.string())]).optional().transform((value) => (value === undefined ? [] : [value].flat()));

/** What goes in, of the parts that may stay out. */
const chosenParts = listed.transform((values) => optionalParts.filter((part) => values.includes(part)));

const locale = z.enum(['de', 'en'], { error: 'language' satisfies ErrorKey });

/** What is chosen when a document is issued. */
export const issueForm = z.object({
  locale,
  recipient,
  parts: chosenParts,
  /** An unusable key costs nothing but the protection from repeated posts. */
  idempotencyKey: z.string().regex(/^[0-9a-z]{26}$/).nullable().catch(null),
});
export type IssueInput = z.output<typeof issueForm>;

/** Token and code are made with the form, so that a repeated post shows the same link. */
export const shareForm = z.object({
  dossierId: z.string().regex(/^[0-9a-z]{26}$/),
  locale,
  parts: chosenParts,
  days: z.coerce.number().pipe(z.literal(shareDays, { error: 'days' satisfies ErrorKey })),
  token: z.string().regex(/^[\w-]{22}$/),
  accessCode: z.string().regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
});
export type ShareInput = z.output<typeof shareForm>;

/** The parts that were not chosen. */
export function withoutParts(chosen: readonly OptionalPart[]): OptionalPart[] {
  return optionalParts.filter((part) => !chosen.includes(part));
}

/** First message per field of a refused form. */
export function errorKeysOf(error: z.ZodError): Record<string, ErrorKey> {
  const known: readonly string[] = ['tooLong', 'language', 'days', 'code'] satisfies ErrorKey[];
  const found: Record<string, ErrorKey> = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '');
    if (known.includes(issue.message)) found[field] ??= issue.message as ErrorKey;
  }
  return found;
}

const typed = z.string().max(200).default('').catch('');

/** What somebody types who holds a document. The hash of the own file is compared when it is given; hexadecimal without anything between. */
export const checkForm = z.object({
  number: typed.refine((text) => text.trim() !== '', { error: 'number' satisfies ErrorKey }),
  code: typed.refine((text) => text.trim() !== '', { error: 'checkCode' satisfies ErrorKey }),
  hash: typed
    .transform((text) => text.replace(/[\s:]/g, '').toLowerCase())
    .refine((text) => text === '' || /^[0-9a-f]{64}$/.test(text), { error: 'hash' satisfies ErrorKey })
    .transform((text) => (text === '' ? null : text)),
});
export type CheckInput = z.output<typeof checkForm>;

/** The first fault of each field. */
export function checkFaults(error: z.ZodError<CheckInput>): Partial<Record<keyof CheckInput, ErrorKey>> {
  return Object.fromEntries(error.issues.map((issue) => [String(issue.path[0]), issue.message]).reverse());
}

import { z } from 'zod';

/** Forms of the exchange: which file goes out, and what becomes of one that comes in. */

export const exchangeFormats = ['xlsx', 'csv', 'json'] as const;
export type ExchangeFormat = (typeof exchangeFormats)[number];

export const exportForm = z.object({ format: z.enum(exchangeFormats) });

export const importForm = z.object({
  intent: z.enum(['look', 'take']),
  target: z.string().min(1).max(100),
  seenTarget: z.string().min(1).max(100),
  seenStamp: z.coerce.number().int().min(0),
  replace: z.literal('yes').optional().transform((value) => value === 'yes'),
  idempotencyKey: z.string().min(8).max(100),
});

/** The posted decision about a preview, or null for a form that is none of ours. */
export function readTake(values: Readonly<Record<string, unknown>>): z.infer<typeof importForm> | null {
  const parsed = importForm.safeParse(values);
  return parsed.success ? parsed.data : null;
}

/** Value of the form -> run; `new` is none. */
export function targetOf(target: string): string | null {
  return target === 'new' ? null : target;
}

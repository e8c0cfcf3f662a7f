import { z } from 'zod';

/** Forms of the exchange: which file goes out, and what becomes of one that comes in. */

export const exchangeFormats = ['xlsx', 'csv', 'json'] as const;
export type ExchangeFormat = (typeof exchangeFormats)[number];

export const exportForm = z.object({ format: z.enum(exchangeFormats) });

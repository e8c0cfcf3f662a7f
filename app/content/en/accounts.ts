import type { accounts as german } from '../de/accounts.ts';
import type { Shape } from '../shape.ts';

export const accounts = {} as const satisfies Shape<typeof german>;

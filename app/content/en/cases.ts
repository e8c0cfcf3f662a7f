import type { cases as german } from '../de/cases.ts';
import type { Shape } from '../shape.ts';

export const cases = {} as const satisfies Shape<typeof german>;

import type { matching as german } from '../de/matching.ts';
import type { Shape } from '../shape.ts';

export const matching = {} as const satisfies Shape<typeof german>;

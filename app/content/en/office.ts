import type { office as german } from '../de/office.ts';
import type { Shape } from '../shape.ts';

export const office = {} as const satisfies Shape<typeof german>;

import type { audit as german } from '../de/audit.ts';
import type { Shape } from '../shape.ts';

export const audit = {} as const satisfies Shape<typeof german>;

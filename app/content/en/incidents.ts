import type { incidents as german } from '../de/incidents.ts';
import type { Shape } from '../shape.ts';

export const incidents = {} as const satisfies Shape<typeof german>;

import type { checklists as german } from '../de/checklists.ts';
import type { Shape } from '../shape.ts';

export const checklists = {} as const satisfies Shape<typeof german>;

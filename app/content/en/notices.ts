import type { notices as german } from '../de/notices.ts';
import type { Shape } from '../shape.ts';

export const notices = {} as const satisfies Shape<typeof german>;

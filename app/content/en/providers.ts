import type { providers as german } from '../de/providers.ts';
import type { Shape } from '../shape.ts';

export const providers = {} as const satisfies Shape<typeof german>;

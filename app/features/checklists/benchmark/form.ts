import { z } from 'zod';

/** Whether a company adds its topic results, and the state of the decision that it saw. */
export const sharingForm = z.object({ sharing: z.enum(['agree', 'decline']), seenRevision: z.coerce.number().int().min(0) });

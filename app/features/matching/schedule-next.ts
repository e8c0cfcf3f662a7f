import { acceptsOffers } from '#app/domain/case/statuses.ts';
import { nextAction } from './next-action.ts';
import type { Act } from './record.ts';

/** Last statement of every step: when the worker has to look at the case again. */
export async function scheduleNext({ deps, tx, file, now }: Act): Promise<void> {
  const after = await tx.store.file(file.id);
  if (after === null) return;
  const routing = after.state === 'ready' || after.state === 'assigned' || acceptsOffers(after.state);
  const nextActionAt = routing ? (nextAction(after, now, deps.serviceClock(now))?.at ?? null) : null;
  await tx.store.changeCase(file.id, after.reservedOfferId, { nextActionAt }, now);
}

import type { Database } from '../connect.ts';
import type { DatabaseTransaction } from '../transact.ts';

/** Removes a person whose address was never confirmed, with the organisation that exists only through it. */
export async function removeUnconfirmedPerson(db: Database | DatabaseTransaction, userId: string): Promise<void> {
  const { count } = await db.user.updateMany({ where: { id: userId, state: 'pending_email' }, data: { state: 'pending_email' } });
  if (count !== 1) return;
  const memberships = await db.membership.findMany({ where: { userId } });
  await db.membership.deleteMany({ where: { userId } });
  for (const { organisationId } of memberships) {
    const others = await db.membership.count({ where: { organisationId } });
    if (others > 0) continue;
    await db.organisationKey.deleteMany({ where: { organisationId } });
    // no tenant: the organisation itself, founded by this registration and shared with nobody
    await db.organisation.deleteMany({ where: { id: organisationId, cases: { none: {} }, assessments: { none: {} } } });
  }
  await db.user.delete({ where: { id: userId } });
}

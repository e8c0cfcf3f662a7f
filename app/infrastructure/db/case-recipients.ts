import type { Database } from './connect.ts';
import type { DatabaseTransaction } from './transact.ts';

/**
 * People on the company's side who can open a case: those to whom its key is sealed, by themselves or as confirmed members of
 * the company. Colleagues from whom a case is hidden are not among them.
 */
export async function caseRecipients(db: Database | DatabaseTransaction, found: { readonly id: string; readonly organisationId: string }): Promise<readonly string[]> {
  const grants = await db.subjectKeyGrant.findMany({
    where: { subjectKind: 'case', subjectId: found.id, awaitingRelease: false, recipientKind: { in: ['organisation', 'user'] } },
    select: { recipientKind: true, recipientId: true },
  });
  const persons = grants.filter((grant) => grant.recipientKind === 'user').map((grant) => grant.recipientId);
  const wholeCompany = grants.some((grant) => grant.recipientKind === 'organisation' && grant.recipientId === found.organisationId);
  const members = await db.membership.findMany({
    where: { organisationId: found.organisationId, confirmedAt: { not: null }, endedAt: null, ...(wholeCompany ? {} : { userId: { in: persons } }) },
    select: { userId: true },
    distinct: ['userId'],
  });
  return members.map((member) => member.userId);
}

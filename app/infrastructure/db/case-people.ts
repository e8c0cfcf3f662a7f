import type { CasePeople } from '#app/features/ports.ts';
import type { Database } from './connect.ts';
import type { DatabaseTransaction } from './transact.ts';

const present = { confirmedAt: { not: null }, endedAt: null, user: { disabledAt: null } } as const;

export type KeyHolder = { readonly recipientKind: string; readonly recipientId: string };

/** The company's side among those who hold the key of a case: organisations that are none of its providers, and chosen persons. */
export function companySide(holders: readonly KeyHolder[], organisationId: string, providerIds: readonly string[]) {
  const of = (kind: string) => [...new Set(holders.filter((one) => one.recipientKind === kind).map((one) => one.recipientId))];
  return {
    organisationIds: of('organisation').filter((id) => id === organisationId || !providerIds.includes(id)),
    userIds: of('user'),
  };
}

/** To whom mails about a case go: confirmed, present people by their part. Colleagues from whom a case is hidden are not among them. */
export function createCasePeople(db: Database | DatabaseTransaction): CasePeople {
  async function membersOf(where: object): Promise<string[]> {
    const rows = await db.membership.findMany({ where: { ...present, ...where }, select: { userId: true }, distinct: ['userId'], orderBy: { createdAt: 'asc' } });
    return rows.map((row) => row.userId);
  }
  return {
    async ofCompany(caseId, organisationId) {
      const holders = await db.subjectKeyGrant.findMany({
        where: { subjectKind: 'case', subjectId: caseId, awaitingRelease: false },
        select: { recipientKind: true, recipientId: true },
      });
      const assignments = await db.assignment.findMany({ where: { caseId }, select: { providerId: true } });
      const { organisationIds, userIds } = companySide(holders, organisationId, assignments.map((one) => one.providerId));
      return membersOf({ OR: [{ organisationId: { in: organisationIds } }, { userId: { in: userIds } }] });
    },
    ofProvider: (providerId, adminsOnly) =>
      membersOf({ organisationId: providerId, role: { in: adminsOnly ? ['provider.admin'] : ['provider.admin', 'provider.responder'] } }),
    withOfficeRole: (role) => membersOf({ role, organisation: { type: 'office' } }),
    async onDuty(at) {
      const officers = await membersOf({ role: 'office.duty', organisation: { type: 'office' } });
      const shifts = await db.dutyShift.findMany({ where: { userId: { in: officers }, startsAt: { lte: at }, endsAt: { gt: at } }, select: { userId: true } });
      const onCalendar = officers.filter((userId) => shifts.some((shift) => shift.userId === userId));
      return onCalendar.length > 0 ? onCalendar : officers;
    },
  };
}

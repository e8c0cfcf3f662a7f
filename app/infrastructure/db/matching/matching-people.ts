import type { MatchingPeople } from '#app/features/matching/ports.ts';
import type { Database } from '../connect.ts';
import type { DatabaseTransaction } from '../transact.ts';

const present = { confirmedAt: { not: null }, endedAt: null, user: { disabledAt: null } } as const;

/** Who gets mails about routing: confirmed, present people by part. */
export function createMatchingPeople(db: Database | DatabaseTransaction): MatchingPeople {
  async function membersOf(where: object): Promise<string[]> {
    const rows = await db.membership.findMany({ where: { ...present, ...where }, select: { userId: true }, distinct: ['userId'], orderBy: { createdAt: 'asc' } });
    return rows.map((row) => row.userId);
  }
  return {
    ofProvider: (providerId, adminsOnly) =>
      membersOf({ organisationId: providerId, role: { in: adminsOnly ? ['provider.admin'] : ['provider.admin', 'provider.responder'] } }),
    async ofCase(caseId, organisationId) {
      const grants = await db.subjectKeyGrant.findMany({
        where: { subjectKind: 'case', subjectId: caseId, awaitingRelease: false },
        select: { recipientKind: true, recipientId: true },
      });
      const chosen = grants.filter((grant) => grant.recipientKind === 'user').map((grant) => grant.recipientId);
      const whole = grants.some((grant) => grant.recipientKind === 'organisation' && grant.recipientId === organisationId);
      return whole || chosen.length === 0 ? membersOf({ organisationId }) : membersOf({ organisationId, userId: { in: chosen } });
    },
    withOfficeRole: (role) => membersOf({ role }),
    async onDuty(at) {
      const officers = await membersOf({ role: 'office.duty' });
      const shifts = await db.dutyShift.findMany({ where: { userId: { in: officers }, startsAt: { lte: at }, endsAt: { gt: at } }, select: { userId: true } });
      const onCalendar = officers.filter((userId) => shifts.some((shift) => shift.userId === userId));
      return onCalendar.length > 0 ? onCalendar : officers;
    },
  };
}

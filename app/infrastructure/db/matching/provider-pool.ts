import { isActiveAssignment, isAssignmentState } from '#app/domain/case/statuses.ts';
import { businessMinutesBetween } from '#app/domain/deadlines/business-hours.ts';
import { localDate } from '#app/domain/deadlines/local-time.ts';
import type { ServiceClock } from '#app/domain/deadlines/service-windows.ts';
import { capabilityLevels } from '#app/domain/routing/capabilities.ts';
import type { CapabilityApproval } from '#app/domain/routing/capabilities.ts';
import type { MandatoryProof, ProviderRecord, ReachChannel, RoutingProvider } from '#app/domain/routing/input.ts';
import { reactionOf, responseClassOf } from '#app/domain/routing/response-class.ts';
import { incidentKinds, reportLanguages, severities } from '#app/domain/triage/kinds.ts';
import type { Severity } from '#app/domain/triage/kinds.ts';
import { mandatoryItems } from '#app/domain/vetting/items.ts';
import { isVettingState } from '#app/domain/vetting/statuses.ts';
import type { Database } from '../connect.ts';
import { dayOf } from '../local-dates.ts';
import type { DatabaseTransaction } from '../transact.ts';

type Parts = { readonly zone: string; readonly serviceClock: (at: Date) => ServiceClock };

const dayMs = 86_400_000;
/** Answers are read newest first; far more than the rules look at. */
const answersRead = 400;
const experienceDays = 730;

/** Providers as routing reads them at a moment, by id. `ids`: only these. */
export async function readProviderPool(db: Database | DatabaseTransaction, parts: Parts, at: Date, ids?: readonly string[]): Promise<RoutingProvider[]> {
  const rows = await readRows(db, parts, at, ids);
  return rows.providers.map((row): RoutingProvider => {
    const today = localDate(at, parts.zone);
    const approvals = rows.approvals.filter((one) => one.providerId === row.id).flatMap((one) => approvalOf(one, parts.zone));
    const record = recordOf(row.id, rows, parts, at);
    return {
      providerId: row.id,
      companyId: row.id,
      groupId: row.groupKey,
      vettingState: isVettingState(row.vettingState) ? row.vettingState : 'draft',
      vettingValidUntil: row.approvedUntil === null ? null : dayOf(row.approvedUntil, parts.zone),
      proofs: proofsOf(row.id, approvals, rows, parts.zone),
      approvals,
      skills: [...new Set(approvals.filter((one) => one.validUntil >= today).map((one) => one.kind))].sort(),
      paused: row.pausedUntil !== null && row.pausedUntil > at,
      holidays: [],
      declinedCompanyIds: textList(row.exclusions),
      areas: row.onSite ? textList(row.districts) : [],
      offersRemote: row.remote,
      siteDistricts: row.organisation.district === null ? [] : [row.organisation.district],
      onDutyNow: rows.shifts.some((shift) => shift.organisationId === row.id),
      // Slots are not kept in the portal: who is within its capacity has one.
      nextFreeSlotMinutes: 0,
      reactionMinutes: reactionOf[responseClassOf(row.responseClass)],
      languages: textList(row.languages).flatMap((text) => reportLanguages.filter((one) => one === text)),
      activeWeight: weightOf(row.id, rows, parts.serviceClock(at)),
      weightLimit: row.capacityLimit,
      channels: channelsOf(row.verifiedChannels, row.hasVoiceChannel, row.channelTestAt),
      undeliverable: rows.offers.some((offer) => offer.providerId === row.id && offer.state === 'undeliverable' && (row.channelTestAt === null || (offer.decidedAt ?? at) > row.channelTestAt)),
      record,
    };
  });
}

type Rows = Awaited<ReturnType<typeof readRows>>;

async function readRows(db: Database | DatabaseTransaction, { serviceClock }: Parts, at: Date, ids?: readonly string[]) {
  const { rules } = serviceClock(at);
  const of = ids === undefined ? {} : { in: [...ids] };
  const only = ids === undefined ? {} : { providerId: of };
  const balanceFrom = new Date(at.getTime() - rules.fairShareDays * dayMs);
  return {
    providers: await db.provider.findMany({
      // no tenant: the pool of a routing decision is all providers
      where: ids === undefined ? {} : { id: of },
      include: { organisation: { select: { district: true } } },
      orderBy: { id: 'asc' },
    }),
    approvals: await db.approval.findMany({ where: { ...only, endedAt: null } }),
    vettings: await db.vetting.findMany({
      where: { ...only, state: { notIn: ['draft', 'rejected', 'revoked', 'ended'] } },
      include: { items: { select: { code: true, state: true, validUntil: true } } },
      orderBy: { createdAt: 'desc' },
    }),
    shifts: await db.dutyShift.findMany({
      where: { ...(ids === undefined ? {} : { organisationId: of }), startsAt: { lte: at }, endsAt: { gt: at } },
      select: { organisationId: true },
    }),
    assignments: await db.assignment.findMany({
      where: { ...only, createdAt: { gte: new Date(at.getTime() - experienceDays * dayMs) } },
      select: { providerId: true, state: true, firstContactDue: true, firstContactAt: true, case: { select: { severity: true, kind: true } } },
    }),
    offers: await db.offer.findMany({
      where: { ...only, sentAt: { gte: balanceFrom } },
      select: { providerId: true, state: true, sentAt: true, expiresAt: true, acceptedAt: true, decidedAt: true, case: { select: { severity: true } } },
      orderBy: { sentAt: 'desc' },
      take: answersRead,
    }),
    balances: await db.fairShareEntry.groupBy({
      by: ['providerId'],
      where: { ...only, createdAt: { gt: balanceFrom, lte: at } },
      _sum: { credit: true, debit: true },
    }),
  };
}

function approvalOf(row: { capability: string; level: number; validUntil: Date }, zone: string): CapabilityApproval[] {
  const kind = incidentKinds.find((one) => one === row.capability);
  const level = capabilityLevels.find((one) => one === row.level);
  return kind === undefined || level === undefined ? [] : [{ kind, level, validUntil: dayOf(row.validUntil, zone) }];
}

/** Accepted proofs that the approved levels need. A routine test (V9) is judged by the channels. */
function proofsOf(providerId: string, approvals: readonly CapabilityApproval[], { vettings }: Rows, zone: string): MandatoryProof[] {
  const own = vettings.filter((one) => one.providerId === providerId);
  const decided = own.find((one) => one.decidedAt !== null);
  if (decided === undefined) return [];
  const needed = new Set(approvals.flatMap((one) => mandatoryItems(one.level, false) as readonly string[]));
  const renewed = new Set(own.filter((one) => one.createdAt > decided.createdAt).flatMap((one) => one.items.filter((item) => item.state === 'submitted' || item.state === 'accepted').map((item) => item.code)));
  return decided.items
    .filter((item) => needed.has(item.code) && item.state === 'accepted')
    .map((item) => ({ item: item.code, validUntil: item.validUntil === null ? null : dayOf(item.validUntil, zone), renewalFiled: renewed.has(item.code) }))
    .sort((a, b) => (a.item < b.item ? -1 : 1));
}

function weightOf(providerId: string, { assignments }: Rows, { rules }: ServiceClock): number {
  return assignments
    .filter((one) => one.providerId === providerId && isAssignmentState(one.state) && isActiveAssignment(one.state))
    .reduce((sum, one) => sum + rules.caseWeight[severityOf(one.case.severity)], 0);
}

function recordOf(providerId: string, rows: Rows, parts: Parts, at: Date): ProviderRecord {
  const offers = rows.offers.filter((one) => one.providerId === providerId);
  const balance = rows.balances.find((one) => one.providerId === providerId);
  const assignments = rows.assignments.filter((one) => one.providerId === providerId);
  const closedCases: Partial<Record<(typeof incidentKinds)[number], number>> = {};
  for (const one of assignments) {
    const kind = incidentKinds.find((each) => each === one.case.kind);
    if (one.state === 'fulfilled' && kind !== undefined) closedCases[kind] = (closedCases[kind] ?? 0) + 1;
  }
  return {
    acceptances: offers
      .flatMap(({ sentAt, expiresAt, acceptedAt, case: { severity } }) => {
        if (sentAt === null || expiresAt === null || acceptedAt === null) return [];
        const minutes = minutesOn(severityOf(severity), parts, at);
        return [{ minutes: minutes(sentAt, acceptedAt), windowMinutes: Math.max(1, minutes(sentAt, expiresAt)) }];
      })
      .slice(0, parts.serviceClock(at).rules.acceptancesRead),
    closedCases,
    accepted: assignments.length,
    kept: assignments.filter(keptItsWord).length,
    balanceMicro: (balance?._sum.credit ?? 0) - (balance?._sum.debit ?? 0),
    lastOfferAt: offers[0]?.sentAt?.toISOString() ?? null,
  };
}

/** First contact in time, and not given back without a result; what is still running in time counts as kept. */
function keptItsWord(one: { state: string; firstContactDue: Date | null; firstContactAt: Date | null }): boolean {
  if (one.state === 'taken_back') return false;
  return one.firstContactAt === null ? one.state === 'first_contact_due' : one.firstContactDue === null || one.firstContactAt <= one.firstContactDue;
}

/** Minutes between two instants on the clock of a severity. */
function minutesOn(severity: Severity, { serviceClock }: Parts, at: Date): (from: Date, to: Date) => number {
  const { rules, calendar } = serviceClock(at);
  if (rules.clock[severity] === 'wall') return (from, to) => (to.getTime() - from.getTime()) / 60_000;
  return (from, to) => businessMinutesBetween(from, to, calendar);
}

function severityOf(text: string | null): Severity {
  return severities.find((one) => one === text) ?? 'S3';
}

/** The profile keeps how many ways were verified, whether one of them is a telephone, and when they were last tried. */
function channelsOf(count: number, hasVoice: boolean, testedAt: Date | null): ReachChannel[] {
  const kinds = hasVoice ? (['voice', 'email', 'sms', 'push'] as const) : (['email', 'sms', 'push'] as const);
  const lastTestOkAt = testedAt?.toISOString() ?? null;
  return kinds.slice(0, count).map((kind) => ({ kind, verified: true, lastTestOkAt }));
}

function textList(json: string): string[] {
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.filter((one): one is string => typeof one === 'string') : [];
}

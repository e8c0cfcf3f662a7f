import type { Actor } from '#app/domain/access/actor.ts';
import { requireRight } from '#app/domain/access/may.ts';
import { ownerOfNextDeadline } from '#app/domain/case/deadline-owner.ts';
import type { CaseState, OfferState } from '#app/domain/case/statuses.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { explainToCompany, explainToOffice } from '#app/domain/routing/explain.ts';
import type { CompanyExplanation, OfficeExplanation } from '#app/domain/routing/explain.ts';
import type { Severity } from '#app/domain/triage/kinds.ts';
import { openWave, waitingOffers } from './next-action.ts';
import { requireOffice } from './offer-rights.ts';
import type { MatchingDeps, RoutingFile } from './ports.ts';

/** What happens now with a reported case, told to its company. Names no provider before one is confirmed. */
export type CompanyRoutingView = {
  readonly state: CaseState;
  readonly severity: Severity;
  /** `waiting`: decision to come; `asked`: offers are out; `confirming`: somebody has accepted; `with_office`: a person decides. */
  readonly now: 'waiting' | 'asked' | 'confirming' | 'with_office' | 'found' | 'none';
  /** Providers that have an offer they may answer. */
  readonly asked: number;
  /** How many were asked in all. */
  readonly askedInAll: number;
  /** Until when the present step lasts. */
  readonly until: string | null;
  /** Until when a person of the office acts at the latest. */
  readonly officeActsBy: string | null;
  /** Number of the wave, and how many there are. */
  readonly wave: { readonly number: number; readonly of: number } | null;
  readonly explanation: CompanyExplanation | null;
  /** The provider that leads, by id; its name belongs to the case page. */
  readonly leadingProviderId: string | null;
  readonly firstContactDue: string | null;
};

/** The plan of routing for the people who can open the case. */
export function companyRoutingView(deps: MatchingDeps) {
  return async function (actor: Actor, caseId: string): Promise<Result<CompanyRoutingView>> {
    if (actor.kind !== 'member') return err('not_signed_in');
    const own = await deps.reads.isRecipient(caseId, actor.organisationId, actor.userId);
    const right = requireRight(actor, 'routing.read_plan', own ? 'case_recipient' : 'none', deps.clock.now());
    if (!right.ok) return right;
    const file = await deps.reads.file(caseId);
    return file === null ? err('not_found') : ok(viewFor(file));
  };
}

export type OfficeRoutingView = {
  readonly state: CaseState;
  readonly reference: string;
  readonly owner: ReturnType<typeof ownerOfNextDeadline>;
  readonly nextActionAt: string | null;
  readonly explanation: OfficeExplanation | null;
  readonly offers: readonly { readonly id: string; readonly providerId: string; readonly provider: string; readonly state: OfferState; readonly sentAt: string | null; readonly until: string | null }[];
  readonly providers: Readonly<Record<string, string>>;
  readonly tasks: readonly { readonly id: string; readonly kind: string; readonly dueAt: string; readonly doneAt: string | null; readonly outcome: string | null }[];
};

/** The stored decision with every filter and term, the offers and what is due: for the office, which never sees content. */
export function officeRoutingView(deps: MatchingDeps) {
  return async function (actor: Actor, caseId: string): Promise<Result<OfficeRoutingView>> {
    const own = requireOffice(deps, actor, 'routing.read_decision');
    if (!own.ok) return own;
    const file = await deps.reads.file(caseId);
    if (file === null) return err('not_found');
    const decision = file.decision?.record.decision ?? null;
    const ids = [...new Set([...(decision?.providers.map((one) => one.providerId) ?? []), ...file.offers.map((one) => one.providerId)])];
    const names = await Promise.all(ids.map(async (id) => [id, (await deps.reads.companyName(id))?.name ?? ''] as const));
    const providers = Object.fromEntries(names);
    return ok({
      state: file.state,
      reference: file.reference,
      owner: ownerOfNextDeadline(file.state, file),
      nextActionAt: file.nextActionAt?.toISOString() ?? null,
      explanation: decision === null ? null : explainToOffice(decision),
      offers: file.offers.map((offer) => ({
        id: offer.id,
        providerId: offer.providerId,
        provider: providers[offer.providerId] ?? '',
        state: offer.state,
        sentAt: offer.sentAt?.toISOString() ?? null,
        until: (offer.confirmBy ?? offer.expiresAt)?.toISOString() ?? null,
      })),
      providers,
      tasks: file.tasks.map(({ id, kind, dueAt, doneAt, outcome }) => ({ id, kind, dueAt: dueAt.toISOString(), doneAt: doneAt?.toISOString() ?? null, outcome })),
    });
  };
}

function viewFor(file: RoutingFile): CompanyRoutingView {
  const decision = file.decision?.record.decision ?? null;
  const holder = file.offers.find((offer) => offer.state === 'accepted');
  const waiting = waitingOffers(file);
  const wave = openWave(file);
  const leader = file.assignments.find((one) => one.role === 'leading' && one.state !== 'taken_back' && one.state !== 'handed_over' && one.state !== 'aborted');
  const mustAct = file.tasks.find((task) => task.kind === 'duty_must_act' && task.doneAt === null);
  const lastExpiry = waiting.reduce<Date | null>((latest, offer) => (offer.expiresAt !== null && (latest === null || offer.expiresAt > latest) ? offer.expiresAt : latest), null);
  const until = holder?.confirmBy ?? wave?.endsAt ?? lastExpiry ?? leader?.firstContactDue ?? mustAct?.dueAt ?? null;
  return {
    state: file.state,
    severity: file.severity,
    now: stageOf(file, holder !== undefined, waiting.length > 0),
    asked: waiting.length + (holder === undefined ? 0 : 1),
    askedInAll: new Set(file.offers.map((offer) => offer.providerId)).size,
    until: until?.toISOString() ?? null,
    officeActsBy: mustAct?.dueAt.toISOString() ?? null,
    wave: wave === null || decision === null ? null : { number: wave.step, of: Math.max(wave.step, ...decision.waves.map((one) => one.wave)) },
    explanation: decision === null ? null : explainToCompany(decision),
    leadingProviderId: leader?.providerId ?? null,
    firstContactDue: leader?.firstContactDue?.toISOString() ?? null,
  };
}

function stageOf(file: RoutingFile, held: boolean, asked: boolean): CompanyRoutingView['now'] {
  switch (file.state) {
    case 'ready':
      return 'waiting';
    case 'matching':
      return held ? 'confirming' : asked ? 'asked' : 'waiting';
    case 'escalated':
      return held ? 'confirming' : 'with_office';
    default:
      return file.assignments.length > 0 ? 'found' : 'none';
  }
}

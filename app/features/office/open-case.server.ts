import type { Actor } from '#app/domain/access/actor.ts';
import { may } from '#app/domain/access/may.ts';
import { acceptsOffers, isRunning } from '#app/domain/case/statuses.ts';
import { waitsForDecision } from '#app/domain/case/duty-tasks.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { offeredDecisions } from './decisions.ts';
import { requireOffice } from './office-rights.ts';
import type { CaseFileAtOffice, OfficeDeps } from './ports.ts';
import { taskView, ticketOf } from './ticket.ts';
import type { OfficeCaseView } from './view.ts';

/** One case as the office sees it: triage facts, coded timeline, the routing decision, what is due. A draft does not exist for it. */
export function openOfficeCase(deps: OfficeDeps) {
  return async function (actor: Actor, caseId: string): Promise<Result<OfficeCaseView>> {
    const member = requireOffice(deps, actor, 'case.read_facts');
    if (!member.ok) return member;
    const found = await deps.reads.findCase(caseId);
    if (found === null) return err('not_found');
    const now = deps.clock.now();
    const [tasks, notes, routing] = await Promise.all([deps.reads.openTasks(caseId), deps.reads.notes(caseId), deps.duty.officeRoutingView(actor, caseId)]);
    const names = await deps.directory.organisations([found.organisationId, ...organisationsIn(found), ...notes.map((note) => note.organisationId)]);
    const people = await deps.directory.people([...found.events.flatMap((one) => one.actorUserId ?? []), ...notes.map((note) => note.authorUserId)]);
    const company = names.get(found.organisationId);
    const decisions = tasks.filter((task) => waitsForDecision(task.kind));
    return ok({
      now: now.toISOString(),
      ticket: ticketOf(found, tasks, names, now),
      company: { name: company?.name ?? '', town: company?.town ?? '', telephone: company?.telephone ?? null },
      callback: found.callback,
      reportedAt: found.reportedAt.toISOString(),
      facts: JSON.parse(found.facts) as Record<string, unknown>,
      reasons: (JSON.parse(found.reasons) as { code?: string }[]).flatMap((reason) => reason.code ?? []),
      routingWanted: (JSON.parse(found.consent) as { routingWanted?: boolean }).routingWanted === true,
      deadlines: found.deadlines.map((one) => ({ ...one, dueAt: one.dueAt.toISOString(), triggerAt: one.triggerAt.toISOString() })),
      offers: found.offers.map((offer) => ({
        id: offer.id,
        provider: names.get(offer.providerId)?.name ?? '',
        state: offer.state,
        wave: offer.waveNumber,
        rank: offer.rank,
        sentAt: offer.sentAt?.toISOString() ?? null,
        until: (offer.state === 'accepted' ? offer.confirmBy : offer.expiresAt)?.toISOString() ?? null,
      })),
      waves: found.waves.map((wave) => ({ number: wave.number, startedAt: wave.startedAt.toISOString(), endsAt: wave.endsAt?.toISOString() ?? null, endedAt: wave.endedAt?.toISOString() ?? null })),
      explanation: routing.ok ? routing.value.explanation : null,
      providerNames: routing.ok ? routing.value.providers : {},
      events: eventsOf(found, names, people),
      tasks: decisions.map((task) => taskView(task, new Map([[caseId, found]]), now)),
      decisions: offeredDecisions(found.state, decisions.length > 0),
      askable: acceptsOffers(found.state) ? await deps.directory.approvedProviders() : [],
      notes: notes.map((note) => ({
        id: note.id,
        author: people.get(note.authorUserId) ?? '',
        from: names.get(note.organisationId)?.name ?? '',
        own: note.authorUserId === member.value.userId,
        at: note.createdAt.toISOString(),
        text: note.text,
      })),
      mayChangeSeverity: isRunning(found.state) && may(actor, 'case.change_severity', 'office'),
      formKey: deps.random.id(),
    });
  };
}

type Names = ReadonlyMap<string, { readonly name: string }>;

/** Newest first. Of the company no person is named: the office knows whom to call back, not who clicked. */
function eventsOf(found: CaseFileAtOffice, names: Names, people: ReadonlyMap<string, string>): OfficeCaseView['events'] {
  return [...found.events].reverse().map((one) => ({
    key: String(one.sequence),
    event: one.event,
    toState: one.toState,
    reason: one.reason,
    by: one.actorKind,
    who: one.organisationId === null || one.organisationId === found.organisationId ? null : [people.get(one.actorUserId ?? ''), names.get(one.organisationId)?.name].filter(Boolean).join(', ') || null,
    at: one.at.toISOString(),
  }));
}

function organisationsIn(found: CaseFileAtOffice): readonly string[] {
  return [...found.offers.map((one) => one.providerId), ...found.assignments.map((one) => one.providerId), ...found.events.flatMap((one) => one.organisationId ?? [])];
}

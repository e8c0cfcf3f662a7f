import { leadingAssignmentOf } from '#app/domain/case/consequences.ts';
import type { Audience } from '#app/domain/case/parties.ts';
import { isActiveAssignment } from '#app/domain/case/statuses.ts';
import type { NoticeKind } from '#app/domain/notices/notice.ts';
import { enqueueCaseNotice } from '../../case-notices.ts';
import type { MovedCase } from '../../case-moves.ts';
import type { Writing } from '../writing.ts';

/** Mails of a step: to whom the machines say, never to whoever did it. */

export async function tellOfStep(writing: Writing, sequence: number, until: Date | null): Promise<void> {
  const { step, held, move } = writing;
  const leader = move.winner?.providerId ?? leadingAssignmentOf(held.file)?.providerId ?? null;
  for (const notice of step.notices) {
    // A receipt is for the one who acted.
    const people = notice.kind === 'case_received' && move.actor.kind === 'user' ? [move.actor.userId] : others(writing, await audience(writing, notice.to, leader));
    await tell(writing, notice.kind, people, pathOf(writing, notice.to, notice.kind), String(sequence), until);
  }
}

export async function tellOfOffers(writing: Writing, sequence: number): Promise<void> {
  const { parts, held, consequences } = writing;
  for (const { id, step } of consequences.offers) {
    const providerId = held.file.offers.find((one) => one.id === id)?.providerId;
    if (providerId === undefined) continue;
    const people = others(writing, await parts.people.ofProvider(providerId, false));
    for (const notice of step.notices) await tell(writing, notice.kind, people, parts.links.providerOffer(id), `${sequence}:${id}`, null, id);
  }
}

export async function tellOfAssignments(writing: Writing, sequence: number): Promise<void> {
  const { held, consequences, parts } = writing;
  for (const { id, step } of consequences.assignments) {
    const providerId = held.file.assignments.find((one) => one.id === id)?.providerId ?? null;
    const closed = !isActiveAssignment(step.state) && step.effects.includes('end_access_now');
    for (const notice of step.notices) {
      const path = closed && isOfProvider(notice.to) ? parts.links.providerArea : pathOf(writing, notice.to, notice.kind);
      await tell(writing, notice.kind, others(writing, await audience(writing, notice.to, providerId)), path, `${sequence}:${id}`, null);
    }
  }
}

/** The provider that leads from now on; and the company, where the provider cannot read the content yet. */
export async function tellOfNewAssignment(writing: Writing, sequence: number, assignment: NonNullable<MovedCase['assignment']>): Promise<void> {
  const { parts, move, held } = writing;
  const winner = move.winner?.providerId;
  if (winner === undefined || assignment.firstContactDue === null) return;
  const turn = `${sequence}:${assignment.id}`;
  // Also to the one who confirmed: number and time of the first call stand behind the link.
  await tell(writing, 'assignment_confirmed', await parts.people.ofProvider(winner, false), parts.links.provider(move.caseId), turn, assignment.firstContactDue);
  if (assignment.released) return;
  await tell(writing, 'case_release_waiting', await parts.people.ofCompany(move.caseId, held.organisationId), parts.links.companyRelease(move.caseId), turn, null);
}

function isOfProvider(to: Audience): boolean {
  return to === 'provider' || to === 'provider_admin';
}

async function audience({ parts, move, held }: Writing, to: Audience, providerId: string | null): Promise<readonly string[]> {
  switch (to) {
    case 'company':
      return parts.people.ofCompany(move.caseId, held.organisationId);
    case 'provider':
    case 'provider_admin':
      return providerId === null ? [] : parts.people.ofProvider(providerId, to === 'provider_admin');
    case 'office':
      return parts.people.withOfficeRole('office.coordinator');
    case 'duty':
      return parts.people.onDuty(move.at);
    case 'reviewer_a':
    case 'reviewer_b':
      return [];
  }
}

function others({ move }: Writing, people: readonly string[]): readonly string[] {
  const { actor } = move;
  return actor.kind === 'user' ? people.filter((userId) => userId !== actor.userId) : people;
}

function pathOf({ parts, move }: Writing, to: Audience, kind: NoticeKind): string {
  if (isOfProvider(to)) return parts.links.provider(move.caseId);
  if (to !== 'company') return parts.links.office(move.caseId);
  return kind === 'case_closure_proposed' ? parts.links.companyClosure(move.caseId) : parts.links.company(move.caseId);
}

function tell({ parts, move, held }: Writing, kind: NoticeKind, people: readonly string[], path: string, turn: string, until: Date | null, offerId?: string): Promise<void> {
  return enqueueCaseNotice(parts.outbox, people, { kind, caseId: move.caseId, reference: held.reference, path, until, turn, ...(offerId === undefined ? {} : { offerId }) });
}

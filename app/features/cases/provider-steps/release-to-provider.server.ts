import type { Actor } from '#app/domain/access/actor.ts';
import { hasSteppedUp } from '#app/domain/access/actor.ts';
import { isActiveAssignment } from '#app/domain/case/statuses.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { enqueueCaseNotice } from '../../case-notices.ts';
import type { KeyRing } from '../../ports.ts';
import { fieldFault } from '../life/act-on-case.server.ts';
import { headOf, leadOf } from '../case-head.server.ts';
import { requireCase, subjectOf } from '../case-rights.server.ts';
import type { OpenedCase } from '../case-rights.server.ts';
import type { CaseDeps } from '../ports.ts';
import { noteCase } from '../life/store-step.ts';
import { transactOrRefuse } from '../../transact-or-refuse.ts';
import type { ReleaseView } from '../view.ts';

/** Version of the words that the release page asks the company to agree to. */
export const RELEASE_CONSENT_VERSION = 'release-2026-11';

export type ReleaseInput = {
  readonly caseId: string;
  /** What the person saw and agreed to: another provider or key in the meantime is refused. */
  readonly providerId: string;
  readonly fingerprint: string;
  readonly consent: boolean;
};

/** What the company must see before it releases: who, approved since when, and the key it seals to. */
export function openRelease(deps: CaseDeps) {
  return async function open(actor: Actor, keys: KeyRing, caseId: string): Promise<Result<ReleaseView>> {
    const opened = await requireCase(deps, actor, caseId, 'case.read_content', 'company');
    if (!opened.ok) return opened;
    const target = await targetOf(deps, opened.value);
    if (!target.ok) return target;
    const { lead, fingerprint } = target.value;
    const names = await deps.directory.organisations([lead.providerId]);
    const vetting = await deps.directory.vetting(lead.providerId);
    const now = deps.clock.now();
    return ok({
      head: await headOf(deps, keys, opened.value),
      provider: {
        id: lead.providerId,
        name: names.get(lead.providerId)?.name ?? '',
        town: names.get(lead.providerId)?.town ?? '',
        approvedSince: vetting?.approvedSince?.toISOString() ?? null,
        approvedUntil: vetting?.approvedUntil?.toISOString() ?? null,
        fingerprint,
      },
      alreadyReleased: await isReleased(deps, caseId, lead.providerId),
      steppedUp: hasSteppedUp(opened.value.actor, now),
      consentVersion: RELEASE_CONSENT_VERSION,
    });
  };
}

/** Seals the case's key to the provider that leads the case. Needs the second factor anew. */
export function releaseToProvider(deps: CaseDeps) {
  return async function release(actor: Actor, keys: KeyRing, input: ReleaseInput): Promise<Result<{ readonly released: boolean }>> {
    const opened = await requireCase(deps, actor, input.caseId, 'case.release', 'company');
    if (!opened.ok) return opened;
    if (!input.consent) return fieldFault('consent', 'tick');
    const target = await targetOf(deps, opened.value);
    if (!target.ok) return target;
    const { lead, fingerprint } = target.value;
    if (lead.providerId !== input.providerId || fingerprint !== input.fingerprint) return err('conflict_of_versions');
    if (await isReleased(deps, input.caseId, lead.providerId)) return ok({ released: false });
    const { row, actor: member } = opened.value;
    const at = deps.clock.now();
    return transactOrRefuse(deps.transact, async (tx) => {
      const held = await tx.cases.lock(input.caseId, at);
      const still = held?.assignments.some((one) => one.id === lead.id && isActiveAssignment(one.state)) ?? false;
      if (!still) return err('wrong_state', { detail: held?.state });
      const given = await tx.keyGrants.give(keys, subjectOf(row), { kind: 'organisation', organisationId: lead.providerId }, input.fingerprint);
      if (!given.ok) return given;
      const reminders = (await tx.timers.open(input.caseId)).filter((one) => one.kind === 'release_reminder');
      await tx.timers.drop(input.caseId, reminders.map((one) => one.id), at);
      const who = { kind: 'user', userId: member.userId } as const;
      await noteCase(tx.cases, { caseId: input.caseId, event: 'released', actor: who, organisationId: member.organisationId, at, data: { providerId: lead.providerId, consent: RELEASE_CONSENT_VERSION } }, 'company');
      await tx.audit.append({ event: 'case.released', actor: who, at, organisationId: member.organisationId, object: { kind: 'case', id: input.caseId }, reason: RELEASE_CONSENT_VERSION });
      const notice = { caseId: input.caseId, reference: row.reference, turn: `released:${lead.id}` };
      await enqueueCaseNotice(tx.outbox, await tx.people.ofProvider(lead.providerId, false), { ...notice, kind: 'assignment_released', path: deps.links.provider(input.caseId) });
      const own = (await tx.people.ofCompany(input.caseId, row.organisationId)).filter((one) => one !== member.userId);
      await enqueueCaseNotice(tx.outbox, own, { ...notice, kind: 'case_released', path: deps.links.company(input.caseId) });
      return ok({ released: true });
    });
  };
}

async function targetOf(deps: CaseDeps, { row }: OpenedCase) {
  const lead = leadOf(row);
  if (lead === null || !isActiveAssignment(lead.state)) return err('wrong_state', { detail: row.state });
  const fingerprint = await deps.directory.fingerprint(lead.providerId);
  return fingerprint === null ? err('key_missing') : ok({ lead, fingerprint });
}

async function isReleased(deps: CaseDeps, caseId: string, providerId: string): Promise<boolean> {
  const found = await deps.reads.byId(caseId);
  return found?.access.assignments.some((one) => one.providerId === providerId && one.released) ?? false;
}

import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { intakeSteps } from '#app/domain/triage/fields.ts';
import type { IntakeStep } from '#app/domain/triage/fields.ts';
import { nextStep, openSteps, withoutForeignAnswers } from '#app/domain/triage/steps.ts';
import type { KeyRing } from '../ports.ts';
import { caseSubject } from './case-rights.ts';
import { consentTextVersion } from '../case-consent.ts';
import { parseStep, withStep } from './form.ts';
import type { PostedValues } from './form.ts';
import { openDraft } from './open-draft.server.ts';
import type { IncidentDeps } from './ports.ts';
import { kindOf, sealReport } from './report-answers.ts';

export type SaveStepInput = {
  readonly caseId: string;
  readonly step: string;
  readonly posted: PostedValues;
  /** Changing one answer from the page of answers: go back there when nothing else is open. */
  readonly backToCheck?: boolean;
};

/**
 * Stores the answers of one page, sealed, and names the page that comes next. Refused with `invalid_input` and the keys of
 * the texts by control; then nothing is stored. Two pages saved at the same time both count: the later is laid over the earlier.
 */
export function saveStep(deps: IncidentDeps) {
  return async function (actor: Actor, keys: KeyRing, input: SaveStepInput): Promise<Result<{ next: IntakeStep | 'check' }>> {
    const step = intakeSteps.find((one) => one === input.step);
    if (step === undefined) return err('not_found');
    const providerIds = step === 'insurer' || step === 'consent' ? (await deps.providers.list()).map((one) => one.id) : [];

    for (let attempt = 0; attempt < 5; attempt += 1) {
      const draft = await openDraft(deps, actor, keys, input.caseId);
      if (!draft.ok) return draft;
      const { member, stored, sites } = draft.value;
      const kindBefore = kindOf(draft.value.answers);
      if (kindBefore === null && step !== 'what_happened') return err('wrong_state', { detail: 'kind_missing' });
      const now = deps.clock.now();
      // The first page asks the same of every kind.
      const parsed = parseStep(step, kindBefore ?? 'unsure', input.posted, { now, zone: deps.zone, districtIds: deps.districtIds, sites, providerIds });
      if (Object.keys(parsed.errors).length > 0) {
        return err('invalid_input', { fields: Object.fromEntries(Object.entries(parsed.errors).map(([name, text]) => [name, [text]])) });
      }
      const set = step === 'consent' ? { consentTextVersion } : {};
      const merged = withStep(draft.value.answers, { ...parsed.answers, ...set });
      const kind = kindOf(merged);
      if (kind === null) return err('invalid_input', { fields: { kind: ['choose'] } });
      const answers = withoutForeignAnswers(kind, merged);
      const following = nextStep(step, kind);
      const place = { caseId: input.caseId, organisationId: member.organisationId, revision: stored.revision };
      const saved = await deps.transact(async (tx) => {
        const key = await tx.keyGrants.openForWriting(keys, caseSubject(input.caseId, member.organisationId));
        return key.ok ? ok(await tx.incidents.saveDraft(place, sealReport(key.value, input.caseId, answers), following, now)) : key;
      });
      if (!saved.ok) return saved;
      if (!saved.value) continue;
      const nothingOpen = openSteps(kind, answers).length === 0;
      return ok({ next: input.backToCheck && nothingOpen ? 'check' : following });
    }
    return err('conflict_of_versions');
  };
}

import type { Actor } from '#app/domain/access/actor.ts';
import { isTerminal } from '#app/domain/case/statuses.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing, Locale } from '../ports.ts';
import { findMeasure, requireOwn } from './open-measures.server.ts';
import type { OpenMeasure } from './open-measures.server.ts';
import type { MeasureDeps } from './ports.ts';
import { storeChange } from './store-change.server.ts';

export type AskProviderInput = {
  readonly measureId: string;
  readonly locale: Locale;
  /** Made with the form: repeated posts begin one case. */
  readonly idempotencyKey: string;
  /** The first words of the request; the person edits them before anything is sent. */
  words(measure: OpenMeasure): { readonly title: string; readonly description: string };
};

/**
 * Begins a case of kind `advice` with words from the measure, as a draft of this person, and ties it to the measure. While a
 * case of the measure is under way, it leads there and begins none.
 */
export function askProvider(deps: MeasureDeps) {
  return async function (actor: Actor, keys: KeyRing, input: AskProviderInput): Promise<Result<{ readonly caseId: string }>> {
    const member = requireOwn(deps, actor, 'measure.change');
    if (!member.ok) return member;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const found = await findMeasure(deps, member.value, keys, input.measureId);
      if (!found.ok) return found;
      const { row, content } = found.value;
      const known = content.adviceCaseId === null ? null : await deps.advice.find(row.organisationId, content.adviceCaseId);
      if (content.adviceCaseId !== null && known !== null && !isTerminal(known.state)) return ok({ caseId: content.adviceCaseId });
      const { title, description } = input.words(found.value);
      const drafted = await deps.advice.draft(actor, keys, { idempotencyKey: input.idempotencyKey, locale: input.locale, title, description });
      if (!drafted.ok) return drafted;
      const tied = await storeChange(deps, member.value, keys, found.value, {
        state: row.state,
        dueOn: row.dueOn,
        ownerUserId: row.ownerUserId,
        seenRevision: row.revision,
        content: { ...content, adviceCaseId: drafted.value.caseId },
      });
      if (tied.ok) return drafted;
      if (tied.refusal.code !== 'conflict_of_versions') return tied;
    }
    return err('conflict_of_versions');
  };
}

import type { Actor } from '#app/domain/access/actor.ts';
import type { AnswerBasis } from '#app/domain/checklist/vocabulary.ts';
import { closingAnswer } from '#app/domain/measures/closing.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import { findMeasure, requireOwn } from './open-measures.server.ts';
import type { MeasureDeps } from './ports.ts';
import { storeChange } from './store-change.server.ts';

export type CloseMeasureInput = {
  readonly measureId: string;
  readonly seenRevision: number;
  readonly hoursSpent: number | null;
  /** Null: the measure is done, the control's answer stays as it is. */
  readonly answer: null | {
    readonly value: 'yes' | 'partly';
    /** Local date from which it holds. */
    readonly since: string;
    readonly basis: AnswerBasis;
    /** Ready for the note of the answer, with the date in words. */
    readonly note: string;
  };
  /** Running runs into which the person wants the answer written, with the revision that stood on the page. */
  readonly writeInto: readonly { readonly assessmentId: string; readonly seenRevision: number }[];
};

/**
 * Finishes a measure. The confirmed answer is written into the named running runs and kept with the measure, so that the next
 * run offers it with its date; a closed run is never touched. Refused with `conflict_of_versions` when the measure or an
 * answer was changed since the page was made (detail `answer`: then the measure is still open), `wrong_state` when a
 * named run is not running any more.
 */
export function closeMeasure(deps: MeasureDeps) {
  return async function (actor: Actor, keys: KeyRing, input: CloseMeasureInput): Promise<Result<null>> {
    const member = requireOwn(deps, actor, 'measure.change');
    if (!member.ok) return member;
    const found = await findMeasure(deps, member.value, keys, input.measureId);
    if (!found.ok) return found;
    const { row, content } = found.value;
    if (row.state === 'done') return row.revision > input.seenRevision ? ok(null) : err('wrong_state', { detail: 'done' });
    if (row.revision !== input.seenRevision) return err('conflict_of_versions');

    const { control } = content;
    const given = input.answer;
    const kept = given && closingAnswer(control, given, (control.parts ?? []).map((part) => part.id));
    if (given && kept === null) return err('invalid_input', { fields: { value: ['value'] } });
    if (given) {
      // The answers come first: broken off in between, the measure is still open and the close can be repeated.
      const written = await writeAnswers(deps, actor, keys, control.id, given, input.writeInto);
      if (!written.ok) return written;
    }
    const at = deps.clock.now().toISOString();
    return storeChange(deps, member.value, keys, found.value, {
      state: 'done',
      dueOn: row.dueOn,
      ownerUserId: row.ownerUserId,
      seenRevision: input.seenRevision,
      content: { ...content, hoursSpent: input.hoursSpent, deferredBecause: '', closing: { answer: kept, since: given?.since ?? null, at, by: member.value.userId } },
    });
  };

  async function writeAnswers(
    { runs }: MeasureDeps,
    actor: Actor,
    keys: KeyRing,
    controlId: string,
    given: NonNullable<CloseMeasureInput['answer']>,
    writeInto: CloseMeasureInput['writeInto'],
  ): Promise<Result<null>> {
    if (writeInto.length === 0) return ok(null);
    const running = await runs.running(actor, keys, controlId);
    if (!running.ok) return running;
    for (const { assessmentId, seenRevision } of writeInto) {
      const question = running.value.find((one) => one.assessmentId === assessmentId);
      if (question === undefined) return err('wrong_state', { detail: 'closed' });
      const parts = question.partIds.length > 0 ? { parts: Object.fromEntries(question.partIds.map((id) => [id, 'yes' as const])) } : {};
      const answer = { value: given.value, basis: given.basis, ...parts, ...(given.note === '' ? {} : { note: given.note }) };
      const saved = await runs.saveAnswer(actor, keys, { assessmentId, requirementId: controlId, seenRevision, answer });
      if (saved.ok) continue;
      return saved.refusal.code === 'conflict_of_versions' ? err('conflict_of_versions', { detail: 'answer' }) : saved;
    }
    return ok(null);
  }
}

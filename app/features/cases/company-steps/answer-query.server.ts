import type { Actor } from '#app/domain/access/actor.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { ReportFacts } from '#app/domain/triage/facts.ts';
import type { KeyRing } from '../../ports.ts';
import { actOnCase } from '../life/act-on-case.server.ts';
import type { Acted } from '../life/act-on-case.server.ts';
import { noteText, storeOfficeNote } from '../history/notes.server.ts';
import type { CaseDeps } from '../ports.ts';

/** The company answers the office's question, in the channel that the office reads. The case is looked at again. */
export function answerQuery(deps: CaseDeps) {
  return async function answer(actor: Actor, keys: KeyRing, input: { readonly caseId: string; readonly text: string }): Promise<Result<Acted>> {
    const text = noteText(input.text);
    if (!text.ok) return text;
    return actOnCase(deps, {
      actor,
      keys,
      side: 'company',
      caseId: input.caseId,
      action: 'case.answer_query',
      event: 'answer_query',
      async prepare(tx, held, opened, at) {
        await storeOfficeNote(deps, tx, opened, { id: deps.random.id(), text: text.value, at });
        return ok({ onward: JSON.parse(held.facts) as ReportFacts });
      },
    });
  };
}

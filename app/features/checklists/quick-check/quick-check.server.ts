import { planOf } from '#app/domain/checklist/measures.ts';
import { answersOfQuickRun, factsOfQuickRun, quickCodeOf, readQuickCode } from '#app/domain/checklist/quick-code.ts';
import type { QuickRun } from '#app/domain/checklist/quick-code.ts';
import { resultOf } from '#app/domain/checklist/result.ts';
import type { ChecklistDeps, PublishedChecklist } from '../ports.ts';
import { quickCheckId } from './quick-form.ts';
import type { Judged } from '../results/result-view.ts';

export type JudgedQuickRun = Judged & { readonly run: QuickRun; readonly code: string };

/**
 * The quick check without account. Nothing of it is stored: the answers travel with the person, in the form or, when they are to
 * come along into an account, in a cookie.
 */
export function quickCheck({ library, clock }: Pick<ChecklistDeps, 'library' | 'clock'>) {
  function published(): PublishedChecklist {
    const found = library.checklists.find(({ version }) => version.checklistId === quickCheckId);
    if (found === undefined) throw new Error(`There is no checklist ${quickCheckId}.`);
    return found;
  }
  function judge(run: QuickRun): JudgedQuickRun {
    const asked = published().version;
    const facts = factsOfQuickRun(run);
    const result = resultOf(asked, answersOfQuickRun(run), facts);
    return { run, code: quickCodeOf(asked, run), version: asked, result, plan: planOf(result.standings, facts), previous: null };
  }
  return {
    published,
    judge,
    /** Null when the code is no run of the present version. */
    judgeCode(code: string): JudgedQuickRun | null {
      const run = readQuickCode(published().version, code);
      return run === null ? null : judge(run);
    },
    /** ISO date of today, for a run that is done now. */
    today: () => clock.now().toISOString().slice(0, 10),
  };
}

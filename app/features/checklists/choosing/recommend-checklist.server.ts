import { chooseChecklist } from '#app/domain/checklist/choose.ts';
import type { Choice, Wish } from '#app/domain/checklist/choose.ts';
import { requirementsOf } from '#app/domain/checklist/version.ts';
import type { OfferedChecklist } from '../catalogue/list-checklists.server.ts';
import type { ChecklistDeps } from '../ports.ts';

export type Recommendation = {
  readonly wish: Wish;
  readonly reasons: Choice['reasons'];
  /** Null: the decision tree about the law comes first. */
  readonly checklist: OfferedChecklist | null;
  readonly afterwards: OfferedChecklist | null;
};

/** The checklist that fits three answers; null when nothing suits such a company. Open to everybody, stores nothing. */
export function recommendChecklist(deps: Pick<ChecklistDeps, 'library'>) {
  const offered = new Map(
    deps.library.checklists.map(({ version }): [string, OfferedChecklist] => [version.checklistId, { version, questions: requirementsOf(version).length }]),
  );
  const candidates = [...offered.values()].map(({ version }) => version);
  return function (wish: Wish): Recommendation | null {
    const choice = chooseChecklist(wish, candidates);
    if (choice === null) return null;
    const { reasons, checklistId, afterwards } = choice;
    return { wish, reasons, checklist: offered.get(checklistId ?? '') ?? null, afterwards: offered.get(afterwards ?? '') ?? null };
  };
}

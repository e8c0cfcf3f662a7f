import { requirementsOf } from '#app/domain/checklist/version.ts';
import type { ChecklistVersion } from '#app/domain/checklist/version.ts';
import type { ChecklistDeps } from '../ports.ts';

export type OfferedChecklist = { readonly version: ChecklistVersion; readonly questions: number };

/** The checklists one can start, as published in the data files, the shortest first. Open to everybody. */
export function listChecklists(deps: Pick<ChecklistDeps, 'library'>) {
  return function (): OfferedChecklist[] {
    return deps.library.checklists
      .map(({ version }) => ({ version, questions: requirementsOf(version).length }))
      .sort((a, b) => a.version.estimatedMinutes - b.version.estimatedMinutes);
  };
}

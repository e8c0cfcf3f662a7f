import { timeZone } from '#app/content/locale.ts';
import { localDate } from '#app/domain/deadlines/local-time.ts';
import type { ChecklistMeasure } from '#app/domain/dossier/checklist-dossier-input.ts';
import type { ScoredRequirement } from '#app/domain/checklist/version.ts';
import type { PlannedMeasure } from '#app/domain/measures/measure.ts';
import type { Locale } from '../../ports.ts';

/**
 * The measures of a document: those that follow from the run in the order of its plan, as the company has taken them on or not, then
 * what was done since the close about anything else. What was put off counts as proposed: nobody promises it.
 */
export function measuresForDossier(proposed: readonly ScoredRequirement[], planned: readonly PlannedMeasure[], closedAt: Date, locale: Locale): ChecklistMeasure[] {
  const ofControl = new Map(planned.map((measure) => [measure.requirement.id, measure]));
  const ids = new Set(proposed.map(({ id }) => id));
  const since = planned.filter(({ requirement, doneAt }) => !ids.has(requirement.id) && doneAt !== null && doneAt >= closedAt);
  return [...proposed.map((requirement) => lineOf(requirement, ofControl.get(requirement.id), locale)), ...since.map((measure) => lineOf(measure.requirement, measure, locale))];
}

function lineOf(requirement: ScoredRequirement, planned: PlannedMeasure | undefined, locale: Locale): ChecklistMeasure {
  const title = requirement.recommendation.summary[locale];
  if (planned === undefined || planned.state === 'deferred') return { title, owner: null, dueOn: null, status: 'proposed', doneOn: null };
  const { state, owner, dueOn, doneAt } = planned;
  return { title, owner, dueOn, status: state, doneOn: doneAt === null ? null : localDate(doneAt, timeZone) };
}

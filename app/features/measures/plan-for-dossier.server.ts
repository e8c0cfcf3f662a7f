import type { PlannedMeasure } from '#app/domain/measures/measure.ts';
import type { KeyRing } from '../ports.ts';
import { openPlan } from './open-measures.server.ts';
import type { MeasurePeople, MeasureStore } from './ports.ts';

/** What the company has planned and done, by control, for the document that its insurer reads. Empty for who may not open the plan. */
export function planForDossier({ measures, people }: { readonly measures: MeasureStore; readonly people: MeasurePeople }) {
  return async function (organisationId: string, keys: KeyRing): Promise<readonly PlannedMeasure[]> {
    const opened = await openPlan(measures, organisationId, keys);
    if (!opened.ok) return [];
    const names = await people.names(organisationId, opened.value.measures.flatMap(({ row }) => row.ownerUserId ?? []));
    return opened.value.measures.map(({ row, content }) => ({
      requirement: content.control,
      state: row.state,
      owner: (row.ownerUserId === null ? content.outsideOwner : names.get(row.ownerUserId)) || null,
      dueOn: row.dueOn,
      doneAt: row.doneAt,
    }));
  };
}

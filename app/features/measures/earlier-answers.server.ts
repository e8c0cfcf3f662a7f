import type { EarlierRun } from '#app/domain/checklist/carry-over.ts';
import type { KeyRing } from '../ports.ts';
import { openPlan } from './open-measures.server.ts';
import type { MeasureStore } from './ports.ts';

/** The answers that were confirmed when measures were finished, each as an earlier run of one question: the next run offers them. */
export function earlierAnswers({ measures }: { readonly measures: MeasureStore }) {
  return async function (organisationId: string, keys: KeyRing): Promise<readonly EarlierRun[]> {
    const opened = await openPlan(measures, organisationId, keys);
    if (!opened.ok) return [];
    return opened.value.measures.flatMap(({ row, content: { control, closing } }): EarlierRun[] => {
      if (closing === null || closing.answer === null) return [];
      return [
        {
          runId: row.id,
          version: { topics: [{ id: 'measure', title: control.title, requirements: [control] }] },
          answers: { [control.id]: closing.answer },
          answeredAt: { [control.id]: closing.at },
        },
      ];
    });
  };
}

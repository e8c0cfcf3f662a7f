import type { ChecklistContext } from '../checklist-answers.ts';
import type { ChecklistMeasure } from '../checklist-dossier-input.ts';
import type { DossierBlock, DossierSection } from '../document.ts';
import { fill } from '../wording.ts';

/** So many proposals are printed; the rest is counted. */
const printedProposals = 6;

/** Annex D: what the company has planned and done. What is only proposed stands apart: nobody has promised it. */
export function measures(context: ChecklistContext): DossierSection {
  const { input, texts } = context;
  const having = (...states: ChecklistMeasure['status'][]): readonly ChecklistMeasure[] => input.measures.filter((measure) => states.includes(measure.status));
  const proposed = having('proposed');
  return {
    heading: texts.measuresHeading,
    blocks: [
      { kind: 'heading', text: texts.plannedHeading },
      planned(context, having('open', 'in_progress')),
      { kind: 'heading', text: texts.doneHeading },
      done(context, having('done')),
      ...(proposed.length > 0 ? proposals(context, proposed) : []),
    ],
  };
}

function planned({ texts, shared, wording }: ChecklistContext, rows: readonly ChecklistMeasure[]): DossierBlock {
  return {
    kind: 'table',
    columns: [
      { heading: texts.measure, width: 46 },
      { heading: texts.owner, width: 22 },
      { heading: texts.due, width: 16 },
      { heading: texts.state, width: 16 },
    ],
    rows: rows.map((measure) => [
      { text: measure.title },
      { text: measure.owner ?? shared.notStated },
      { text: measure.dueOn ? wording.date(measure.dueOn) : shared.notStated },
      { text: texts.measureStates[measure.status], mark: measure.status === 'in_progress' ? 'half' : 'empty' },
    ]),
    emptyText: texts.plannedEmpty,
  };
}

function done({ texts, shared, wording }: ChecklistContext, rows: readonly ChecklistMeasure[]): DossierBlock {
  return {
    kind: 'table',
    columns: [
      { heading: texts.measure, width: 58 },
      { heading: texts.owner, width: 24 },
      { heading: texts.doneOn, width: 18 },
    ],
    rows: rows.map((measure) => [
      { text: measure.title },
      { text: measure.owner ?? shared.notStated },
      { text: measure.doneOn ? wording.date(measure.doneOn) : shared.notStated },
    ]),
    emptyText: texts.doneEmpty,
  };
}

function proposals({ texts }: ChecklistContext, rows: readonly ChecklistMeasure[]): readonly DossierBlock[] {
  const rest = rows.length - printedProposals;
  return [
    { kind: 'heading', text: texts.proposedHeading },
    { kind: 'paragraph', tone: 'muted', text: texts.proposedExplained },
    { kind: 'list', ordered: true, items: rows.slice(0, printedProposals).map((measure) => measure.title) },
    ...(rest > 0 ? [{ kind: 'paragraph', tone: 'muted', text: fill(texts.proposedMore, { count: rest }) } as const] : []),
  ];
}

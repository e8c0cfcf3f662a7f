import type { CellMark, DossierSection, TableCell } from '../document.ts';
import type { IncidentDeadline } from '../incident-dossier-input.ts';
import type { IncidentContext } from '../stated-cells.ts';
import { row, same, statedCell, statedTable } from '../stated-cells.ts';
import { fill } from '../wording.ts';

/** Who was told, when, under which file number. */
export function authorities(context: IncidentContext): DossierSection {
  const { input, texts, shared, wording } = context;
  return {
    heading: texts.authoritiesHeading,
    blocks: [
      {
        kind: 'table',
        columns: [
          { heading: texts.authority, width: 46 },
          { heading: texts.informedAt, width: 28 },
          { heading: texts.fileNumber, width: 26 },
        ],
        rows: input.authorities.map((authority) => [
          { text: authority.name },
          statedCell(context, authority.informedAt, wording.dateTime),
          { text: authority.fileNumber ?? shared.notStated },
        ]),
        emptyText: texts.authoritiesEmpty,
      },
      statedTable(context, [row(texts.personsInformed, input.personsInformed, same)]),
    ],
  };
}

const marks = { open: 'empty', possible: 'question', done: 'full', overdue: 'empty', not_applicable: 'dash' } as const satisfies Record<
  IncidentDeadline['state'],
  CellMark
>;

/** Legal and agreed periods: due when, met or not. */
export function deadlines(context: IncidentContext): DossierSection {
  const { input, texts, wording } = context;
  return {
    heading: texts.deadlinesHeading,
    blocks: [
      { kind: 'paragraph', tone: 'muted', text: texts.deadlinesExplained },
      {
        kind: 'table',
        columns: [
          { heading: texts.deadline, width: 44 },
          { heading: texts.due, width: 25 },
          { heading: texts.state, width: 31 },
        ],
        rows: input.deadlines.map((deadline) => [
          { text: deadline.what, note: deadline.rule },
          deadline.atOnce
            ? { text: texts.atOnce, note: fill(texts.atOnceSince, { at: wording.dateTime(deadline.dueAt) }) }
            : { text: wording.dateTime(deadline.dueAt) },
          stateCell(context, deadline),
        ]),
        emptyText: texts.deadlinesEmpty,
      },
    ],
  };
}

/** "At once" names no hour: whether it was kept is for others to say. */
function stateCell({ texts, wording }: IncidentContext, deadline: IncidentDeadline): TableCell {
  const { state, doneAt, dueAt, atOnce } = deadline;
  const template = atOnce ? texts.deadlineDoneAt : doneAt !== null && doneAt <= dueAt ? texts.deadlineInTime : texts.deadlineLate;
  return {
    text: texts.deadlineStates[state],
    mark: marks[state],
    strong: state === 'overdue',
    note: doneAt === null ? undefined : fill(template, { at: wording.dateTime(doneAt) }),
  };
}

import type { DossierSection } from '../document.ts';
import type { IncidentContext } from '../stated-cells.ts';
import { row, same, statedTable } from '../stated-cells.ts';

/** What is kept where, and every exhibit with the hash that was taken at intake. */
export function evidence(context: IncidentContext): DossierSection {
  const { input, texts, wording } = context;
  return {
    heading: texts.evidenceHeading,
    blocks: [
      statedTable(context, [
        row(texts.untouched, input.evidence.untouched, (value) => texts.yesNo[value]),
        row(texts.keptWhere, input.evidence.keptWhere, same),
      ]),
      { kind: 'heading', text: texts.exhibitsHeading },
      { kind: 'paragraph', tone: 'muted', text: texts.exhibitsExplained },
      {
        kind: 'table',
        columns: [
          { heading: texts.number, width: 8 },
          { heading: texts.exhibit, width: 31 },
          { heading: texts.taken, width: 24 },
          { heading: texts.sha256, width: 37 },
        ],
        rows: input.exhibits.map((exhibit) => [
          { text: exhibit.number },
          { text: exhibit.title, note: wording.size(exhibit.bytes) },
          { text: wording.dateTime(exhibit.takenAt), note: exhibit.takenBy },
          // Groups of eight digits: people compare them by eye.
          { text: exhibit.sha256.replace(/(.{8})(?=.)/g, '$1  ') },
        ]),
        emptyText: texts.exhibitsEmpty,
      },
    ],
  };
}

import type { DossierSection } from '../document.ts';
import { provenanceFacts, signatureBlock } from '../envelope.ts';
import type { IncidentContext } from '../stated-cells.ts';
import { row, statedTable } from '../stated-cells.ts';
import { fill } from '../wording.ts';

/** What is still open, and when more is to come. */
export function openPoints(context: IncidentContext): DossierSection {
  const { input, texts, wording } = context;
  return {
    heading: texts.openHeading,
    blocks: [
      input.openPoints.length > 0
        ? { kind: 'list', ordered: false, items: input.openPoints }
        : { kind: 'paragraph', tone: 'muted', text: texts.openEmpty },
      statedTable(context, [row(texts.nextReport, input.nextReportOn, wording.date)]),
    ],
  };
}

/** What the document does not contain, and why. */
export function leftOut({ input, texts }: IncidentContext): DossierSection {
  return {
    heading: texts.leftOutHeading,
    blocks: [{
      kind: 'table',
      columns: [
        { heading: texts.leftOutWhat, width: 45 },
        { heading: texts.leftOutWhy, width: 55 },
      ],
      rows: input.leftOut.map((part) => [{ text: part.what }, { text: part.why }]),
      emptyText: texts.leftOutEmpty,
    }],
  };
}

/** Where the document comes from, how it is checked, what it is not, and who stands for it. */
export function origin({ input, texts, shared, wording }: IncidentContext): DossierSection {
  return {
    heading: texts.originHeading,
    blocks: [
      provenanceFacts(input, shared, wording),
      { kind: 'paragraph', tone: 'muted', text: fill(shared.checkHow, { address: input.checkAddress }) },
      { kind: 'callout', tone: 'note', title: texts.noticeTitle, text: texts.notice },
      { kind: 'heading', text: texts.signHeading },
      signatureBlock(input, shared, texts.signStatement),
    ],
  };
}

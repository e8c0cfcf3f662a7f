import type { ChecklistContext } from '../checklist-answers.ts';
import { answerCell, basisText } from '../checklist-answers.ts';
import type { ChecklistDossierAnswer } from '../checklist-dossier-input.ts';
import type { ChecklistDossierTexts } from '../checklist-dossier-texts.ts';
import type { DossierBlock, DossierSection } from '../document.ts';
import { fill } from '../wording.ts';
import type { Wording } from '../wording.ts';

/** Annex F: every question in the exact words that were asked, topic by topic. */
export function allAnswers({ input, texts, wording }: ChecklistContext): DossierSection {
  const topics = [...new Set(input.answers.map((answer) => answer.topic))];
  return {
    heading: texts.allHeading,
    blocks: [
      {
        kind: 'paragraph',
        tone: 'muted',
        text: `${fill(texts.allExplained, { title: input.checklist.title, version: input.checklist.version })} ${texts.mustExplained}`,
      },
      ...topics.flatMap((topic): DossierBlock[] => [
        { kind: 'heading', text: topic },
        {
          kind: 'table',
          columns: [
            { heading: texts.number, width: 8 },
            { heading: texts.question, width: 41 },
            { heading: texts.answer, width: 17 },
            { heading: texts.basis, width: 17 },
            { heading: texts.answeredBy, width: 17 },
          ],
          rows: input.answers.filter((answer) => answer.topic === topic).map((answer) => [
            { text: answer.number, strong: answer.must },
            { text: answer.question, note: remarksOf(answer, texts, wording) },
            answerCell(answer, texts),
            { text: basisText(answer, texts) },
            {
              text: answer.answeredBy ?? '–',
              note: answer.answeredAt ? wording.date(answer.answeredAt) : undefined,
            },
          ]),
          emptyText: '',
        },
      ]),
    ],
  };
}

function remarksOf(answer: ChecklistDossierAnswer, texts: ChecklistDossierTexts, wording: Wording): string | undefined {
  const remarks = [
    answer.must ? texts.mustItem : null,
    ...answer.parts.map((part) => `${part.text}: ${texts.answers[part.answer]}`),
    answer.note && `${texts.note}: ${answer.note}`,
    answer.reason && `${texts.reason}: ${answer.reason}`,
    ...answer.evidence.map(({ title, on, until }) => `${texts.evidence}: ${title}, ${wording.date(on)}${until === null ? '' : `, ${texts.validUntil} ${wording.date(until)}`}`),
    answer.since && `${texts.since}: ${wording.date(answer.since)}`,
  ].filter((remark) => remark !== null && remark !== '');
  return remarks.length > 0 ? remarks.join('\n') : undefined;
}

import type { ChecklistContext } from '../checklist-answers.ts';
import { applies, isKnown } from '../checklist-answers.ts';
import type { ChecklistDossierAnswer } from '../checklist-dossier-input.ts';
import type { DossierBlock, DossierSection } from '../document.ts';
import { fill } from '../wording.ts';

/** Annex C: what nobody knows and what does not apply, each with its reason, as lists of their own. */
export function openAnswers({ input, texts }: ChecklistContext): DossierSection {
  const unknown = input.answers.filter((answer) => applies(answer) && !isKnown(answer));
  const notApplicable = input.answers.filter((answer) => !applies(answer));
  const table = (answers: readonly ChecklistDossierAnswer[], emptyText: string): DossierBlock => ({
    kind: 'table',
    columns: [
      { heading: texts.number, width: 8 },
      { heading: texts.question, width: 47 },
      { heading: texts.reason, width: 45 },
    ],
    rows: answers.map((answer) => [
      { text: answer.number },
      { text: answer.question, note: answer.must ? texts.mustItem : undefined },
      { text: answer.reason ?? answer.note ?? (answer.answer === null ? texts.answers.unanswered : '–') },
    ]),
    emptyText,
  });
  return {
    heading: texts.openHeading,
    blocks: [
      { kind: 'heading', text: fill(texts.unknownHeading, { count: unknown.length }) },
      { kind: 'paragraph', text: texts.unknownExplained, tone: 'muted' },
      table(unknown, texts.unknownEmpty),
      { kind: 'heading', text: fill(texts.notApplicableHeading, { count: notApplicable.length }) },
      { kind: 'paragraph', text: texts.notApplicableExplained, tone: 'muted' },
      table(notApplicable, texts.notApplicableEmpty),
    ],
  };
}

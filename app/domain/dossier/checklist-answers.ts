import type { ChecklistDossierAnswer, ChecklistDossierInput } from './checklist-dossier-input.ts';
import type { ChecklistDossierTexts, EnvelopeTexts } from './checklist-dossier-texts.ts';
import type { CellMark, TableCell } from './document.ts';
import type { Wording } from './wording.ts';

/** What the sections of a checklist's dossier are made from. */
export type ChecklistContext = {
  readonly input: ChecklistDossierInput;
  readonly texts: ChecklistDossierTexts;
  readonly shared: EnvelopeTexts;
  readonly wording: Wording;
};

/** Unanswered questions weigh like unknown ones. */
export function isKnown(answer: ChecklistDossierAnswer): boolean {
  return answer.answer !== null && answer.answer !== 'unknown' && answer.answer !== 'not_applicable';
}

export function applies(answer: ChecklistDossierAnswer): boolean {
  return answer.answer !== 'not_applicable';
}

export function share(points: number, maximum: number): number | null {
  return maximum > 0 ? points / maximum : null;
}

/** Whether it is known that the earlier run holds for other sites. */
export function differsInSites(previous: ChecklistDossierInput['previous']): boolean {
  return previous !== null && previous.otherSites !== null && previous.otherSites !== 'not_kept';
}

const marks = {
  yes: 'full', partly: 'half', no: 'empty', unknown: 'question', not_applicable: 'dash',
} as const satisfies Record<string, CellMark>;

export function answerCell(answer: ChecklistDossierAnswer, texts: ChecklistDossierTexts): TableCell {
  return answer.answer === null
    ? { text: texts.answers.unanswered, mark: 'question' }
    : { text: texts.answers[answer.answer], mark: marks[answer.answer] };
}

/** Nobody can have checked what nobody knows: an open answer has no basis, whatever was ticked beside it. */
export function basisText(answer: ChecklistDossierAnswer, texts: ChecklistDossierTexts): string {
  return answer.basis === null || !isKnown(answer) ? '–' : texts.bases[answer.basis];
}

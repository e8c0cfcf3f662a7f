import type { ChecklistContext } from './checklist-answers.ts';
import { allAnswers } from './checklist-sections/all-answers.ts';
import { measures } from './checklist-sections/measures.ts';
import { openAnswers } from './checklist-sections/open-answers.ts';
import { provenance } from './checklist-sections/provenance.ts';
import { earlierIncidents, providers } from './checklist-sections/providers.ts';
import { results } from './checklist-sections/results.ts';
import type { DossierSection } from './document.ts';
import { explainedWords } from './explained-words.ts';

/** Everything behind the underwriter's first page. */
export function checklistAnnex(context: ChecklistContext): readonly DossierSection[] {
  return [
    provenance(context),
    results(context),
    openAnswers(context),
    measures(context),
    providers(context),
    ...earlierIncidents(context),
    allAnswers(context),
    ...explainedWords(context.input.words, { heading: context.texts.wordsHeading, lead: context.texts.wordsLead }),
  ];
}

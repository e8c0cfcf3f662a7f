import { localTerms, termsIn } from '#app/domain/checklist/glossary.ts';
import type { LocalTerm } from '#app/domain/checklist/glossary.ts';
import type { Locale } from '../../ports.ts';
import type { ChecklistDeps } from '../ports.ts';

/** The words of these texts that the glossary explains. Open to everybody: it tells of words, not of companies. */
export function explainedTerms(deps: Pick<ChecklistDeps, 'library'>) {
  const terms = { de: localTerms(deps.library.glossary, 'de'), en: localTerms(deps.library.glossary, 'en') };
  return function (locale: Locale, texts: readonly (string | null)[]): LocalTerm[] {
    return termsIn(texts, terms[locale]);
  };
}

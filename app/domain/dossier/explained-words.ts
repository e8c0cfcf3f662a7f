import type { LocalTerm } from '../checklist/glossary.ts';
import type { DossierSection } from './document.ts';

/** A word of the document that not everybody knows, and what it means. */
export type ExplainedWord = { readonly word: string; readonly meaning: string };

/** The words as a list at the end of a document; no section where there are none. */
export function explainedWords(words: readonly ExplainedWord[], texts: { readonly heading: string; readonly lead: string }): DossierSection[] {
  if (words.length === 0) return [];
  return [
    {
      heading: texts.heading,
      blocks: [
        { kind: 'paragraph', tone: 'muted', text: texts.lead },
        { kind: 'facts', columns: 1, items: words.map(({ word, meaning }) => ({ term: word, value: meaning })) },
      ],
    },
  ];
}

/** Terms of the glossary in alphabetical order, each under its first word. */
export function wordsOf(terms: readonly LocalTerm[], language: 'de' | 'en'): ExplainedWord[] {
  const { compare } = new Intl.Collator(language);
  return terms.map(({ words, text }) => ({ word: words[0] ?? '', meaning: text })).sort((a, b) => compare(a.word, b.word));
}

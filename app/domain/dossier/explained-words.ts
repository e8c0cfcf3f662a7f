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

/** Terms of the glossary in alphabetical order, each under its first word. Sorted without the runtime's language data, so that the bytes stay the same. */
export function wordsOf(terms: readonly LocalTerm[]): ExplainedWord[] {
  const words = terms.map(({ words: [word], text }) => ({ word: word ?? '', meaning: text }));
  return words.sort((a, b) => (placeOf(a.word) < placeOf(b.word) ? -1 : 1));
}

function placeOf(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase();
}

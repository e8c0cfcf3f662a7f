import type { Bilingual } from './version.ts';

/** A word that not everybody knows, in every form in which the texts use it, and what it means in one plain sentence. */
export type Term = {
  readonly id: string;
  /** By language; a language that has no such word has none. */
  readonly words: { readonly de: readonly string[]; readonly en: readonly string[] };
  readonly text: Bilingual;
};

/** A term in one language. */
export type LocalTerm = { readonly id: string; readonly words: readonly string[]; readonly text: string };

/** A piece of a text; `term` is set where the piece is a word of the glossary. */
export type Piece = { readonly text: string; readonly term: LocalTerm | null };

/** The glossary in one language. */
export function localTerms(terms: readonly Term[], locale: 'de' | 'en'): LocalTerm[] {
  return terms.flatMap(({ id, words, text }) => (words[locale].length === 0 ? [] : [{ id, words: words[locale], text: text[locale] }]));
}

/** Splits a text at the first occurrence of each term. The pieces put together are the text. The longest word wins. */
export function explain(text: string, terms: readonly LocalTerm[]): Piece[] {
  const words = wordsByInitial(terms);
  const pieces: Piece[] = [];
  const used = new Set<string>();
  let rest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const candidates = words.get(text.charAt(at));
    if (candidates === undefined || !isBoundary(text, at)) continue;
    const found = candidates.find(({ word, term }) => !used.has(term.id) && text.startsWith(word, at) && isBoundary(text, at + word.length));
    if (found === undefined) continue;
    if (at > rest) pieces.push({ text: text.slice(rest, at), term: null });
    pieces.push({ text: found.word, term: found.term });
    used.add(found.term.id);
    rest = at + found.word.length;
    at = rest - 1;
  }
  if (rest < text.length) pieces.push({ text: text.slice(rest), term: null });
  return pieces;
}

/** The terms that stand in one of the texts, in the order of the glossary. */
export function termsIn(texts: readonly (string | null | undefined)[], terms: readonly LocalTerm[]): LocalTerm[] {
  const used = new Set(texts.flatMap((text) => explain(text ?? '', terms).map(({ term }) => term?.id)));
  return terms.filter(({ id }) => used.has(id));
}

type Word = { readonly word: string; readonly term: LocalTerm };

const ready = new WeakMap<readonly LocalTerm[], ReadonlyMap<string, readonly Word[]>>();

/** Every word by its first letter, the longest first: at most places of a text no word can begin. */
function wordsByInitial(terms: readonly LocalTerm[]): ReadonlyMap<string, readonly Word[]> {
  const known = ready.get(terms);
  if (known !== undefined) return known;
  const words = new Map<string, Word[]>();
  for (const term of terms) {
    for (const word of term.words) {
      const initial = word.charAt(0);
      words.set(initial, [...(words.get(initial) ?? []), { word, term }].sort((one, other) => other.word.length - one.word.length));
    }
  }
  ready.set(terms, words);
  return words;
}

const letterOrDigit = /[\p{L}\p{N}]/u;

/** True between a letter or digit and something else, and at both ends. */
function isBoundary(text: string, at: number): boolean {
  return !(letterOrDigit.test(text.charAt(at - 1)) && letterOrDigit.test(text.charAt(at)));
}

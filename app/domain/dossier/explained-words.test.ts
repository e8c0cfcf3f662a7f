import { expect, test } from 'vitest';
import { explainedWords, wordsOf } from './explained-words.ts';

const term = (word: string) => ({ id: word, words: [word, `${word}en`], text: `Was ${word} heißt.` });

test('words stand in the order of the alphabet, each under its first form', () => {
  expect(wordsOf(['zweiter Faktor', 'Übertragung', 'Update', 'IT'].map(term)).map(({ word }) => word)).toEqual(['IT', 'Übertragung', 'Update', 'zweiter Faktor']);
});

test('a document that uses none of them has no list', () => {
  expect(explainedWords([], { heading: 'Begriffe', lead: '' })).toEqual([]);
  expect(explainedWords(wordsOf([term('IT')]), { heading: 'Begriffe', lead: 'Oben.' })).toMatchObject([{ heading: 'Begriffe', blocks: [{ kind: 'paragraph' }, { kind: 'facts', items: [{ term: 'IT', value: 'Was IT heißt.' }] }] }]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explain, localTerms, termsIn } from './glossary.ts';
import type { Term } from './glossary.ts';

const terms: Term[] = [
  { id: 'vpn', words: { de: ['VPN'], en: ['VPN'] }, text: { de: 'Leitung.', en: 'Line.' } },
  { id: 'domain', words: { de: ['Domain'], en: ['domain'] }, text: { de: 'Name.', en: 'Name.' } },
  { id: 'mail-domain', words: { de: ['Mail-Domain'], en: [] }, text: { de: 'Name der Post.', en: 'Name of the mail.' } },
];
const german = localTerms(terms, 'de');

test('a term is found as a whole word, also at the head of a compound', () => {
  expect(explain('Ein VPN, kein VPNX.', german).filter(({ term }) => term)).toEqual([{ text: 'VPN', term: german[0] }]);
  expect(explain('Der VPN-Zugang', german).map(({ text }) => text)).toEqual(['Der ', 'VPN', '-Zugang']);
  expect(explain('MeinVPN', german)).toEqual([{ text: 'MeinVPN', term: null }]);
});

test('the longest word wins, and each term is marked once', () => {
  expect(explain('Mail-Domain und Domain und Domain', german).map(({ term }) => term?.id ?? null)).toEqual(['mail-domain', null, 'domain', null]);
});

test('a language without the word has no such term', () => {
  expect(localTerms(terms, 'en').map(({ id }) => id)).toEqual(['vpn', 'domain']);
});

test('terms in texts come in the order of the glossary', () => {
  expect(termsIn(['Domain', null, 'VPN'], german).map(({ id }) => id)).toEqual(['vpn', 'domain']);
});

test('the pieces put together are the text', () => {
  const text = fc.array(fc.constantFrom('VPN', 'Domain', 'Mail-Domain', ' ', '-', 'x', 'ß', '😀')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (whole) => {
      const pieces = explain(whole, german);
      expect(pieces.map((piece) => piece.text).join('')).toBe(whole);
      const marked = pieces.flatMap(({ term }) => (term ? [term.id] : []));
      expect(new Set(marked).size).toBe(marked.length);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Site } from '../organisation/sites.ts';
import { freezeScope, scopeAtClose, scopeOf, stampOfScope } from './site-scope.ts';

const site = (id: string, more: Partial<Site> = {}): Site => ({ id, name: `Werk ${id}`, town: 'Zwickau', district: 'zwickau', revision: 1, ...more });
const [a, b, c] = [site('a'), site('b'), site('c')];

test('with one site nobody is asked, whatever was chosen while there were more', () => {
  for (const chosen of [null, [], ['a'], ['gone']]) expect(scopeOf([a], chosen)).toEqual({ kind: 'whole', covered: [a], others: [] });
  expect(stampOfScope(scopeOf([a], null))).toBe('');
});

test('with several, somebody has to say', () => {
  expect(scopeOf([a, b], null).kind).toBe('undecided');
  expect(scopeOf([a, b, c], ['c', 'a'])).toEqual({ kind: 'chosen', covered: [a, c], others: [b] });
});

test('a site that is gone counts no more; when none of those named is left, the question is open again', () => {
  expect(scopeOf([a, b], ['a', 'gone'])).toMatchObject({ kind: 'chosen', covered: [a] });
  expect(scopeOf([a, b], ['gone']).kind).toBe('undecided');
});

test('what a closed run keeps says the same as the choice did', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 6 }), fc.infiniteStream(fc.boolean()), (ids, bits) => {
      const sites = ids.map((id) => site(id));
      const chosen = ids.filter(() => bits.next().value === true);
      const scope = scopeOf(sites, chosen);
      fc.pre(scope.kind === 'chosen');
      const kept = scopeAtClose(freezeScope(scope));
      expect(kept?.kind).toBe('chosen');
      expect(kept?.covered.map(({ name }) => name)).toEqual(scope.covered.map(({ name }) => name));
      expect(kept?.others.map(({ name }) => name)).toEqual(scope.others.map(({ name }) => name));
    }),
  );
  expect(scopeAtClose(freezeScope(scopeOf([a], null)))?.kind).toBe('whole');
  expect(scopeAtClose(undefined)).toBeNull();
});

test('the stamp changes with the choice, with a name, and with a site that comes or goes', () => {
  const stamps = [
    stampOfScope(scopeOf([a, b], ['a'])),
    stampOfScope(scopeOf([a, b], ['a', 'b'])),
    stampOfScope(scopeOf([site('a', { revision: 2 }), b], ['a'])),
    stampOfScope(scopeOf([a, b, c], ['a'])),
    stampOfScope(scopeOf([a], ['a'])),
  ];
  expect(new Set(stamps).size).toBe(stamps.length);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Site } from '../organisation/sites.ts';
import { compareScopes, freezeScope, scopeAtClose, scopeOf, stampOfScope } from './site-scope.ts';

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

const closed = (sites: readonly Site[], chosen: readonly string[] | null) => scopeAtClose(freezeScope(scopeOf(sites, chosen)));
const names = (sites: readonly { readonly name: string | null }[]) => sites.map(({ name }) => name);

test('two runs for the same sites need no word, whatever they leave out', () => {
  expect(compareScopes(closed([a, b], ['a']), closed([a, b, c], ['a']))).toBeNull();
  expect(compareScopes(closed([a], null), closed([a], null))).toBeNull();
  // The only site of then is the one chosen now.
  expect(compareScopes(closed([a], null), closed([a, b], ['a']))).toBeNull();
});

test('two runs for different sites say which one holds only then, only now, and for both', () => {
  const change = compareScopes(closed([a, b], ['a', 'b']), closed([a, b, c], ['b', 'c']));
  if (change?.kind !== 'different') throw new Error('not told apart');
  expect([names(change.both), names(change.onlyThen), names(change.onlyNow)]).toEqual([['Werk b'], ['Werk a'], ['Werk c']]);
  expect(compareScopes(closed([a], null), closed([a, b], ['a', 'b']))).toMatchObject({ kind: 'different', onlyThen: [], onlyNow: [{ name: 'Werk b' }] });
  expect(compareScopes(closed([a, b], ['a']), closed([a, b], ['b']))).toMatchObject({ kind: 'different', both: [] });
});

test('a site with a new name is the same one; so is one entered anew in the same words, or kept without its id', () => {
  expect(compareScopes(closed([a, b], ['a']), closed([site('a', { name: 'Halle' }), b], ['a']))).toBeNull();
  expect(compareScopes(closed([a, b], ['a']), closed([site('new', { name: 'Werk a' }), b], ['new']))).toBeNull();
  const withoutId = scopeAtClose([{ name: 'Werk a', town: 'Zwickau', covered: true }, { name: 'Werk b', town: 'Zwickau', covered: false }]);
  expect(compareScopes(withoutId, closed([a, b], ['a']))).toBeNull();
  expect(compareScopes(withoutId, closed([a, b], ['b']))).toMatchObject({ kind: 'different' });
});

test('of a run closed before sites were known it is said that nobody knows, where the company has several', () => {
  expect(compareScopes(null, closed([a, b], ['a', 'b']))).toEqual({ kind: 'not_kept' });
  expect(compareScopes(null, closed([a], null))).toBeNull();
  expect(compareScopes(null, null)).toBeNull();
});

test('two runs compared the other way round tell the same apart', () => {
  const sites = ['a', 'b', 'c', 'd'].map((id) => site(id));
  const some = fc.subarray(sites.map(({ id }) => id), { minLength: 1 });
  fc.assert(
    fc.property(some, some, (then, now) => {
      const change = compareScopes(closed(sites, then), closed(sites, now));
      const back = compareScopes(closed(sites, now), closed(sites, then));
      if (change?.kind === 'different') {
        expect(back).toMatchObject({ kind: 'different', onlyThen: change.onlyNow, onlyNow: change.onlyThen });
        expect([...change.both, ...change.onlyNow].map(({ id }) => id).sort()).toEqual([...now].sort());
      } else {
        expect([change, back, [...then].sort()]).toEqual([null, null, [...now].sort()]);
      }
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNextVersionDue, recipientsOfNextVersion } from './key-recipients.ts';
import type { KeyCopy, KeyStanding } from './key-recipients.ts';

const company: KeyCopy = { recipientKind: 'organisation', recipientId: 'company', recipientGeneration: 1, awaitingRelease: false };
const provider: KeyCopy = { ...company, recipientId: 'provider' };
const person: KeyCopy = { ...company, recipientKind: 'user', recipientId: 'person' };
const waiting: KeyCopy = { ...company, recipientId: 'waiting', awaitingRelease: true };

function aStanding(changes: Partial<KeyStanding> = {}): KeyStanding {
  return { companyId: 'company', activeProviderIds: ['provider'], memberIds: ['person'], generations: new Map([['company', 1], ['provider', 1]]), ...changes };
}

test('while nobody has left, the newest version stays', () => {
  expect(isNextVersionDue(false, [company, provider, person, waiting], aStanding())).toBe(false);
});

test('a provider whose assignment ended gets no further version, though it still holds its copy', () => {
  const standing = aStanding({ activeProviderIds: [] });
  expect(isNextVersionDue(false, [company, provider], standing)).toBe(true);
  expect(recipientsOfNextVersion([company, provider], standing).holders).toEqual([company]);
});

test('a copy that was removed makes the next version due by its mark', () => {
  expect(isNextVersionDue(true, [company], aStanding())).toBe(true);
});

test('a new generation of any holder makes the next version due, and the holder stays', () => {
  for (const id of ['company', 'provider']) {
    const standing = aStanding({ generations: new Map([['company', 1], ['provider', 1], [id, 2]]) });
    expect(isNextVersionDue(false, [company, provider], standing)).toBe(true);
    expect(recipientsOfNextVersion([company, provider], standing).holders).toEqual([company, provider]);
  }
});

test('a chosen person who left the company gets no further version', () => {
  const standing = aStanding({ memberIds: [] });
  expect(isNextVersionDue(false, [person], standing)).toBe(true);
  expect(recipientsOfNextVersion([company, person], standing).holders).toEqual([company]);
});

test('who waits for a release goes on waiting and makes nothing due', () => {
  const standing = aStanding({ generations: new Map([['company', 1], ['waiting', 9]]) });
  expect(isNextVersionDue(false, [company, waiting], standing)).toBe(false);
  expect(recipientsOfNextVersion([company, waiting], standing)).toEqual({ holders: [company], waiting: [waiting] });
});

const ids = fc.constantFrom('company', 'a', 'b', 'c');
const copies = fc.array(fc.record({
  recipientKind: fc.constantFrom('organisation' as const, 'user' as const),
  recipientId: ids,
  recipientGeneration: fc.integer({ min: 1, max: 3 }),
  awaitingRelease: fc.boolean(),
}));
const standings = fc.record({ activeProviderIds: fc.array(ids), memberIds: fc.array(ids), generations: fc.array(fc.tuple(ids, fc.integer({ min: 1, max: 4 }))) })
  .map(({ generations, ...rest }): KeyStanding => ({ companyId: 'company', ...rest, generations: new Map(generations) }));

test('whenever nothing is due, every holder of the newest version may read what is written under it', () => {
  fc.assert(fc.property(copies, standings, (all, standing) => {
    fc.pre(!isNextVersionDue(false, all, standing));
    const held = all.filter((copy) => !copy.awaitingRelease);
    expect(recipientsOfNextVersion(all, standing).holders).toEqual(held);
    for (const { recipientKind, recipientId, recipientGeneration } of held) {
      if (recipientKind === 'organisation') expect(standing.generations.get(recipientId) ?? 0).toBeLessThanOrEqual(recipientGeneration);
    }
  }));
});

test('right after a new version sealed to newest generations nothing is due', () => {
  fc.assert(fc.property(copies, standings, (all, standing) => {
    const next = recipientsOfNextVersion(all, standing);
    const sealed = [...next.holders, ...next.waiting].map((copy) => ({ ...copy, recipientGeneration: standing.generations.get(copy.recipientId) ?? copy.recipientGeneration }));
    expect(isNextVersionDue(false, sealed, standing)).toBe(false);
  }));
});

test('the company is never left out of its own key', () => {
  fc.assert(fc.property(copies, standings, (all, standing) => {
    const before = all.filter((copy) => copy.recipientKind === 'organisation' && copy.recipientId === 'company' && !copy.awaitingRelease);
    const after = recipientsOfNextVersion(all, standing).holders.filter((copy) => copy.recipientKind === 'organisation' && copy.recipientId === 'company');
    expect(after).toEqual(before);
  }));
});

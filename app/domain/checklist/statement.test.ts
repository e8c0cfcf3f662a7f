import { expect, test } from 'vitest';
import { answerShares } from './statement.ts';

test('everybody stands with the number of answers and what they rest on, most first', () => {
  const people = new Map([['u1', { name: 'Erika', role: 'company.admin' as const }], ['u2', { name: 'Max', role: 'company.member' as const }]]);
  const record = (answeredBy: string, basis?: 'checked' | 'estimated') => ({ answeredBy, answer: { value: 'yes' as const, ...(basis ? { basis } : {}) } });
  const shares = answerShares([record('u2', 'checked'), record('u1', 'checked'), record('u1', 'estimated'), record('u1'), record('gone')], people);
  expect(shares.map(({ name, answers }) => [name, answers])).toEqual([['Erika', 3], ['Max', 1], [null, 1]]);
  expect(shares[0]?.byBasis).toEqual({ checked: 1, provider_said: 0, document_seen: 0, estimated: 1, not_stated: 1 });
});

test('what somebody outside said counts for them, not for the member who took it over', () => {
  const people = new Map([['u1', { name: 'Erika', role: 'company.admin' as const }]]);
  const taken = { answeredBy: 'u1', answer: { value: 'yes' as const, basis: 'provider_said' as const, source: { name: 'Robert', role: 'IT-Betreuer' } } };
  const shares = answerShares([taken, taken, { answeredBy: 'u1', answer: { value: 'no' } }], people);
  expect(shares.map(({ name, role, outside, answers }) => [name, role, outside, answers])).toEqual([['Robert', null, 'IT-Betreuer', 2], ['Erika', 'company.admin', undefined, 1]]);
});

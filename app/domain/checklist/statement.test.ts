import { expect, test } from 'vitest';
import { answerShares } from './statement.ts';

test('everybody stands with the number of answers and what they rest on, most first', () => {
  const people = new Map([['u1', { name: 'Erika', role: 'company.admin' as const }], ['u2', { name: 'Max', role: 'company.member' as const }]]);
  const record = (answeredBy: string, basis?: 'checked' | 'estimated') => ({ answeredBy, answer: { value: 'yes' as const, ...(basis ? { basis } : {}) } });
  const shares = answerShares([record('u2', 'checked'), record('u1', 'checked'), record('u1', 'estimated'), record('u1'), record('gone')], people);
  expect(shares.map(({ name, answers }) => [name, answers])).toEqual([['Erika', 3], ['Max', 1], [null, 1]]);
  expect(shares[0]?.byBasis).toEqual({ checked: 1, provider_said: 0, document_seen: 0, estimated: 1, not_stated: 1 });
});

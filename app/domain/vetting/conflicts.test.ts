import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownOrganisations, tieBetween, tieCountsOn, tieKinds } from './conflicts.ts';
import type { DeclaredTie, Reviewer } from './conflicts.ts';

const applicant = { organisationId: 'firm', capabilities: ['ransomware'] };
const tie = (more: Partial<DeclaredTie> = {}): DeclaredTie => ({ kind: 'customer', organisationId: 'firm', capabilities: [], endedOn: null, ...more });
const reviewer = (more: Partial<Reviewer> = {}): Reviewer => ({ userId: 'x', organisationIds: ['association'], declared: [], ownCapabilities: [], ...more });

test('membership, every declared kind and competition are called by name', () => {
  expect(tieBetween(reviewer({ organisationIds: ['firm'] }), applicant)).toBe('own_firm');
  for (const kind of tieKinds) expect(tieBetween(reviewer({ declared: [tie({ kind })] }), applicant)).toBe(kind);
  expect(tieBetween(reviewer({ ownCapabilities: ['ransomware'] }), applicant)).toBe('competitor');
});

test('a tie to another firm or another capability is none', () => {
  expect(tieBetween(reviewer({ declared: [tie({ organisationId: 'other' })], ownCapabilities: ['ddos'] }), applicant)).toBe(null);
  expect(tieBetween(reviewer({ declared: [tie({ kind: 'competitor', organisationId: null, capabilities: ['ddos'] })] }), applicant)).toBe(null);
});

test('of several ties the closest is named', () => {
  const declared = [tie({ kind: 'customer' }), tie({ kind: 'board_member' })];
  expect(tieBetween(reviewer({ declared, ownCapabilities: ['ransomware'] }), applicant)).toBe('board_member');
});

test('own firms and boards make competitors, customers do not', () => {
  const declared = [tie({ kind: 'own_firm', organisationId: 'mine' }), tie({ kind: 'board_member', organisationId: 'board' }), tie({ kind: 'customer', organisationId: 'client' })];
  expect(ownOrganisations(['employer', 'mine'], declared)).toEqual(['employer', 'mine', 'board']);
});

test('a tie that has ended counts for another year', () => {
  expect(tieCountsOn({ endedOn: null }, '2030-01-01')).toBe(true);
  expect(tieCountsOn({ endedOn: '2026-11-23' }, '2027-11-23')).toBe(true);
  expect(tieCountsOn({ endedOn: '2026-11-23' }, '2027-11-24')).toBe(false);
});

test('a further tie never unties anybody', () => {
  const someTie = fc.record({ kind: fc.constantFrom(...tieKinds), organisationId: fc.constantFrom('firm', 'other', null), capabilities: fc.constant([]), endedOn: fc.constant(null) });
  fc.assert(
    fc.property(fc.array(someTie), someTie, fc.subarray(['ransomware', 'ddos']), (declared, more, ownCapabilities) => {
      const before = tieBetween(reviewer({ declared, ownCapabilities }), applicant);
      if (before !== null) expect(tieBetween(reviewer({ declared: [...declared, more], ownCapabilities }), applicant)).not.toBe(null);
    }),
  );
});

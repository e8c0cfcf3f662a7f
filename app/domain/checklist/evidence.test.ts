import { expect, test } from 'vitest';
import { faultsOfDays, reusableEvidence, validityOf } from './evidence.ts';
import type { Evidence } from './evidence.ts';

const evidence = (changes: Partial<Evidence> = {}): Evidence => ({
  requirementId: 'backup-tested',
  name: 'protokoll.pdf',
  type: 'pdf',
  claimedType: 'application/pdf',
  description: '',
  takenOn: '2026-05-03',
  expiresOn: null,
  sha256: 'a'.repeat(64),
  ...changes,
});

test('evidence is good on its last day, is called for renewal thirty days before, and has run out the day after', () => {
  expect(validityOf(evidence({ expiresOn: null }), '2099-01-01')).toBe('valid');
  expect(validityOf(evidence({ expiresOn: '2026-12-31' }), '2026-11-30')).toBe('valid');
  expect(validityOf(evidence({ expiresOn: '2026-12-31' }), '2026-12-01')).toBe('expiring');
  expect(validityOf(evidence({ expiresOn: '2026-12-31' }), '2026-12-31')).toBe('expiring');
  expect(validityOf(evidence({ expiresOn: '2026-12-31' }), '2027-01-01')).toBe('expired');
});

test('a day that has not come yet and an end before the beginning are faults, each at its field', () => {
  expect(faultsOfDays({ takenOn: '2026-05-03', expiresOn: null }, '2026-05-03')).toEqual({});
  expect(faultsOfDays({ takenOn: '2026-05-04', expiresOn: null }, '2026-05-03')).toEqual({ takenOn: 'takenLater' });
  expect(faultsOfDays({ takenOn: '2026-05-03', expiresOn: '2026-05-02' }, '2026-05-03')).toEqual({ expiresOn: 'expiresEarlier' });
});

test('what is offered again is of the same question, still good, not here already, and each file once with its youngest day', () => {
  const earlier = [
    evidence({ sha256: '1', takenOn: '2025-01-01' }),
    evidence({ sha256: '1', takenOn: '2025-06-01' }),
    evidence({ sha256: '2', requirementId: 'other' }),
    evidence({ sha256: '3', expiresOn: '2026-05-31' }),
    evidence({ sha256: '4' }),
    evidence({ sha256: '5', takenOn: '2026-01-01' }),
  ];
  const offered = reusableEvidence(earlier, [evidence({ sha256: '4' })], 'backup-tested', '2026-06-01');
  expect(offered.map(({ sha256, takenOn }) => [sha256, takenOn])).toEqual([['5', '2026-01-01'], ['1', '2025-06-01']]);
});

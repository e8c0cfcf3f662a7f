import { describe, expect, test } from 'vitest';
import { immediateReleaseProviders } from './immediate-release.ts';
import { hindrancesToAccepting, hindrancesToConfirming, hindrancesToSending } from './offer-stages.ts';
import { aCase, aProvider, filterContext } from '#tests/support/routing/factories.ts';

const reasons = (failures: readonly { readonly reason: string }[]): string[] => failures.map(({ reason }) => reason);

describe('offer stages', () => {
  test('sending checks everything again', () => {
    expect(reasons(hindrancesToSending(aCase(), aProvider('p', { onDutyNow: false }), filterContext()))).toEqual(['OFF_DUTY']);
  });

  test('a provider that became busy may still accept, one that was suspended may not', () => {
    expect(hindrancesToAccepting(aCase(), aProvider('p', { onDutyNow: false, activeWeight: 12 }), filterContext())).toEqual([]);
    expect(reasons(hindrancesToAccepting(aCase(), aProvider('p', { vettingState: 'suspended' }), filterContext()))).toEqual(['SUSPENDED']);
  });

  test('accepted on the last day, it may be confirmed after midnight but no longer accepted', () => {
    const ranOut = aProvider('p', { vettingState: 'expired', vettingValidUntil: '2026-03-17' });
    expect(reasons(hindrancesToAccepting(aCase(), ranOut, filterContext()))).toEqual(['VETTING_INVALID']);
    expect(hindrancesToConfirming(aCase(), ranOut, filterContext(), '2026-03-17')).toEqual([]);
    expect(reasons(hindrancesToConfirming(aCase(), ranOut, filterContext(), '2026-03-18'))).toEqual(['VETTING_INVALID']);
  });

  test('a proof that ended at midnight does not stop the confirmation either', () => {
    const provider = aProvider('p', { proofs: [{ item: 'V2', validUntil: '2026-03-17', renewalFiled: false }] });
    expect(hindrancesToConfirming(aCase({ severity: 'S3' }), provider, filterContext(), '2026-03-17')).toEqual([]);
    expect(reasons(hindrancesToConfirming(aCase({ severity: 'S3' }), provider, filterContext(), '2026-03-18'))).toEqual(['PROOF_EXPIRED']);
  });

  test('a suspension or revocation between acceptance and confirmation counts at once', () => {
    const suspended = aProvider('p', { vettingState: 'suspended' });
    const revoked = aProvider('p', { vettingState: 'revoked' });
    expect(reasons(hindrancesToConfirming(aCase(), suspended, filterContext(), '2026-03-17'))).toEqual(['SUSPENDED']);
    expect(reasons(hindrancesToConfirming(aCase(), revoked, filterContext(), '2026-03-17'))).toEqual(['VETTING_INVALID']);
  });
});

describe('immediate release', () => {
  const listed = (severity: 'S1' | 'S2' | 'S3', more: Parameters<typeof aProvider>[1], caseMore: Parameters<typeof aCase>[0] = {}): boolean =>
    immediateReleaseProviders(aCase({ severity, ...caseMore }), [aProvider('p', more)], filterContext()).includes('p');

  test('duty, area, load, response class, language and wanted skills do not matter', () => {
    const elsewhere = { onDutyNow: false, areas: [], offersRemote: false, activeWeight: 99, languages: [], reactionMinutes: { S1: null, S2: null, S3: null, S4: null } };
    expect(listed('S1', elsewhere, { wantedSkills: ['plc'] })).toBe(true);
  });

  test('vetting, suspension, capability, conflict, exclusion, panel and reachability do', () => {
    expect(listed('S2', {})).toBe(true);
    expect(listed('S2', { vettingState: 'in_review' })).toBe(false);
    expect(listed('S2', { vettingState: 'suspended' })).toBe(false);
    expect(listed('S2', { approvals: [] })).toBe(false);
    expect(listed('S2', { declinedCompanyIds: ['company-1'] })).toBe(false);
    expect(listed('S2', {}, { excludedProviderIds: ['p'] })).toBe(false);
    expect(listed('S2', {}, { insurer: 'bound' })).toBe(false);
    expect(listed('S2', { undeliverable: true })).toBe(false);
  });

  test('S3 and S4 are released by hand', () => {
    expect(listed('S3', {})).toBe(false);
  });
});

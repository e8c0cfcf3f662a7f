import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeFacts } from '#app/domain/triage/facts.ts';
import { sizeClasses } from '#app/domain/triage/kinds.ts';
import { makeBrief } from './brief.ts';
import type { BriefMore } from './brief.ts';
import { coarsen, coarseningOrder } from './coarsening.ts';
import type { CompanyCount } from './coarsening.ts';

const more: BriefMore = {
  reference: 'GL-2026-0147',
  severity: 'S1',
  hosting: null,
  wantedStart: 'at_once',
  offerDeadline: '2026-03-18T10:40:00.000Z',
};

const facts = completeFacts({
  kind: 'ransomware',
  noticedAt: '2026-03-18T09:47:12.000Z',
  district: 'vogtland',
  sectorSection: 'C',
  sizeClass: 'small',
  standstill: ['production', 'email'],
  insurer: 'none',
});

const cell = (district: string, sectorSection: string | null, sizeClass: CompanyCount['sizeClass'], count: number): CompanyCount => ({
  district,
  sectorSection,
  sizeClass,
  count,
});
const profile = { district: 'vogtland', sectorSection: 'C', sizeClass: 'small' as const };

describe('coarsening', () => {
  test('five companies alike are shown as they are', () => {
    expect(coarsen(profile, [cell('vogtland', 'C', 'small', 5)])).toMatchObject({
      steps: [],
      companiesSharing: 5,
      shown: { district: { district: 'vogtland' }, sector: { section: 'C' }, size: { sizeClass: 'small' } },
    });
  });

  test('sector first, then size, then district, then no sector, then no size', () => {
    const one = [cell('vogtland', 'C', 'small', 1)];
    const stepsWith = (...others: CompanyCount[]): number => coarsen(profile, [...one, ...others]).steps.length;
    expect(stepsWith(cell('vogtland', 'F', 'small', 4))).toBe(1);
    expect(stepsWith(cell('vogtland', 'F', 'micro', 4))).toBe(2);
    expect(stepsWith(cell('zwickau', 'F', 'micro', 4))).toBe(3);
    expect(stepsWith(cell('zwickau', 'G', 'micro', 4))).toBe(4);
    expect(stepsWith(cell('zwickau', 'G', 'large', 4))).toBe(5);
  });

  test('four companies alike are not enough', () => {
    expect(coarsen(profile, [cell('vogtland', 'C', 'small', 4)]).steps).toEqual(coarseningOrder);
  });

  test('a sector that is not known is shared with every sector', () => {
    expect(coarsen({ ...profile, sectorSection: null }, [cell('vogtland', 'G', 'small', 5)])).toMatchObject({ steps: [], shown: { sector: null } });
  });

  test('what is shown is shared by five companies wherever the region has five', () => {
    const anyCell = fc.record({
      district: fc.constantFrom('vogtland', 'zwickau', 'erzgebirge', 'chemnitz'),
      sectorSection: fc.constantFrom(null, 'A', 'C', 'F', 'G', 'J', 'M', 'O', 'P', 'Q', 'S'),
      sizeClass: fc.constantFrom(null, ...sizeClasses),
      count: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(anyCell, { minLength: 5, maxLength: 40 }), fc.nat(), (cells, pick) => {
        const company = cells[pick % cells.length];
        if (company === undefined) throw new Error('no company');
        expect(coarsen(company, cells).companiesSharing).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});

describe('brief', () => {
  test('the time is rounded down to the hour', () => {
    expect(makeBrief(facts, more, []).brief.firstSeenAt).toBe('2026-03-18T09:00:00.000Z');
  });

  test('no insurance reads like free choice', () => {
    expect(makeBrief(facts, more, []).brief.insurer).toBe('free');
  });

  test('a brief of a rare company names neither district nor sector nor size', () => {
    const { brief, coarsening } = makeBrief(facts, more, [cell('vogtland', 'C', 'small', 1)]);
    expect([brief.district, brief.sector, brief.size]).toEqual([{ as: 'region' }, null, null]);
    expect(coarsening.companiesSharing).toBe(1);
    expect(JSON.stringify(brief)).not.toContain('vogtland');
  });

  test('the number of companies sharing it is on record, not in the brief', () => {
    expect(JSON.stringify(makeBrief(facts, more, [cell('vogtland', 'C', 'small', 17)]).brief)).not.toContain('17,');
    expect(makeBrief(facts, more, [cell('vogtland', 'C', 'small', 17)]).coarsening.companiesSharing).toBe(17);
  });

  test('what is not a listed field, or not a listed code, never gets in', () => {
    const smuggled = {
      ...facts,
      title: 'Geheimwort',
      wishedProviderIds: ['Geheimwort'],
      standstill: ['Geheimwort', 'email'],
    } as unknown as typeof facts;
    const { brief } = makeBrief(smuggled, more, []);
    expect(JSON.stringify(brief)).not.toContain('Geheimwort');
    expect(brief.standstill).toEqual(['email']);
  });
});

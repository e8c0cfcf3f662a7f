import { expect, test } from 'vitest';
import type { Site } from '../organisation/sites.ts';
import { mayAskSite, withKnownSite } from './site-of-report.ts';
import { missingForAlarm } from './steps.ts';

const site = (id: string, district: string | null): Site => ({ id, name: id, town: 'Plauen', district, revision: 1 });
const [werk, lager] = [site('werk', 'zwickau'), site('lager', 'vogtlandkreis')];
const alarm = { kind: 'ransomware', noticedAt: '2026-11-19T05:40:00.000Z' } as const;

test('with one site, or with one whose district is not known, nobody is asked which', () => {
  expect(mayAskSite([werk])).toEqual([]);
  expect(mayAskSite([werk, site('neu', null)])).toEqual([]);
  expect(missingForAlarm(withKnownSite({ ...alarm, district: 'zwickau' }, []))).toEqual([]);
});

test('a site brings its district, whatever the draft said before', () => {
  expect(withKnownSite({ ...alarm, siteId: 'lager', district: 'zwickau' }, mayAskSite([werk, lager]))).toMatchObject({ siteId: 'lager', district: 'vogtlandkreis' });
});

test('a site that is gone is asked again, and no alarm goes out with the district of another', () => {
  const answers = withKnownSite({ ...alarm, siteId: 'gone', district: 'zwickau' }, mayAskSite([werk, lager]));
  expect(missingForAlarm(answers)).toEqual(['siteId', 'district']);
  expect(missingForAlarm(withKnownSite({ ...alarm, siteId: 'main', district: 'zwickau' }, mayAskSite([werk, lager])))).toEqual(['siteId', 'district']);
});

import { expect, test } from 'vitest';
import type { Site } from '../organisation/sites.ts';
import { mayAskSite, sitesToCorrect, withKnownSite } from './site-of-report.ts';
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

test('who corrects a sent report chooses among the sites of today', () => {
  expect(sitesToCorrect([werk, lager], { id: 'lager', name: 'Altes Lager', town: 'Plauen', district: 'vogtlandkreis' })).toEqual(mayAskSite([werk, lager]));
  expect(sitesToCorrect([werk, lager], null)).toEqual(mayAskSite([werk, lager]));
  expect(sitesToCorrect([werk], null)).toEqual([]);
});

test('a site that is entered no longer stays to be chosen, as it was called then', () => {
  const gone = { id: 'gone', name: 'Halle', town: 'Plauen', district: 'vogtlandkreis' };
  expect(sitesToCorrect([werk, lager], gone).map(({ id }) => id)).toEqual(['werk', 'lager', 'gone']);
  expect(sitesToCorrect([werk], gone).map(({ id }) => id)).toEqual(['werk', 'gone']);
});

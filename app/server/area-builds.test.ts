import type { ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';
import { createAreaBuilds } from './area-builds.ts';

const paths = { root: undefined, start: undefined, cases: 'betrieb/faelle', oneCase: 'betrieb/faelle/:id', offers: 'partner', english: 'en', englishCases: 'en/betrieb/faelle', any: '*' };
const routes = Object.fromEntries(Object.entries(paths).map(([id, path]) => [id, { id, path }]));
const whole = { routes, assets: { routes, url: '/manifest.js' } } as unknown as ServerBuild;
const buildFor = createAreaBuilds(whole);
const idsAt = (path: string) => Object.keys(buildFor(path).routes);

test.each(['/betrieb/faelle', '/betrieb/faelle/7', '/BETRIEB/faelle', '/betrieb', '/betrieb/nirgends'])('%s has the routes of its area, the frame and the page for what does not exist', (path) => {
  expect(idsAt(path)).toEqual(['root', 'start', 'cases', 'oneCase', 'any']);
});

test('each language is an area of its own', () => {
  expect(idsAt('/en/betrieb/faelle')).toEqual(['root', 'start', 'englishCases', 'any']);
  expect(idsAt('/en')).toEqual(['root', 'start', 'english', 'any']);
});

test.each(['/', '//betrieb/faelle', '/%62etrieb/faelle', '/en/nirgends', '/nirgends'])('%s, which names no area, has all routes', (path) => {
  expect(buildFor(path)).toBe(whole);
});

test('what the browser is told of the routes is cut in the same way, and nothing else', () => {
  const { assets } = buildFor('/partner');
  expect(Object.keys(assets.routes)).toEqual(['root', 'start', 'offers', 'any']);
  expect(assets.url).toBe('/manifest.js');
});

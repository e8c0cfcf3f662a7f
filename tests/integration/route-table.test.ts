import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';
import { routeRules } from '#app/domain/access/routes.ts';
import { pages, resources } from '../../remix.config.js';

async function builtRoutes() {
  const build = (await import(pathToFileURL(path.resolve('build/server/index.js')).href)) as ServerBuild;
  return Object.values(build.routes).filter((route) => route !== undefined && route.id !== 'root');
}

/** `de/public/start.tsx` and `en/public/start.tsx` are one file of the table. */
function fileOf(id: string): string {
  return id === 'not-found' ? 'public/not-found.tsx' : id.replace(/^(de|en)\//, '');
}

test('every route of the built site is classified', async () => {
  const unclassified = (await builtRoutes()).map((route) => fileOf(route.id)).filter((file) => !(file in routeRules));
  expect(unclassified).toEqual([]);
});

test('every classified route exists', async () => {
  const built = new Set((await builtRoutes()).map((route) => fileOf(route.id)));
  const answeredByServer = (file: string) => file.startsWith('server/');
  expect(Object.keys(routeRules).filter((file) => !built.has(file) && !answeredByServer(file))).toEqual([]);
});

test('the classification names the address that the route table gives', () => {
  const addresses = Object.fromEntries([...pages, ...resources.map(([address, file]) => [`/${address}`, file])].map(([address, file]) => [file, address]));
  const differing = Object.entries(routeRules)
    .filter(([file]) => file in addresses)
    .filter(([file, rule]) => withoutNames(addresses[file] ?? '') !== withoutNames(rule.address))
    .map(([file]) => file);
  expect(differing).toEqual([]);
});

test('the page frame and the classification agree for whom a page is', async () => {
  const differing = (await builtRoutes())
    .filter((route) => route.id !== 'not-found' && route.module.default !== undefined)
    .filter((route) => (route.module.handle as { audience?: string } | undefined)?.audience !== routeRules[fileOf(route.id)]?.audience)
    .map((route) => route.id);
  expect(differing).toEqual([]);
});

/** Names of parameters are the routes' own business. */
function withoutNames(address: string): string {
  return address.replace(/:[^/.]+/g, ':');
}

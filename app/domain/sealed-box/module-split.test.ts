import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('./', import.meta.url);
const modules = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));

function importsOf(name: string): string[] {
  const source = readFileSync(new URL(name, folder), 'utf8');
  return [...source.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)'([^']+)'/g)].flatMap(([, target]) => target ?? []);
}

/**
 * What opens sealed content stands in files named `open-…`. Whoever may not read content is kept from importing those,
 * which says something only as long as no other module leads there.
 */
describe('opening and sealing are apart', () => {
  it('there are modules of both sorts', () => {
    expect(modules.filter((name) => name.startsWith('open-')).length).toBeGreaterThan(5);
    expect(modules.filter((name) => name.startsWith('seal-')).length).toBeGreaterThan(5);
  });

  it('only opening modules import opening modules', () => {
    const others = modules.filter((name) => !name.startsWith('open-'));
    const leaks = others.flatMap((name) =>
      importsOf(name)
        .filter((target) => target.includes('/open-'))
        .map((target) => `${name} -> ${target}`),
    );
    expect(leaks).toEqual([]);
  });

  it('nothing but the box itself, results and node:crypto is imported', () => {
    const foreign = modules.flatMap((name) =>
      importsOf(name)
        .filter((target) => !/^\.\/[\w-]+\.ts$/.test(target))
        .filter((target) => !['node:crypto', '#app/domain/result.ts'].includes(target))
        .map((target) => `${name} -> ${target}`),
    );
    expect(foreign).toEqual([]);
  });

  it('no module draws random bytes by itself', () => {
    const names = /randomBytes|randomUUID|randomFill|generateKey|randomInt|Math\.random/;
    expect(modules.filter((name) => names.test(readFileSync(new URL(name, folder), 'utf8')))).toEqual([]);
  });
});

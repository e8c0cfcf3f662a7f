import { cruise } from 'dependency-cruiser';
import type { ICruiseResult, IForbiddenRuleType } from 'dependency-cruiser';
import { expect, test } from 'vitest';

const tests = '\\.test\\.tsx?$';

/** The direction of imports as in the README's tree; type imports count too. */
const rules: IForbiddenRuleType[] = [
  rule('domain-imports-domain', { path: '^app/domain/', pathNot: tests }, { path: '^app/', pathNot: '^app/domain/' }),
  rule('domain-has-no-packages', { path: '^app/domain/', pathNot: tests }, { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg'] }),
  rule('domain-has-no-node-core', { path: '^app/domain/', pathNot: `${tests}|^app/domain/sealed-box/` }, { dependencyTypes: ['core'] }),
  rule('sealed-box-uses-crypto-only', { path: '^app/domain/sealed-box/', pathNot: tests }, { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' }),
  rule('features-import-domain', { path: '^app/features/', pathNot: tests }, { path: '^app/', pathNot: '^app/(domain|features|ui|figures|content)/' }),
  rule('features-do-not-meet', { path: '^app/features/([^/]+)/' }, { path: '^app/features/[^/]+/', pathNot: '^app/features/$1/' }),
  rule('routes-import-features', { path: '^app/routes/' }, { path: '^app/', pathNot: '^app/(routes|features|ui|http|content|domain)/' }),
  rule('http-knows-no-adapters', { path: '^app/http/' }, { path: '^app/', pathNot: '^app/(http|features|domain|content|ui)/' }),
  rule('infrastructure-implements-ports', { path: '^app/infrastructure/' }, { path: '^app/features/', pathNot: ['^app/features/ports\\.ts$', '^app/features/[^/]+/ports\\.ts$', '^app/features/[^/]+/[a-z-]+-file\\.ts$'] }),
  rule('infrastructure-stays-below', { path: '^app/infrastructure/' }, { path: '^app/(routes|server|http|ui)/' }),
  rule('ui-is-plain', { path: '^app/ui/', pathNot: tests }, { path: '^app/', pathNot: '^app/(ui|figures|content)/' }),
  // Page and PDF draw from one geometry: both may know it, and it knows neither of them.
  rule('figures-are-numbers', { path: '^app/figures/' }, { path: '^app/', pathNot: '^app/figures/' }),
  rule('content-is-data', { path: '^app/content/', pathNot: tests }, { path: '^app/', pathNot: '^app/(content|domain)/' }),
  rule('only-the-server-wires', { path: '^app/', pathNot: '^app/(server|infrastructure)/' }, { path: '^app/(infrastructure|server)/' }),
  rule('prisma-stays-in-db', { path: '^app/', pathNot: '^app/infrastructure/db/' }, { path: '(^|/)node_modules/(@prisma|better-sqlite3)|^app/infrastructure/db/generated/' }),
  rule('remix-stays-outside', { path: '^app/(domain|infrastructure|content)/|^app/(features|ui)/.*\\.ts$' }, { path: '(^|/)node_modules/@remix-run/' }),
  rule('no-circles', { path: '^app/' }, { circular: true }),
  // The demo is told through use cases: it can reach no table.
  rule('demo-knows-no-tables', { path: '^prisma/seed/' }, { path: '(^|/)node_modules/(@prisma|better-sqlite3)|^app/(infrastructure|server)/', reachable: true }),
];

/**
 * What office code can reach when it runs. Types are left out: the list of all services names every feature, but a type opens
 * nothing; what an office page calls are use cases, and those of the office have no key.
 */
const rulesAtRunTime: IForbiddenRuleType[] = [
  rule('office-cannot-open', { path: '^app/(features|routes)/office/' }, { path: '^app/domain/sealed-box/open-', reachable: true }),
];

test('imports run one way', async () => {
  const faults = await violationsOf(rules);
  expect(faults).toEqual([]);
});

test('code of the office reaches nothing that opens content', async () => {
  expect(await violationsOf(rulesAtRunTime, false)).toEqual([]);
});

test('a rule that must catch an import does catch it', async () => {
  const planted = rule('planted', { path: '^app/infrastructure/db/connect' }, { path: 'generated/client' });
  expect(await violationsOf([planted])).not.toEqual([]);
});

function rule(name: string, from: IForbiddenRuleType['from'], to: Record<string, unknown>): IForbiddenRuleType {
  return { name, severity: 'error', from, to } as IForbiddenRuleType;
}

async function violationsOf(forbidden: IForbiddenRuleType[], withTypes = true): Promise<string[]> {
  const { output } = await cruise(['app', 'prisma/seed'], {
    ruleSet: { forbidden },
    validate: true,
    tsPreCompilationDeps: withTypes,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^app/infrastructure/db/generated/(?!client)' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'], extensions: ['.ts', '.tsx', '.js', '.d.ts'] },
  });
  const result = output as ICruiseResult;
  return result.summary.violations.map((violation) => `${violation.rule.name}: ${violation.from} -> ${violation.to}`);
}

import { expect, test } from 'vitest';
import type { Member } from './actor.ts';
import { may } from './may.ts';
import { navigationOf, places, placesFor } from './places.ts';
import { memberRoles } from './roles.ts';
import type { MemberRole } from './roles.ts';
import { routeRules } from './routes.ts';

function member(role: MemberRole, more: Partial<Member> = {}): Member {
  const organisationType = role.startsWith('provider') ? 'provider' : role.startsWith('company') ? 'company' : 'office';
  return { kind: 'member', userId: 'u1', sessionId: 's1', organisationId: 'o1', organisationType, roles: [role], confirmed: true, factor: 'full', locked: false, ...more };
}

const bar = (role: MemberRole) => {
  const { organisationType } = member(role);
  return navigationOf(member(role), organisationType).bar.map((place) => place.slice(organisationType.length + 1));
};

test('people of the office see what they may open, and nothing else', () => {
  expect(bar('office.coordinator')).toEqual(['board', 'providers', 'duty', 'mail']);
  expect(bar('office.duty')).toEqual(['board', 'providers', 'duty', 'mail']);
  expect(bar('office.reviewer')).toEqual(['providers', 'duty']);
  expect(bar('office.admin')).toEqual(['providers', 'duty', 'audit', 'accounts']);
  expect(bar('auditor')).toEqual(['audit']);
});

test('who answers calls for a provider does not see its vetting', () => {
  expect(bar('provider.responder')).toEqual(['overview', 'duty', 'profile', 'team']);
  expect(bar('provider.admin')).toEqual(['overview', 'duty', 'vetting', 'profile']);
});

test('what does not fit in the bar is reached from the account', () => {
  expect(navigationOf(member('company.member'), 'company').more).toEqual(['company.team']);
  expect(navigationOf(member('office.admin'), 'office').more).toEqual(['office.mail']);
});

test('a provider is a company too', () => {
  expect(navigationOf(member('provider.admin'), 'company').bar).toHaveLength(4);
});

test('who is not confirmed, locked or signed in sees no place', () => {
  expect(placesFor({ kind: 'anonymous' })).toEqual([]);
  for (const role of memberRoles) {
    for (const weaker of [{ confirmed: false }, { locked: true }, { factor: 'password' }] as const) expect(placesFor(member(role, weaker))).toEqual([]);
  }
});

test('every place is a route, and someone may open it', () => {
  const seen = new Set(memberRoles.flatMap((role) => placesFor(member(role))));
  expect([...seen].sort()).toEqual([...places].sort());
  const byRoute = Object.values(routeRules);
  expect(byRoute.filter((rule) => may(member('office.coordinator'), rule.action, rule.relations) && rule.address === '/buero/protokoll')).toEqual([]);
});

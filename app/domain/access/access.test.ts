import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionNames, dataClassOf } from './actions.ts';
import type { Action } from './actions.ts';
import type { Actor, Member } from './actor.ts';
import { casePartyOf } from './case-party.ts';
import { may, needsStepUp, requireRight } from './may.ts';
import { relations, relationsToCase, relationToAccount, relationToOffer, relationToOrganisation, relationToShare } from './relations.ts';
import type { CaseAccessFacts, Relation } from './relations.ts';
import { isOfficeRole, memberRoles, roles } from './roles.ts';
import type { MemberRole } from './roles.ts';
import { routeRules, ruleOfRoute } from './routes.ts';
import { grants } from './table.ts';

const now = new Date('2026-11-20T12:00:00Z');

function member(role: MemberRole, more: Partial<Member> = {}): Member {
  const type = role.startsWith('provider') ? 'provider' : isOfficeRole(role) ? 'office' : 'company';
  return {
    kind: 'member',
    userId: 'u1',
    sessionId: 's1',
    organisationId: 'org1',
    organisationType: type,
    roles: [role],
    confirmed: true,
    factor: 'full',
    locked: false,
    ...more,
  };
}

const anyAction = fc.constantFrom(...actionNames);
const anyRelation = fc.constantFrom(...relations);
const anyRole = fc.constantFrom(...memberRoles);

describe('the table', () => {
  it('grants exactly what stands in it, over every role, action and relation', () => {
    for (const role of memberRoles) {
      for (const action of actionNames) {
        for (const relation of relations) {
          const stands = grants[action].some((grant) => grant.to.includes(role) && grant.as.includes(relation));
          expect(may(member(role), action, relation)).toBe(stands);
        }
      }
    }
  });

  it('names no relation to foreign objects, and leaves no action without anybody', () => {
    for (const action of actionNames) {
      expect(grants[action].length, action).toBeGreaterThan(0);
      for (const grant of grants[action]) {
        expect(grant.as).not.toContain('none');
        expect(grant.to.length * grant.as.length).toBeGreaterThan(0);
      }
    }
  });

  it('gives every role something to do', () => {
    for (const role of roles) expect(actionNames.some((action) => grants[action].some((grant) => grant.to.includes(role))), role).toBe(true);
  });
});

describe('nobody', () => {
  it('may do anything with a foreign object', () => {
    fc.assert(
      fc.property(fc.subarray([...memberRoles], { minLength: 1 }), anyAction, (held, action) => {
        const actor = member('company.admin', { roles: held, steppedUpAt: now });
        expect(may(actor, action, 'none')).toBe(false);
        expect(requireRight(actor, action, 'none', now)).toEqual({ ok: false, refusal: { code: 'not_found' } });
      }),
    );
  });

  it('of the office reads or changes content, by any relation of the office, whatever roles are combined', () => {
    const office = memberRoles.filter(isOfficeRole);
    fc.assert(
      fc.property(fc.subarray(office, { minLength: 1 }), anyAction, anyRelation, (held, action, relation) => {
        const actor = member('office.admin', { roles: held, steppedUpAt: now });
        if (dataClassOf(action) === 'sealed' || dataClassOf(action) === 'provider') expect(may(actor, action, relation)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('who is unconfirmed reaches more than public pages and the own account', () => {
    fc.assert(
      fc.property(anyRole, anyAction, anyRelation, (role, action, relation) => {
        const actor = member(role, { confirmed: false, steppedUpAt: now });
        if (may(actor, action, relation)) {
          expect(relation === 'self' || relation === 'public').toBe(true);
          expect(['public', 'account']).toContain(dataClassOf(action));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('with half a session or a locked one reaches more than public pages and the way back in', () => {
    const way = ['account.finish_sign_in', 'account.unlock', 'account.sign_out'];
    for (const weak of [{ factor: 'password' }, { locked: true }] as const) {
      for (const role of memberRoles) {
        for (const action of actionNames) {
          for (const relation of relations) {
            if (may(member(role, weak), action, relation)) expect(dataClassOf(action) === 'public' || way.includes(action)).toBe(true);
          }
        }
      }
    }
  });

  it('regional reads facts of a case', () => {
    for (const action of actionNames.filter((name) => /^(case|message|exhibit|offer|routing|journal)\./.test(name))) {
      for (const relation of relations) expect(may(member('partner.regional'), action, relation)).toBe(false);
    }
  });
});

describe('providers', () => {
  const sealed = actionNames.filter((action) => dataClassOf(action) === 'sealed');

  it('know neither name before acceptance nor content before confirmation and release', () => {
    const actor = member('provider.responder');
    expect(may(actor, 'case.read_company_name', 'offered_provider')).toBe(false);
    expect(may(actor, 'case.read_company_name', 'accepted_provider')).toBe(true);
    expect(may(actor, 'case.read_callback', 'accepted_provider')).toBe(false);
    expect(may(actor, 'case.read_callback', 'assigned_provider')).toBe(true);
    for (const relation of ['offered_provider', 'accepted_provider', 'assigned_provider'] as const) {
      expect(sealed.filter((action) => may(actor, action, relation))).toEqual([]);
    }
    expect(may(actor, 'case.read_content', 'released_provider')).toBe(true);
  });

  it('write nothing any more once they are former', () => {
    const allowed = actionNames.filter((action) => may(member('provider.admin'), action, 'former_provider'));
    expect(allowed.every((action) => /\.(read|list)/.test(action))).toBe(true);
    expect(allowed).toContain('case.read_content');
  });
});

describe('refusals', () => {
  const admin = member('company.admin');
  const code = (actor: Actor, action: Action, relation: Relation) => {
    const result = requireRight(actor, action, relation, now);
    return result.ok ? 'ok' : result.refusal.code;
  };

  it('say what the session lacks before they say anything of the object', () => {
    expect(code({ kind: 'anonymous' }, 'case.read_content', 'none')).toBe('not_signed_in');
    for (const relation of ['case_recipient', 'none'] as const) {
      expect(code(member('company.admin', { factor: 'password' }), 'case.read_content', relation)).toBe('second_factor_missing');
      expect(code(member('company.admin', { locked: true }), 'case.read_content', relation)).toBe('session_locked');
    }
  });

  it('hide foreign objects and name known ones', () => {
    expect(code(admin, 'case.read_content', 'none')).toBe('not_found');
    expect(code(member('office.coordinator'), 'case.read_content', 'office')).toBe('not_allowed');
    expect(code(member('company.member'), 'member.invite', 'own_organisation')).toBe('not_allowed');
  });

  it('ask for the second factor again, for five minutes', () => {
    const stepped = (minutes: number) => ({ ...admin, steppedUpAt: new Date(now.getTime() - minutes * 60_000) });
    expect(code(admin, 'case.release', 'case_recipient')).toBe('step_up_required');
    expect(code(stepped(5), 'case.release', 'case_recipient')).toBe('ok');
    expect(code(stepped(6), 'case.release', 'case_recipient')).toBe('step_up_required');
    expect(code(stepped(-1), 'case.release', 'case_recipient')).toBe('step_up_required');
    expect(may(admin, 'case.release', 'case_recipient')).toBe(true);
  });

  it('spare the guest, whose code is the key itself', () => {
    const guest = { kind: 'guest', caseId: 'c1' } as const;
    expect(code(guest, 'case.release', 'case_recipient')).toBe('ok');
    expect(code(guest, 'case.release', 'none')).toBe('not_found');
    expect(code(guest, 'member.invite', 'own_organisation')).toBe('not_allowed');
  });

  it('demand the second factor again for release, grants, export and changes of the login', () => {
    const strong: readonly (readonly [Action, Relation])[] = [
      ['case.release', 'case_recipient'],
      ['case.export', 'case_recipient'],
      ['case.choose_recipients', 'case_recipient'],
      ['member.confirm', 'own_organisation'],
      ['member.invite', 'own_organisation'],
      ['account.change_password', 'self'],
      ['account.change_second_factor', 'self'],
      ['account.renew_recovery_code', 'self'],
      ['share.create', 'own_organisation'],
      ['vetting.decide', 'office'],
    ];
    for (const [action, relation] of strong) expect(needsStepUp(action, relation), action).toBe(true);
    expect(needsStepUp('case.read_content', 'case_recipient')).toBe(false);
  });

  it('agree with may: what may be done is refused for the step-up only', () => {
    fc.assert(
      fc.property(anyRole, anyAction, anyRelation, (role, action, relation) => {
        const result = requireRight(member(role), action, relation, now);
        const allowed = result.ok || result.refusal.code === 'step_up_required';
        expect(allowed).toBe(may(member(role), action, relation));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('relations to a case', () => {
  const facts: CaseAccessFacts = {
    caseId: 'c1',
    state: 'in_progress',
    recipientOrganisationIds: ['org1'],
    recipientUserIds: [],
    draftBy: null,
    offers: [
      { providerId: 'p1', state: 'confirmed' },
      { providerId: 'p2', state: 'revoked' },
    ],
    assignments: [{ providerId: 'p1', state: 'active', released: false, accessEndsAt: null }],
  };
  const of = (actor: Actor, changed: Partial<CaseAccessFacts> = {}) => relationsToCase(actor, { ...facts, ...changed }, now);
  const responder = (organisationId: string) => member('provider.responder', { organisationId });

  it('follow recipients, offers, assignments and releases', () => {
    expect(of(member('company.member'))).toEqual(['case_recipient']);
    expect(of(member('company.member', { organisationId: 'other' }))).toEqual(['none']);
    expect(of(responder('p1'))).toEqual(['assigned_provider']);
    expect(of(responder('p1'), { assignments: [{ providerId: 'p1', state: 'active', released: true, accessEndsAt: null }] })).toEqual(['released_provider']);
    expect(of(responder('p2'))).toEqual(['none']);
    expect(of(responder('p2'), { state: 'matching', offers: [{ providerId: 'p2', state: 'expired' }] })).toEqual(['offered_provider']);
    expect(of(responder('p2'), { state: 'matching', offers: [{ providerId: 'p2', state: 'accepted' }] })).toEqual(['accepted_provider']);
    expect(of(responder('p2'), { state: 'matching', offers: [{ providerId: 'p2', state: 'planned' }] })).toEqual(['none']);
    expect(of(member('office.coordinator', { organisationId: 'office' }))).toEqual(['office']);
  });

  it('end with the grace time of a former provider', () => {
    const former = (minutes: number) => ({
      assignments: [{ providerId: 'p1', state: 'handed_over' as const, released: true, accessEndsAt: new Date(now.getTime() + minutes * 60_000) }],
    });
    expect(of(responder('p1'), former(1))).toEqual(['former_provider']);
    expect(of(responder('p1'), former(0))).toEqual(['none']);
  });

  it('hide a case of chosen persons from their colleagues, and a draft from the office', () => {
    const chosen = { recipientOrganisationIds: [], recipientUserIds: ['u1'] };
    expect(of(member('company.member'), chosen)).toEqual(['case_recipient']);
    expect(of(member('company.admin', { userId: 'u2' }), chosen)).toEqual(['none']);
    expect(of(member('office.duty', { organisationId: 'office' }), { state: 'draft' })).toEqual(['none']);
  });

  it('bind a guest to its case and a reader to its link', () => {
    expect(of({ kind: 'guest', caseId: 'c1' })).toEqual(['case_recipient']);
    expect(of({ kind: 'guest', caseId: 'c2' })).toEqual(['none']);
    const share = { id: 'l1', organisationId: 'org1' };
    expect(relationToShare({ kind: 'reader', shareId: 'l1' }, share)).toBe('link_holder');
    expect(relationToShare({ kind: 'reader', shareId: 'l2' }, share)).toBe('none');
    expect(relationToShare(member('company.member'), share)).toBe('own_organisation');
  });

  it('tell own, the office and nothing for organisations, accounts and offers', () => {
    expect(relationToOrganisation(member('company.admin'), 'org1')).toBe('own_organisation');
    expect(relationToOrganisation(member('company.admin'), 'org2')).toBe('none');
    expect(relationToOrganisation(member('office.admin', { organisationId: 'office' }), 'org2')).toBe('office');
    expect(relationToAccount(member('office.admin'), 'u2')).toBe('none');
    expect(relationToAccount(member('office.admin'), 'u1')).toBe('self');
    expect(relationToOffer(responder('p1'), { providerId: 'p1', state: 'seen' })).toBe('offered_provider');
    expect(relationToOffer(responder('p2'), { providerId: 'p1', state: 'seen' })).toBe('none');
  });

  it('decide in which part somebody acts', () => {
    expect(casePartyOf(member('company.member'), ['case_recipient'])).toBe('company');
    expect(casePartyOf(member('company.member', { confirmed: false }), ['case_recipient'])).toBe(null);
    expect(casePartyOf(responder('p1'), ['accepted_provider'])).toBe('provider');
    expect(casePartyOf(responder('p1'), ['former_provider'])).toBe(null);
    expect(casePartyOf(member('office.coordinator'), ['office'])).toBe('office');
    expect(casePartyOf(member('office.duty', { roles: ['office.coordinator', 'office.duty'] }), ['office'])).toBe('duty');
    expect(casePartyOf(member('auditor'), ['office'])).toBe(null);
    expect(casePartyOf({ kind: 'system', job: 'waves' }, ['none'])).toBe('system');
  });
});

describe('routes', () => {
  const subjectOf = {
    company: ['company.admin', 'company.member'],
    provider: ['provider.admin', 'provider.responder'],
    office: memberRoles.filter(isOfficeRole),
    account: memberRoles,
  } as const;

  it('open to somebody of their audience under every relation they name, and to nobody of the other areas', () => {
    for (const [file, rule] of Object.entries(routeRules)) {
      for (const relation of rule.relations) {
        if (rule.audience === 'public' || rule.audience === 'link') {
          expect(may({ kind: 'anonymous' }, rule.action, relation), file).toBe(true);
        } else if (rule.audience === 'signing_in') {
          const half = member('company.member', { factor: 'password', confirmed: false });
          expect(may({ kind: 'anonymous' }, rule.action, relation) || may(half, rule.action, relation), file).toBe(true);
        } else {
          expect(may({ kind: 'anonymous' }, rule.action, relation), file).toBe(false);
          expect(subjectOf[rule.audience].some((role) => may(member(role), rule.action, relation)), file).toBe(true);
        }
      }
      const foreign = { company: 'office', provider: 'office', office: 'company' } as const;
      if (rule.audience in foreign) {
        const other = foreign[rule.audience as keyof typeof foreign];
        for (const relation of rule.relations.filter((one) => one !== 'own_organisation')) {
          for (const role of subjectOf[other]) expect(may(member(role), rule.action, relation), `${file} ${role}`).toBe(false);
        }
      }
    }
  });

  it('offer only forms that somebody of the audience may send', () => {
    for (const [file, rule] of Object.entries(routeRules)) {
      for (const action of rule.posts ?? []) {
        const actors: readonly Actor[] = [{ kind: 'anonymous' }, { kind: 'reader', shareId: 'l1' }, ...memberRoles.map((role) => member(role))];
        expect(actors.some((actor) => relations.some((relation) => may(actor, action, relation))), `${file} ${action}`).toBe(true);
      }
    }
  });

  it('have each address once', () => {
    const addresses = Object.values(routeRules).map((rule) => rule.address);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(ruleOfRoute('public/start.tsx')?.address).toBe('/');
    expect(ruleOfRoute('public/unknown.tsx')).toBe(null);
  });
});

import type { Action } from './actions.ts';
import type { Relation } from './relations.ts';
import type { MemberRole } from './roles.ts';

/**
 * The table role x action x relation. What does not stand here is denied.
 * Only `may.ts` and its test read it: a right is asked for by `may` or `requireRight`, never looked up.
 */

/** A role, or one of the four who act without one. `unconfirmed` stands for every member until a key holder has confirmed it. */
export type Subject = MemberRole | 'anonymous' | 'unconfirmed' | 'guest' | 'reader' | 'system';

/**
 * How sure the session must be. `any`: also before the second factor and while locked. `full`: both factors, unlocked.
 * `again`: besides, the second factor within the last minutes.
 */
export type Strength = 'any' | 'full' | 'again';

export type Grant = {
  readonly to: readonly Subject[];
  readonly as: readonly Relation[];
  readonly strength: Strength;
};

const company = ['company.admin', 'company.member'] as const;
const provider = ['provider.admin', 'provider.responder'] as const;
/** A provider that reports an incident of its own is a company like any other. */
const reporter = [...company, ...provider, 'guest'] as const;
const handlers = ['office.coordinator', 'office.duty'] as const;
const office = ['office.coordinator', 'office.duty', 'office.reviewer', 'office.admin'] as const;
const members = [...company, ...provider, ...office, 'auditor', 'partner.regional'] as const;
const everyMember = [...members, 'unconfirmed'] as const;
const everybody = [...everyMember, 'anonymous', 'guest', 'reader'] as const;

const open: readonly Grant[] = [{ to: everybody, as: ['public'], strength: 'any' }];
const ownAccount = (strength: Strength): Grant => ({ to: everyMember, as: ['self'], strength });
const ownOrganisation = (to: readonly Subject[], strength: Strength): Grant => ({ to, as: ['own_organisation'], strength });
const asRecipient = (strength: Strength): Grant => ({ to: reporter, as: ['case_recipient'], strength });
const asProvider = (...as: readonly Relation[]): Grant => ({ to: provider, as, strength: 'full' });
const asOffice = (to: readonly Subject[], strength: Strength): Grant => ({ to, as: ['office'], strength });

const working = ['assigned_provider', 'released_provider'] as const;

export const grants: Readonly<Record<Action, readonly Grant[]>> = {
  'account.register': [{ to: ['anonymous'], as: ['public'], strength: 'any' }],
  'account.sign_in': [{ to: ['anonymous'], as: ['public'], strength: 'any' }],
  'account.recover': [{ to: ['anonymous'], as: ['public'], strength: 'any' }],
  'account.finish_sign_in': [ownAccount('any')],
  'account.unlock': [ownAccount('any')],
  'account.sign_out': [ownAccount('any')],
  'account.read': [ownAccount('full')],
  'account.change_profile': [ownAccount('full')],
  'account.list_sessions': [ownAccount('full')],
  'account.end_session': [ownAccount('full')],
  'account.step_up': [ownAccount('full')],
  'account.change_password': [ownAccount('again')],
  'account.change_second_factor': [ownAccount('again')],
  'account.renew_recovery_code': [ownAccount('again')],
  'account.redeem_emergency_sheet': [ownAccount('full')],

  'organisation.read_profile': [ownOrganisation(members, 'full'), asOffice(office, 'full')],
  'organisation.change_profile': [ownOrganisation(['company.admin', 'provider.admin', 'office.admin'], 'full')],
  'organisation.read_sealed_profile': [ownOrganisation([...company, ...provider], 'full')],
  'organisation.change_sealed_profile': [ownOrganisation(['company.admin'], 'full')],
  'organisation.issue_emergency_sheet': [ownOrganisation(['company.admin', 'provider.admin'], 'again')],
  'organisation.read_log': [ownOrganisation(['company.admin', 'provider.admin', 'office.admin'], 'full')],
  'member.list': [ownOrganisation(members, 'full')],
  'member.invite': [ownOrganisation(['company.admin', 'provider.admin', 'office.admin'], 'again')],
  'member.revoke_invitation': [ownOrganisation(['company.admin', 'provider.admin', 'office.admin'], 'full')],
  // Any key holder, or a firm whose only lead has lost the password could never be helped by its colleagues.
  'member.confirm': [ownOrganisation([...company, ...provider, 'office.admin'], 'again')],
  'member.change_role': [ownOrganisation(['company.admin', 'provider.admin', 'office.admin'], 'again')],
  'member.remove': [ownOrganisation(['company.admin', 'provider.admin', 'office.admin'], 'again')],

  'checklist.browse': open,
  'checklist.try': open,
  'assessment.list': [ownOrganisation([...company, ...provider], 'full')],
  'assessment.start': [ownOrganisation([...company, ...provider], 'full')],
  'assessment.read': [ownOrganisation([...company, ...provider], 'full')],
  'assessment.answer': [ownOrganisation([...company, ...provider], 'full')],
  'assessment.close': [ownOrganisation([...company, ...provider], 'full')],
  'assessment.delete': [ownOrganisation(['company.admin', 'provider.admin'], 'again')],
  // All answers in one open file: what a stolen session must not carry away.
  'assessment.export': [ownOrganisation([...company, ...provider], 'again')],
  'assessment.import': [ownOrganisation([...company, ...provider], 'full')],
  'benchmark.decide': [ownOrganisation(['company.admin', 'provider.admin'], 'full')],
  'measure.read': [ownOrganisation([...company, ...provider], 'full')],
  'measure.change': [ownOrganisation([...company, ...provider], 'full')],
  'measure.manage_feed': [ownOrganisation([...company, ...provider], 'full')],
  // A calendar brings no cookie: the token of the address decides.
  'measure.read_feed': open,

  'first_aid.read': open,
  'incident.report_as_guest': [{ to: ['anonymous'], as: ['public'], strength: 'any' }],
  'incident.report': [ownOrganisation([...company, ...provider], 'full')],
  'incident.edit_draft': [asRecipient('full')],
  'incident.take_by_telephone': [asOffice(handlers, 'full')],

  'case.list': [ownOrganisation([...company, ...provider], 'full'), asOffice(handlers, 'full')],
  'case.read_facts': [asRecipient('full'), asProvider(...working, 'former_provider'), asOffice(handlers, 'full')],
  'case.read_company_name': [asRecipient('full'), asProvider('accepted_provider', ...working, 'former_provider'), asOffice(handlers, 'full')],
  'case.read_callback': [asRecipient('full'), asProvider(...working), asOffice(handlers, 'full')],
  'case.read_content': [asRecipient('full'), asProvider('released_provider', 'former_provider')],
  'case.read_timeline': [asRecipient('full'), asProvider(...working, 'former_provider'), asOffice(handlers, 'full')],
  'case.read_deadlines': [asRecipient('full'), asProvider(...working), asOffice(handlers, 'full')],
  'case.change_deadline': [asRecipient('full')],
  'case.correct_facts': [asRecipient('full')],
  'case.correct_report': [asRecipient('full')],
  'case.raise_severity': [asRecipient('full')],
  'case.change_severity': [asOffice(handlers, 'full')],
  'case.propose_severity': [asProvider(...working)],
  'case.answer_insurer': [asRecipient('full')],
  'case.consent_to_routing': [asRecipient('full')],
  'case.choose_self_help': [asRecipient('full'), asOffice(handlers, 'full')],
  'case.request_help': [asRecipient('full')],
  'case.ask_query': [asOffice(handlers, 'full')],
  'case.answer_query': [asRecipient('full')],
  'case.make_ready': [asOffice(handlers, 'full')],
  'case.choose_recipients': [asRecipient('again')],
  'case.release': [asRecipient('again')],
  'case.log_first_contact': [asProvider(...working)],
  'case.deny_first_contact': [asRecipient('full')],
  'case.set_milestone': [asProvider(...working)],
  'case.set_waiting': [asProvider(...working)],
  'case.submit_report': [asProvider('released_provider')],
  'case.confirm_closure': [asRecipient('full')],
  'case.object_to_closure': [asRecipient('full')],
  'case.close_by_office': [asOffice(handlers, 'full')],
  'case.reopen': [asRecipient('full'), asOffice(handlers, 'full')],
  'case.refer_out': [asRecipient('full'), asOffice(handlers, 'full')],
  'case.withdraw': [asRecipient('full')],
  'case.declare_false_alarm': [asRecipient('full'), asOffice(handlers, 'full')],
  'case.mark_duplicate': [asOffice(handlers, 'full')],
  'case.export': [asRecipient('again')],
  'assignment.pause': [asProvider(...working), asOffice(['office.duty'], 'full')],
  'assignment.request_handover': [asRecipient('full'), asProvider(...working), asOffice(['office.duty'], 'full')],
  'assignment.take_back': [asRecipient('full'), asOffice(handlers, 'full')],
  'assignment.read_access_log': [asRecipient('full')],

  'message.read': [asRecipient('full'), asProvider('released_provider', 'former_provider')],
  'message.write': [asRecipient('full'), asProvider('released_provider')],
  'journal.read': [asRecipient('full'), asProvider('released_provider', 'former_provider')],
  'journal.write': [asRecipient('full'), asProvider('released_provider')],
  'internal_note.read': [asProvider(...working, 'former_provider')],
  'internal_note.write': [asProvider(...working)],
  'office_note.read': [asRecipient('full'), asProvider(...working), asOffice(handlers, 'full')],
  'office_note.write': [asRecipient('full'), asProvider(...working), asOffice(handlers, 'full')],

  'exhibit.list': [asRecipient('full'), asProvider('released_provider', 'former_provider')],
  'exhibit.read': [asRecipient('full'), asProvider('released_provider', 'former_provider')],
  'exhibit.upload': [asRecipient('full'), asProvider('released_provider')],
  'exhibit.remove': [asRecipient('full')],

  'offer.list': [ownOrganisation(provider, 'full')],
  'offer.read_brief': [asProvider('offered_provider', 'accepted_provider')],
  'offer.accept': [asProvider('offered_provider')],
  'offer.decline': [asProvider('offered_provider', 'accepted_provider')],
  'offer.confirm': [asProvider('accepted_provider')],
  'offer.report_conflict': [asProvider('accepted_provider')],
  'offer.revoke': [asOffice(handlers, 'full')],

  'routing.read_plan': [asRecipient('full'), asOffice(handlers, 'full')],
  'routing.read_decision': [asOffice(handlers, 'full')],
  'routing.relax': [asOffice(['office.duty'], 'full')],
  'routing.add_provider': [asOffice(['office.duty'], 'full')],
  'routing.assign_by_hand': [asOffice(['office.duty'], 'full')],
  'routing.take_back_missed': [asOffice(['office.duty'], 'full')],

  'provider.browse': open,
  'provider.apply': [ownOrganisation(['company.admin', 'provider.admin'], 'full')],
  'provider.read_area': [ownOrganisation(provider, 'full')],
  'provider.change_profile': [ownOrganisation(['provider.admin'], 'full')],
  'provider.change_duty': [ownOrganisation(provider, 'full')],
  'vetting.read_own': [ownOrganisation(['company.admin', 'provider.admin'], 'full')],
  'vetting.edit_own': [ownOrganisation(['company.admin', 'provider.admin'], 'full')],
  'vetting.submit': [ownOrganisation(['company.admin', 'provider.admin'], 'full')],
  'vetting.pause': [ownOrganisation(['provider.admin'], 'full')],
  'vetting.list': [asOffice(office, 'full')],
  'vetting.read_documents': [ownOrganisation(['company.admin', 'provider.admin'], 'full'), asOffice(['office.reviewer'], 'full')],
  'tie.read_own': [asOffice(office, 'full')],
  'tie.declare': [asOffice(office, 'full')],
  'vetting.review': [asOffice(['office.reviewer'], 'full')],
  'vetting.decide': [asOffice(['office.reviewer'], 'again')],
  'vetting.suspend': [asOffice(office, 'again')],
  'vetting.confirm_suspension': [asOffice(office, 'again')],
  'vetting.revoke': [asOffice(['office.reviewer', 'office.admin'], 'again')],
  'vetting.end': [ownOrganisation(['provider.admin'], 'again'), asOffice(['office.admin'], 'again')],

  'board.read': [asOffice(handlers, 'full')],
  'duty.read': [asOffice(office, 'full')],
  'duty.change': [asOffice([...handlers, 'office.admin'], 'full')],
  'duty_task.done': [asOffice(handlers, 'full')],
  'office_figures.read': [asOffice([...office, 'auditor'], 'full')],
  'outbox.read': [asOffice([...handlers, 'office.admin'], 'full')],
  'outbox.requeue': [asOffice([...handlers, 'office.admin'], 'full')],
  'office_account.list': [asOffice(['office.admin'], 'full')],
  'office_account.change': [asOffice(['office.admin'], 'again')],

  'dossier.list': [ownOrganisation([...company, ...provider], 'full')],
  'dossier.issue_checklist': [ownOrganisation([...company, ...provider], 'full')],
  'dossier.issue_case': [asRecipient('full')],
  'share.create': [ownOrganisation(['company.admin', 'provider.admin'], 'again')],
  'share.revoke': [ownOrganisation([...company, ...provider], 'full')],
  'share.open': [{ to: ['reader'], as: ['link_holder'], strength: 'any' }],
  'share.enter_code': open,
  'document.verify': open,

  'log.read': [asOffice(['auditor', 'office.admin'], 'full')],
  'log.verify': [asOffice(['auditor', 'office.admin'], 'full')],
  'rules.read': [asOffice([...office, 'auditor'], 'full')],
  'rules.propose': [asOffice(['office.admin'], 'again')],
  'rules.approve': [asOffice(['office.admin'], 'again')],
  'settings.read': [asOffice(['office.admin'], 'full')],
  'settings.change': [asOffice(['office.admin'], 'again')],
  'region.read_figures': [{ to: ['partner.regional'], as: ['district_partner'], strength: 'full' }, asOffice([...office, 'auditor'], 'full')],
  'region.invite': [{ to: ['partner.regional'], as: ['district_partner'], strength: 'full' }],
  'figures.read_public': open,
  'page.read_public': open,
  'page.read_demo_mail': open,

  'work.advance': [{ to: ['system'], as: ['public'], strength: 'any' }],
};

/**
 * Everything that can be done, as a closed list, with the class of data it shows or changes
 * (docs and `confidentiality`): `sealed` content, `triage` facts, `account` data, a `provider`'s own notes, or
 * `public`. `brief`: the anonymised brief made from triage facts.
 */
export type DataClass = 'public' | 'account' | 'triage' | 'brief' | 'sealed' | 'provider';

export const actions = {
  // accounts
  'account.register': 'public',
  'account.sign_in': 'public',
  'account.recover': 'public',
  'account.finish_sign_in': 'account',
  'account.unlock': 'account',
  'account.sign_out': 'account',
  'account.read': 'account',
  'account.change_profile': 'account',
  'account.list_sessions': 'account',
  'account.end_session': 'account',
  'account.step_up': 'account',
  'account.change_password': 'account',
  'account.change_second_factor': 'account',
  'account.renew_recovery_code': 'account',
  'account.redeem_emergency_sheet': 'account',

  // organisation and members
  'organisation.read_profile': 'account',
  'organisation.change_profile': 'account',
  'organisation.read_sealed_profile': 'sealed',
  'organisation.change_sealed_profile': 'sealed',
  'organisation.issue_emergency_sheet': 'account',
  'organisation.read_log': 'account',
  'member.list': 'account',
  'member.invite': 'account',
  'member.revoke_invitation': 'account',
  'member.confirm': 'account',
  'member.change_role': 'account',
  'member.remove': 'account',

  // checklists
  'checklist.browse': 'public',
  'checklist.try': 'public',
  'assessment.list': 'sealed',
  'assessment.start': 'sealed',
  'assessment.read': 'sealed',
  'assessment.answer': 'sealed',
  'assessment.close': 'sealed',
  'assessment.delete': 'sealed',
  'assessment.export': 'sealed',
  'assessment.import': 'sealed',
  'benchmark.decide': 'sealed',
  'measure.read': 'sealed',
  'measure.change': 'sealed',
  /** Days on which measures are due, for a calendar; nothing about them. */
  'measure.manage_feed': 'triage',
  // Days and links only, for whoever holds the address.
  'measure.read_feed': 'public',

  // incidents
  'first_aid.read': 'public',
  'incident.report_as_guest': 'sealed',
  'incident.report': 'sealed',
  'incident.edit_draft': 'sealed',
  'incident.take_by_telephone': 'triage',

  // cases
  'case.list': 'triage',
  'case.read_facts': 'triage',
  'case.read_company_name': 'account',
  'case.read_callback': 'account',
  'case.read_content': 'sealed',
  'case.read_timeline': 'triage',
  'case.read_deadlines': 'triage',
  'case.change_deadline': 'triage',
  'case.correct_facts': 'triage',
  'case.correct_report': 'sealed',
  'case.raise_severity': 'triage',
  'case.change_severity': 'triage',
  'case.propose_severity': 'triage',
  'case.answer_insurer': 'triage',
  'case.consent_to_routing': 'triage',
  'case.choose_self_help': 'triage',
  'case.request_help': 'triage',
  'case.ask_query': 'triage',
  'case.answer_query': 'triage',
  'case.make_ready': 'triage',
  'case.choose_recipients': 'sealed',
  'case.release': 'sealed',
  'case.log_first_contact': 'triage',
  'case.deny_first_contact': 'triage',
  'case.set_milestone': 'triage',
  'case.set_waiting': 'triage',
  'case.submit_report': 'sealed',
  'case.confirm_closure': 'triage',
  'case.object_to_closure': 'sealed',
  'case.close_by_office': 'triage',
  'case.reopen': 'triage',
  'case.refer_out': 'triage',
  'case.withdraw': 'triage',
  'case.declare_false_alarm': 'triage',
  'case.mark_duplicate': 'triage',
  'case.export': 'sealed',
  'assignment.pause': 'triage',
  'assignment.request_handover': 'triage',
  'assignment.take_back': 'triage',
  'assignment.read_access_log': 'sealed',

  // messages and notes
  'message.read': 'sealed',
  'message.write': 'sealed',
  'journal.read': 'sealed',
  'journal.write': 'sealed',
  'internal_note.read': 'provider',
  'internal_note.write': 'provider',
  /** The channel marked „Geschäftsstelle liest mit“. */
  'office_note.read': 'account',
  'office_note.write': 'account',

  // exhibits
  'exhibit.list': 'sealed',
  'exhibit.read': 'sealed',
  'exhibit.upload': 'sealed',
  'exhibit.remove': 'sealed',

  // offers
  'offer.list': 'brief',
  'offer.read_brief': 'brief',
  'offer.accept': 'brief',
  'offer.decline': 'brief',
  'offer.confirm': 'account',
  'offer.report_conflict': 'account',
  'offer.revoke': 'triage',

  // routing
  'routing.read_plan': 'triage',
  'routing.read_decision': 'triage',
  'routing.relax': 'triage',
  'routing.add_provider': 'triage',
  'routing.assign_by_hand': 'triage',
  'routing.take_back_missed': 'triage',

  // providers and vetting
  'provider.browse': 'public',
  'provider.apply': 'account',
  'provider.read_area': 'account',
  'provider.change_profile': 'account',
  'provider.change_duty': 'account',
  'vetting.read_own': 'account',
  'vetting.edit_own': 'account',
  'vetting.submit': 'account',
  'vetting.pause': 'account',
  'vetting.list': 'account',
  'vetting.read_documents': 'account',
  'vetting.review': 'account',
  'tie.read_own': 'account',
  'tie.declare': 'account',
  'vetting.decide': 'account',
  'vetting.suspend': 'account',
  'vetting.confirm_suspension': 'account',
  'vetting.revoke': 'account',
  'vetting.end': 'account',

  // office
  'board.read': 'triage',
  'duty.read': 'account',
  'duty.change': 'account',
  'duty_task.done': 'triage',
  'office_figures.read': 'triage',
  'outbox.read': 'account',
  'outbox.requeue': 'account',
  'office_account.list': 'account',
  'office_account.change': 'account',

  // documents
  'dossier.list': 'sealed',
  'dossier.issue_checklist': 'sealed',
  'dossier.issue_case': 'sealed',
  'share.create': 'sealed',
  'share.revoke': 'sealed',
  'share.open': 'sealed',
  'share.enter_code': 'public',
  'document.verify': 'public',

  // log, rules, settings, region
  'log.read': 'triage',
  'log.verify': 'triage',
  'rules.read': 'triage',
  'rules.propose': 'triage',
  'rules.approve': 'triage',
  'settings.read': 'account',
  'settings.change': 'account',
  'region.read_figures': 'triage',
  'region.invite': 'account',
  'figures.read_public': 'public',
  'page.read_public': 'public',
  'page.read_demo_mail': 'public',

  // the worker
  'work.advance': 'triage',
} as const satisfies Readonly<Record<string, DataClass>>;

export type Action = keyof typeof actions;

export const actionNames = Object.keys(actions) as readonly Action[];

export function dataClassOf(action: Action): DataClass {
  return actions[action];
}

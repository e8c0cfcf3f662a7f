import type { Action } from './actions.ts';
import type { Relation } from './relations.ts';

/**
 * Every route of the site with its audience and the right it asks for. The key is the file below `app/routes`; both
 * languages share it. A test compares this table with the built manifest: a route that is not here fails it.
 */

/**
 * `public`: everybody, no session needed. `signing_in`: people without a full session. `account`: everybody signed in.
 * `link`: who holds a share link or a report code.
 */
export type Audience = 'public' | 'signing_in' | 'company' | 'provider' | 'office' | 'account' | 'link';

/**
 * What the route asks for before it answers: an action, under one of these relations. A route that also takes forms lists
 * in `posts` what they may do; each of those acts asks for its own right.
 */
export type RouteRule = {
  readonly address: string;
  readonly audience: Audience;
  readonly action: Action;
  readonly relations: readonly Relation[];
  readonly posts?: readonly Action[];
};

const page = (address: string, action: Action = 'page.read_public'): RouteRule => ({
  address,
  audience: 'public',
  action,
  relations: ['public'],
});
const signingIn = (address: string, action: Action, relation: Relation): RouteRule => ({
  address,
  audience: 'signing_in',
  action,
  relations: [relation],
  posts: [action],
});
const account = (address: string, action: Action, posts: readonly Action[]): RouteRule => ({
  address,
  audience: 'account',
  action,
  relations: ['self'],
  posts,
});
const company = (address: string, action: Action, posts: readonly Action[] = []): RouteRule => ({
  address,
  audience: 'company',
  action,
  relations: ['own_organisation'],
  posts,
});
const companyCase = (address: string, action: Action, posts: readonly Action[] = []): RouteRule => ({
  address,
  audience: 'company',
  action,
  relations: ['case_recipient'],
  posts,
});
const provider = (address: string, action: Action, relations: readonly Relation[], posts: readonly Action[] = []): RouteRule => ({
  address,
  audience: 'provider',
  action,
  relations,
  posts,
});
const office = (address: string, action: Action, posts: readonly Action[] = []): RouteRule => ({
  address,
  audience: 'office',
  action,
  relations: ['office'],
  posts,
});

const asked = ['offered_provider', 'accepted_provider'] as const;
const working = ['assigned_provider', 'released_provider', 'former_provider'] as const;
const reading = ['released_provider', 'former_provider'] as const;

export const routeRules: Readonly<Record<string, RouteRule>> = {
  // public
  'public/start.tsx': page('/'),
  'public/not-found.tsx': page('*'),
  'public/emergency.tsx': page('/notfall', 'first_aid.read'),
  'public/first-aid-card.tsx': page('/notfall/:art', 'first_aid.read'),
  'public/checklists.tsx': page('/pruefen', 'checklist.browse'),
  'public/quick-check.tsx': { ...page('/pruefen/schnell', 'checklist.try'), posts: ['checklist.try'] },
  'files/quick-check-pdf.ts': { ...page('/pruefen/schnell/ergebnis.pdf', 'checklist.try'), posts: ['checklist.try'] },
  'public/comparison.tsx': page('/pruefen/vergleich', 'checklist.browse'),
  'public/nis2.tsx': page('/pruefen/nis2', 'checklist.browse'),
  'public/providers.tsx': page('/dienstleister', 'provider.browse'),
  'public/security.tsx': page('/sicherheit'),
  'public/imprint.tsx': page('/impressum'),
  'public/privacy.tsx': page('/datenschutz'),
  'public/accessibility.tsx': page('/barrierefreiheit'),
  'public/authenticity.tsx': { ...page('/echtheit', 'document.verify'), posts: ['document.verify'] },
  'public/demo-mail.tsx': page('/demo/postfach', 'page.read_demo_mail'),
  'public/shared.tsx': { address: '/freigabe/:token', audience: 'link', action: 'share.enter_code', relations: ['public'], posts: ['share.enter_code', 'share.open'] },
  'files/measure-feed.ts': { address: '/kalender/:token', audience: 'link', action: 'measure.read_feed', relations: ['public'] },

  // accounts
  'account/register.tsx': signingIn('/registrieren', 'account.register', 'public'),
  'account/register-mailbox.tsx': signingIn('/registrieren/postfach', 'account.register', 'public'),
  'account/confirm-mail.tsx': signingIn('/registrieren/bestaetigen/:token', 'account.register', 'public'),
  'account/second-factor-set-up.tsx': signingIn('/registrieren/zweiter-faktor', 'account.finish_sign_in', 'self'),
  'account/keep-recovery-code.tsx': signingIn('/registrieren/wiederherstellung', 'account.finish_sign_in', 'self'),
  'account/waiting.tsx': signingIn('/registrieren/freischaltung', 'account.finish_sign_in', 'self'),
  'account/sign-in.tsx': signingIn('/anmelden', 'account.sign_in', 'public'),
  'account/sign-in-code.tsx': signingIn('/anmelden/code', 'account.finish_sign_in', 'self'),
  'account/recover.tsx': signingIn('/anmelden/wiederherstellen', 'account.recover', 'public'),
  'account/recover-step.tsx': signingIn('/anmelden/wiederherstellen/:token', 'account.recover', 'public'),
  'account/unlock.tsx': signingIn('/anmelden/entsperren', 'account.unlock', 'self'),
  'account/kept-form.tsx': account('/anmelden/formular', 'account.read', ['account.read']),
  'account/sign-out.tsx': signingIn('/abmelden', 'account.sign_out', 'self'),
  'account/invitation.tsx': signingIn('/einladung/:token', 'account.register', 'public'),
  'account/step-up.tsx': account('/anmelden/bestaetigen', 'account.step_up', ['account.step_up']),
  'account/account.tsx': account('/konto', 'account.read', ['account.change_profile', 'account.redeem_emergency_sheet']),
  'account/password.tsx': account('/konto/passwort', 'account.read', ['account.change_password']),
  'account/second-factor.tsx': account('/konto/zweiter-faktor', 'account.read', ['account.change_second_factor']),
  'account/recovery-code.tsx': account('/konto/wiederherstellungscode', 'account.read', ['account.renew_recovery_code']),
  'account/sessions.tsx': account('/konto/sitzungen', 'account.list_sessions', ['account.end_session']),

  // company
  'company/provider-application.tsx': company('/dienstleister/bewerben', 'provider.apply', ['provider.apply']),
  'company/overview.tsx': company('/betrieb', 'case.list'),
  'company/assessments.tsx': company('/betrieb/pruefungen', 'assessment.list', ['assessment.start']),
  'company/assessment.tsx': company('/betrieb/pruefungen/:id', 'assessment.read', ['assessment.delete']),
  'company/requirement.tsx': company('/betrieb/pruefungen/:id/frage/:anforderung', 'assessment.read', ['assessment.answer']),
  'company/requirement-evidence.tsx': company('/betrieb/pruefungen/:id/frage/:anforderung/nachweise', 'assessment.read', ['assessment.answer']),
  'company/evidence-removal.tsx': company('/betrieb/pruefungen/:id/nachweise/:beleg', 'assessment.read', ['assessment.answer']),
  'company/topic-hand-over.tsx': company('/betrieb/pruefungen/:id/weitergeben/:thema', 'assessment.read', ['assessment.answer', 'share.create']),
  'company/hand-over.tsx': company('/betrieb/pruefungen/:id/weitergaben/:weitergabe', 'assessment.read', ['assessment.answer']),
  'company/requirement-autosave.ts': company('/betrieb/pruefungen/:id/frage/:anforderung/zwischenspeichern', 'assessment.read', ['assessment.answer']),
  'company/topic.tsx': company('/betrieb/pruefungen/:id/thema/:thema', 'assessment.read', ['assessment.answer']),
  'company/assessment-sites.tsx': company('/betrieb/pruefungen/:id/standorte', 'assessment.read', ['assessment.answer']),
  'company/assessment-open.tsx': company('/betrieb/pruefungen/:id/offen', 'assessment.read'),
  'company/assessment-close.tsx': company('/betrieb/pruefungen/:id/abschliessen', 'assessment.close', ['assessment.close']),
  'company/assessment-result.tsx': company('/betrieb/pruefungen/:id/ergebnis', 'assessment.read', ['assessment.start', 'assessment.close', 'measure.change']),
  'company/assessment-benchmark.ts': company('/betrieb/pruefungen/:id/beitrag', 'assessment.read', ['benchmark.decide']),
  'company/assessment-import.tsx': company('/betrieb/pruefungen/einlesen', 'assessment.import', ['assessment.import']),
  'company/assessment-export.tsx': company('/betrieb/pruefungen/:id/mitnehmen', 'assessment.export'),
  'company/assessment-plan.tsx': company('/betrieb/pruefungen/:id/plan', 'assessment.read', ['measure.change']),
  'company/assessment-comparison.tsx': company('/betrieb/pruefungen/:id/vergleich', 'assessment.read'),
  'company/assessment-by-standard.tsx': company('/betrieb/pruefungen/:id/normen/:norm', 'assessment.read'),
  'company/measures.tsx': company('/betrieb/massnahmen', 'measure.read', ['measure.change']),
  'company/measure-gaps.tsx': company('/betrieb/massnahmen/luecken', 'measure.read', ['measure.change']),
  'company/measure-feed.tsx': company('/betrieb/massnahmen/kalender', 'measure.manage_feed', ['measure.manage_feed']),
  'company/measure.tsx': company('/betrieb/massnahmen/:id', 'measure.read', ['measure.change', 'incident.report']),
  'company/measure-close.tsx': company('/betrieb/massnahmen/:id/erledigt', 'measure.read', ['measure.change', 'assessment.answer']),
  'company/measure-remove.tsx': company('/betrieb/massnahmen/:id/entfernen', 'measure.read', ['measure.change']),
  'company/cases.tsx': company('/betrieb/faelle', 'case.list'),
  'company/new-case.tsx': company('/betrieb/faelle/neu', 'incident.report', ['incident.report']),
  'company/report-step.tsx': companyCase('/betrieb/faelle/:id/melden/:schritt', 'incident.edit_draft', ['incident.edit_draft']),
  'company/case.tsx': companyCase('/betrieb/faelle/:id', 'case.read_content', ['case.deny_first_contact', 'case.confirm_closure', 'office_note.write']),
  'company/case-step.tsx': companyCase('/betrieb/faelle/:id/schritt/:zug', 'case.read_content', [
    'case.raise_severity',
    'case.choose_self_help',
    'case.request_help',
    'case.consent_to_routing',
    'case.answer_query',
    'case.refer_out',
    'case.declare_false_alarm',
    'case.withdraw',
    'case.reopen',
    'assignment.request_handover',
    'assignment.take_back',
  ]),
  'company/case-facts.tsx': companyCase('/betrieb/faelle/:id/angaben', 'case.correct_facts'),
  'company/case-facts-step.tsx': companyCase('/betrieb/faelle/:id/angaben/:angabe', 'case.correct_facts', ['case.correct_facts', 'case.answer_insurer']),
  'company/case-messages.tsx': companyCase('/betrieb/faelle/:id/nachrichten', 'message.read', ['message.write']),
  'company/case-exhibits.tsx': companyCase('/betrieb/faelle/:id/beweise', 'exhibit.list', ['exhibit.upload', 'exhibit.remove']),
  'company/case-deadlines.tsx': companyCase('/betrieb/faelle/:id/fristen', 'case.read_deadlines', ['case.change_deadline']),
  'company/case-history.tsx': companyCase('/betrieb/faelle/:id/verlauf', 'case.read_timeline'),
  'company/case-reports.tsx': companyCase('/betrieb/faelle/:id/berichte', 'dossier.issue_case', ['dossier.issue_case']),
  'company/case-release.tsx': companyCase('/betrieb/faelle/:id/freigeben', 'case.read_content', ['case.release']),
  'company/case-closure.tsx': companyCase('/betrieb/faelle/:id/abschluss', 'case.read_content', ['case.confirm_closure', 'case.object_to_closure']),
  'company/documents.tsx': company('/betrieb/dokumente', 'dossier.list', ['dossier.issue_checklist', 'share.create', 'share.revoke']),
  'company/team.tsx': company('/betrieb/team', 'member.list', [
    'member.invite',
    'member.revoke_invitation',
    'member.confirm',
    'member.change_role',
    'member.remove',
  ]),
  'company/sites.tsx': company('/betrieb/team/standorte', 'organisation.read_profile', ['organisation.change_profile']),
  'company/site.tsx': company('/betrieb/team/standorte/:standort', 'organisation.change_profile', ['organisation.change_profile']),
  'company/site-remove.tsx': company('/betrieb/team/standorte/:standort/entfernen', 'organisation.change_profile', ['organisation.change_profile']),
  'company/team-sheet.tsx': company('/betrieb/team/notfallblatt', 'member.list', ['organisation.issue_emergency_sheet']),

  // provider
  'provider/overview.tsx': provider('/partner', 'provider.read_area', ['own_organisation']),
  'provider/offer.tsx': provider('/partner/anfragen/:id', 'offer.read_brief', asked, [
    'offer.accept',
    'offer.decline',
    'offer.confirm',
    'offer.report_conflict',
  ]),
  'provider/case.tsx': provider('/partner/faelle/:id', 'case.read_facts', working, [
    'case.log_first_contact',
    'case.set_milestone',
    'case.set_waiting',
    'case.propose_severity',
    'assignment.pause',
    'assignment.request_handover',
    'internal_note.write',
    'journal.write',
    'office_note.write',
  ]),
  'provider/case-messages.tsx': provider('/partner/faelle/:id/nachrichten', 'message.read', reading, ['message.write']),
  'provider/case-exhibits.tsx': provider('/partner/faelle/:id/beweise', 'exhibit.list', reading, ['exhibit.upload']),
  'provider/case-deadlines.tsx': provider('/partner/faelle/:id/fristen', 'case.read_deadlines', ['assigned_provider', 'released_provider']),
  'provider/case-history.tsx': provider('/partner/faelle/:id/verlauf', 'case.read_timeline', working),
  'provider/case-report.tsx': provider('/partner/faelle/:id/bericht', 'case.read_content', reading, ['case.submit_report']),
  'provider/duty.tsx': provider('/partner/bereitschaft', 'provider.change_duty', ['own_organisation'], ['provider.change_duty']),
  'provider/profile.tsx': provider('/partner/profil', 'provider.read_area', ['own_organisation'], ['provider.change_profile']),
  'provider/vetting.tsx': provider('/partner/zulassung', 'vetting.read_own', ['own_organisation'], ['vetting.edit_own', 'vetting.submit', 'vetting.pause']),
  'provider/team.tsx': provider('/partner/team', 'member.list', ['own_organisation'], [
    'member.invite',
    'member.revoke_invitation',
    'member.confirm',
    'member.change_role',
    'member.remove',
  ]),
  'provider/team-sheet.tsx': provider('/partner/team/notfallblatt', 'member.list', ['own_organisation'], ['organisation.issue_emergency_sheet']),

  // office
  'office/board.tsx': office('/buero', 'board.read'),
  'office/case.tsx': office('/buero/faelle/:id', 'case.read_facts', [
    'case.change_severity',
    'case.ask_query',
    'case.make_ready',
    'case.choose_self_help',
    'case.close_by_office',
    'case.reopen',
    'case.refer_out',
    'case.declare_false_alarm',
    'case.mark_duplicate',
    'assignment.pause',
    'assignment.request_handover',
    'assignment.take_back',
    'offer.revoke',
    'routing.relax',
    'routing.add_provider',
    'routing.assign_by_hand',
    'routing.take_back_missed',
    'duty_task.done',
    'office_note.write',
  ]),
  'office/providers.tsx': office('/buero/dienstleister', 'vetting.list'),
  'office/provider.tsx': office('/buero/dienstleister/:id', 'vetting.list', [
    'vetting.review',
    'vetting.decide',
    'vetting.suspend',
    'vetting.confirm_suspension',
    'vetting.revoke',
    'vetting.end',
  ]),
  'office/ties.tsx': office('/buero/verbindungen', 'tie.read_own', ['tie.declare']),
  'office/duty.tsx': office('/buero/bereitschaft', 'duty.read', ['duty.change']),
  'office/audit.tsx': office('/buero/protokoll', 'log.read', ['log.verify']),
  'office/accounts.tsx': office('/buero/konten', 'office_account.list', ['office_account.change']),
  'office/mail.tsx': office('/buero/postausgang', 'outbox.read', ['outbox.requeue']),

  // files
  // answered by the server itself, before any page
  'server/healthz': page('/healthz'),
  'server/readyz': page('/readyz'),
  'server/csp-report': { ...page('/csp-report'), posts: ['page.read_public'] },
  'server/security-txt': page('/.well-known/security.txt'),
  'files/exhibit.ts': { address: '/dateien/faelle/:fall/:beweis', audience: 'account', action: 'exhibit.read', relations: ['case_recipient', ...reading] },
  'files/evidence.ts': { address: '/dateien/pruefungen/:id/:beleg', audience: 'account', action: 'assessment.read', relations: ['own_organisation'] },
  'files/vetting-document.ts': { address: '/dateien/zulassung/:dienstleister/:nachweis', audience: 'account', action: 'vetting.read_documents', relations: ['own_organisation', 'office'] },
  'files/schema.ts': page('/schemas/:datei', 'checklist.browse'),
  'files/assessment-file.ts': company('/betrieb/pruefungen/:id/mitnehmen/datei', 'assessment.read', ['assessment.export']),
  'files/assessment-pdf.ts': company('/betrieb/pruefungen/:id/ergebnis.pdf', 'dossier.issue_checklist', ['dossier.issue_checklist']),
  'files/case-pdf.ts': companyCase('/betrieb/faelle/:id/bericht.pdf', 'dossier.issue_case', ['dossier.issue_case']),
  'files/shared-pdf.ts': { address: '/freigabe/:token/dokument.pdf', audience: 'link', action: 'share.enter_code', relations: ['public'], posts: ['share.open'] },
};

/** The rule of a route by its file below `app/routes`; null: not classified, and the manifest test fails. */
export function ruleOfRoute(file: string): RouteRule | null {
  return routeRules[file] ?? null;
}

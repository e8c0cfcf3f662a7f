import { pages } from '../../../remix.config.js';
import { setUpCast } from './cast.ts';
import type { Cast } from './cast.ts';
import { closedAssessment } from '#tests/support/assessments.ts';
import { evidenceInput } from '#tests/support/evidence.ts';
import { goodPassword, mailedToken, must, registerAndSignIn, resume, stepUp, acceptAndSignIn } from '#tests/support/people.ts';
import type { TestPerson } from '#tests/support/people.ts';
import { fillDraft, sendReport } from '#tests/support/reports.ts';
import type { PostedAnswers } from '#tests/support/reports.ts';
import type { TestServer } from '#tests/support/serve.ts';

/** Cookie of the person who looks at a page; null: nobody is signed in. */
export type Look = { readonly address: string; readonly path: string; readonly cookie: string | null };

/** Addresses that answer with a file or with a form's answer only. */
const noPages = new Set(['/pruefen/schnell/ergebnis.pdf', '/betrieb/pruefungen/:id/ergebnis.pdf', '/betrieb/pruefungen/:id/frage/:anforderung/zwischenspeichern', '/betrieb/pruefungen/:id/mitnehmen/datei', '/betrieb/pruefungen/:id/beitrag', '/betrieb/faelle/:id/bericht.pdf', '/freigabe/:token/dokument.pdf', '/kalender/:token', '/anmelden/formular', '/demo/postfach']);
const client = { address: '10.200.0.7', userAgent: 'Mozilla/5.0 (test)' };

/** A word that no line holds: a product number, a link, somebody leaning on a key. No page grows wider for it. */
function unbroken(length: number): string {
  return 'Donaudampfschifffahrt'.repeat(Math.ceil(length / 21)).slice(0, length);
}

/** Answers of an outsider that wait, and a second link that nobody has used. */
async function answeredFromOutside({ runtime: { services, database } }: TestServer, { session: { actor, keys } }: TestPerson, assessmentId: string): Promise<{ topics: string[]; handOverId: string; topicLink: string }> {
  const { checklists } = services;
  const { run } = must(await checklists.openAssessment(actor, keys, assessmentId));
  const topics = run.version.topics.filter(({ id }) => run.standings.some((one) => one.topicId === id && one.notAsked === null && one.requirement.kind === 'control')).map(({ id }) => id);
  const links = [];
  for (const topicId of [topics[0] ?? '', topics[2] ?? '']) {
    const secrets = must(checklists.beginTopicShare(actor));
    must(await checklists.shareTopic(actor, keys, { assessmentId, topicId, outsider: { name: unbroken(60), role: unbroken(60) }, message: unbroken(300), days: 14, ...secrets }));
    links.push(secrets);
  }
  const [answered, unused] = links as [{ token: string; accessCode: string }, { token: string; accessCode: string }];
  const { topic } = must(await checklists.openTopicLink(answered.token, answered.accessCode, true));
  const answers = Object.fromEntries(topic.questions.filter(({ parts }) => parts.length === 0).map(({ requirement }) => [requirement.id, { value: 'yes', note: unbroken(500) } as const]));
  must(await checklists.sendTopicAnswers(answered.token, answered.accessCode, { source: { name: unbroken(60), role: unbroken(60) }, answers }));
  const handOver = await database.topicHandOver.findFirstOrThrow({ where: { assessmentId, state: 'answered' } });
  return { topics, handOverId: handOver.id, topicLink: unused.token };
}

/** One life that fills every page: checklists in two stages, cases from draft to closing report, an open offer, people who wait. */
export async function everyPage(server: TestServer): Promise<readonly Look[]> {
  const { runtime } = server;
  const { accounts, checklists, dossiers } = runtime.services;
  const locked = await registerAndSignIn(runtime, { organisationName: 'Gärtnerei Moosbeere', email: 'locked@moosbeere.example' });
  runtime.clock.advance(31);
  const cast = await setUpCast(server);
  let owner = await registerAndSignIn(runtime, { organisationName: `Tischlerei ${unbroken(50)}`, town: unbroken(60), name: `Sabine ${unbroken(50)}`, email: 's.rothe@zwirnschnecke.example' });
  const fresh = await registerAndSignIn(runtime, { organisationName: 'Malerbetrieb Blankenagel', town: 'Reichenbach', name: 'Uwe Blank', email: 'uwe@blankenagel.example' });

  const earlier = await closedAssessment(runtime, owner.session, 'Im Büro nachgesehen.');
  runtime.clock.advance(1);
  const siteId = await secondSite(server, await resume(runtime, owner.cookie));
  const closed = await closedAssessment(runtime, await resume(runtime, owner.cookie), unbroken(500));
  const mine = await resume(runtime, owner.cookie);
  const { assessmentId } = must(await checklists.startAssessment(mine.actor, mine.keys, { checklistId: 'basis', idempotencyKey: checklists.newFormKey() }));
  must(await checklists.chooseSites(mine.actor, { assessmentId, siteIds: [siteId, owner.organisationId], seenRevision: 0 }));
  const running = must(await checklists.openAssessment(mine.actor, mine.keys, assessmentId));
  const { requirement: { id: requirement } = { id: '' }, topicId: topic = '' } = running.run.standings.find((standing) => standing.notAsked === null) ?? {};

  const { evidenceId } = must(await checklists.addEvidence(mine.actor, mine.keys, evidenceInput({ assessmentId, requirementId: requirement }, { fileName: `${unbroken(90)}.txt`, description: unbroken(150), expiresOn: '2026-12-01' })));
  const measureId = await plannedMeasures(server, mine);

  const finished = await ledCase(server, cast, owner, {});
  owner = await work(server, cast, owner, finished, true);
  const running2 = await ledCase(server, cast, owner, { title: 'Lagerrechner verschlüsselt', description: 'Der Rechner im Lager zeigt eine Lösegeldforderung. Im Büro läuft noch alles.' });
  owner = await work(server, cast, owner, running2, false);
  const unreleased = await ledCase(server, cast, owner, { title: 'Zweiter Server verschlüsselt' });
  const offered = await sendReport(runtime, await resume(runtime, owner.cookie), { title: 'Kasse startet nicht' });
  await runtime.worker.runAll();
  const offer = must(await runtime.services.matching.listOffers((await resume(runtime, cast.provider.cookie)).actor)).open[0];
  const mild = await sendReport(runtime, await resume(runtime, owner.cookie), { kind: 'malware', operation: 'running', standstill: [], title: 'Virenwarnung am Empfang' });
  const draft = await fillDraft(runtime, await resume(runtime, owner.cookie));

  const again = await resume(runtime, owner.cookie);
  const issued = must(await dossiers.issueChecklistDossier(again.actor, again.keys, closed, { locale: 'de', recipient: 'Nordlicht Versicherung', idempotencyKey: null }));
  const lead = await stepUp(runtime, owner);
  const { token, accessCode } = must(await dossiers.beginShareLink(lead.session.actor, issued.id));
  must(await dossiers.createShareLink(lead.session.actor, lead.session.keys, { dossierId: issued.id, locale: 'de', parts: [], days: 30, token, accessCode }));

  const { topics, handOverId, topicLink } = await answeredFromOutside(server, lead, assessmentId);
  const colleague = must(await accounts.inviteColleague(lead.session.actor, { name: 'Jonas Pohl', email: 'j.pohl@zwirnschnecke.example', role: 'company.member' }, client)).invitationToken;
  const waitingToken = must(await accounts.inviteColleague(lead.session.actor, { name: 'Mia Kern', email: 'm.kern@zwirnschnecke.example', role: 'company.member' }, client)).invitationToken;
  const waiting = await acceptAndSignIn(runtime, waitingToken, { name: 'Mia Kern', email: 'm.kern@zwirnschnecke.example' });
  const half = await halfWay(server);

  const company = lead.cookie;
  const provider = (await stepUp(runtime, cast.provider)).cookie;
  const { coordinator, reviewer, duty } = cast;
  const looks: Record<string, readonly (readonly [path: string, cookie: string | null])[]> = {
    '/registrieren': [['/registrieren', null]],
    '/registrieren/postfach': [['/registrieren/postfach', null]],
    '/registrieren/bestaetigen/:token': [[`/registrieren/bestaetigen/${half.confirmToken}`, null]],
    '/registrieren/zweiter-faktor': [['/registrieren/zweiter-faktor', half.setUpCookie]],
    '/registrieren/wiederherstellung': [['/registrieren/wiederherstellung', half.recoveryCookie]],
    '/registrieren/freischaltung': [['/registrieren/freischaltung', waiting.cookie]],
    '/anmelden': [['/anmelden', null]],
    '/anmelden/code': [['/anmelden/code', half.codeCookie]],
    '/anmelden/entsperren': [['/anmelden/entsperren', locked.cookie]],
    '/anmelden/bestaetigen': [['/anmelden/bestaetigen?weiter=/betrieb', company]],
    '/anmelden/wiederherstellen': [['/anmelden/wiederherstellen', null]],
    '/anmelden/wiederherstellen/:token': [[`/anmelden/wiederherstellen/${half.resetToken}`, null]],
    '/abmelden': [['/abmelden', company]],
    '/einladung/:token': [[`/einladung/${colleague}`, null]],
    '/freigabe/:token': [[`/freigabe/${token}`, null], [`/freigabe/${topicLink}`, null]],
    '/konto': [['/konto', company]],
    '/konto/passwort': [['/konto/passwort', company]],
    '/konto/zweiter-faktor': [['/konto/zweiter-faktor', company]],
    '/konto/wiederherstellungscode': [['/konto/wiederherstellungscode', company]],
    '/konto/sitzungen': [['/konto/sitzungen', company]],
    '/betrieb': [['/betrieb', company], ['/betrieb', fresh.cookie]],
    '/betrieb/pruefungen': [['/betrieb/pruefungen', company], ['/betrieb/pruefungen', fresh.cookie]],
    '/betrieb/pruefungen/:id': [[`/betrieb/pruefungen/${assessmentId}`, company], [`/betrieb/pruefungen/${closed}`, company]],
    '/betrieb/pruefungen/:id/thema/:thema': [[`/betrieb/pruefungen/${assessmentId}/thema/${topic}`, company]],
    '/betrieb/pruefungen/:id/frage/:anforderung': [[`/betrieb/pruefungen/${assessmentId}/frage/${requirement}`, company]],
    '/betrieb/pruefungen/:id/frage/:anforderung/nachweise': [[`/betrieb/pruefungen/${assessmentId}/frage/${requirement}/nachweise`, company]],
    '/betrieb/pruefungen/:id/nachweise/:beleg': [[`/betrieb/pruefungen/${assessmentId}/nachweise/${evidenceId}`, company]],
    '/betrieb/pruefungen/:id/weitergeben/:thema': [`/betrieb/pruefungen/${assessmentId}/weitergeben/${topics[1]}`, `/betrieb/pruefungen/${assessmentId}/weitergeben/${topics[1]}?extern=1`].map((path) => [path, company] as const),
    '/betrieb/pruefungen/:id/weitergaben/:weitergabe': [[`/betrieb/pruefungen/${assessmentId}/weitergaben/${handOverId}`, company]],
    '/betrieb/pruefungen/:id/offen': [[`/betrieb/pruefungen/${assessmentId}/offen`, company]],
    '/betrieb/pruefungen/:id/standorte': [[`/betrieb/pruefungen/${assessmentId}/standorte`, company]],
    '/betrieb/pruefungen/:id/abschliessen': [[`/betrieb/pruefungen/${assessmentId}/abschliessen`, company]],
    '/betrieb/pruefungen/:id/ergebnis': [[`/betrieb/pruefungen/${closed}/ergebnis`, company]],
    '/betrieb/pruefungen/:id/plan': [[`/betrieb/pruefungen/${closed}/plan`, company]],
    '/betrieb/pruefungen/:id/vergleich': [[`/betrieb/pruefungen/${closed}/vergleich`, company], [`/betrieb/pruefungen/${closed}/vergleich?mit=${earlier}`, company]],
    '/betrieb/pruefungen/:id/normen/:norm': ['versicherung', 'nis2', 'bsi'].map((norm) => [`/betrieb/pruefungen/${closed}/normen/${norm}`, company] as const),
    '/betrieb/pruefungen/einlesen': [['/betrieb/pruefungen/einlesen', company]],
    '/betrieb/pruefungen/:id/mitnehmen': [[`/betrieb/pruefungen/${closed}/mitnehmen`, company]],
    '/betrieb/massnahmen': [['/betrieb/massnahmen', company], ['/betrieb/massnahmen', fresh.cookie]],
    '/betrieb/massnahmen/luecken': [['/betrieb/massnahmen/luecken', company]],
    '/betrieb/massnahmen/kalender': [['/betrieb/massnahmen/kalender', company]],
    '/betrieb/massnahmen/:id': [[`/betrieb/massnahmen/${measureId}`, company]],
    '/betrieb/massnahmen/:id/erledigt': [[`/betrieb/massnahmen/${measureId}/erledigt`, company]],
    '/betrieb/massnahmen/:id/entfernen': [[`/betrieb/massnahmen/${measureId}/entfernen`, company]],
    '/betrieb/faelle': [['/betrieb/faelle', company], ['/betrieb/faelle', fresh.cookie]],
    '/betrieb/faelle/neu': [['/betrieb/faelle/neu', company]],
    '/betrieb/faelle/:id/melden/:schritt': ['was', 'wann', 'ausmass', 'daten', 'worte', 'rueckruf', 'versicherung', 'freigabe', 'pruefen', 'verwerfen'].map((step) => [`/betrieb/faelle/${draft}/melden/${step}`, company] as const).concat([[`/betrieb/faelle/${offered.caseId}/melden/gesendet`, company]]),
    '/betrieb/faelle/:id': [finished, running2, unreleased, offered.caseId].map((id) => [`/betrieb/faelle/${id}`, company] as const),
    '/betrieb/faelle/:id/schritt/:zug': ['abgeben', 'fehlalarm', 'zurueckziehen'].map((step) => [`/betrieb/faelle/${offered.caseId}/schritt/${step}`, company] as const).concat([[`/betrieb/faelle/${mild.caseId}/schritt/dringlicher`, company], [`/betrieb/faelle/${running2}/schritt/fehlalarm`, company]]),
    '/betrieb/faelle/:id/angaben': [[`/betrieb/faelle/${running2}/angaben`, company]],
    '/betrieb/faelle/:id/angaben/:angabe': ['wann', 'ausmass', 'daten', 'versicherung'].map((page) => [`/betrieb/faelle/${running2}/angaben/${page}`, company] as const),
    '/betrieb/faelle/:id/nachrichten': [[`/betrieb/faelle/${running2}/nachrichten`, company], [`/betrieb/faelle/${offered.caseId}/nachrichten`, company]],
    '/betrieb/faelle/:id/beweise': [[`/betrieb/faelle/${running2}/beweise`, company]],
    '/betrieb/faelle/:id/fristen': [[`/betrieb/faelle/${running2}/fristen`, company]],
    '/betrieb/faelle/:id/verlauf': [[`/betrieb/faelle/${finished}/verlauf`, company]],
    '/betrieb/faelle/:id/berichte': [[`/betrieb/faelle/${finished}/berichte`, company]],
    '/betrieb/faelle/:id/freigeben': [[`/betrieb/faelle/${unreleased}/freigeben`, company]],
    '/betrieb/faelle/:id/abschluss': [[`/betrieb/faelle/${finished}/abschluss`, company]],
    '/betrieb/dokumente': [['/betrieb/dokumente', company], [`/betrieb/dokumente?teilen=${issued.id}`, company], ['/betrieb/dokumente', fresh.cookie]],
    '/betrieb/team': [['/betrieb/team', company]],
    '/betrieb/team/standorte': [['/betrieb/team/standorte', company], ['/betrieb/team/standorte', fresh.cookie]],
    '/betrieb/team/standorte/:standort': [[`/betrieb/team/standorte/${siteId}`, company], [`/betrieb/team/standorte/${fresh.organisationId}`, fresh.cookie]],
    '/betrieb/team/standorte/:standort/entfernen': [[`/betrieb/team/standorte/${siteId}/entfernen`, company]],
    '/betrieb/team/notfallblatt': [['/betrieb/team/notfallblatt', company]],
    '/dienstleister/bewerben': [['/dienstleister/bewerben', fresh.cookie]],
    '/partner': [['/partner', provider]],
    '/partner/anfragen/:id': [[`/partner/anfragen/${offer?.id ?? ''}`, provider]],
    '/partner/bereitschaft': [['/partner/bereitschaft', provider]],
    '/partner/faelle/:id': [finished, running2, unreleased].map((id) => [`/partner/faelle/${id}`, provider] as const),
    '/partner/faelle/:id/nachrichten': [[`/partner/faelle/${running2}/nachrichten`, provider]],
    '/partner/faelle/:id/beweise': [[`/partner/faelle/${running2}/beweise`, provider]],
    '/partner/faelle/:id/fristen': [[`/partner/faelle/${running2}/fristen`, provider]],
    '/partner/faelle/:id/verlauf': [[`/partner/faelle/${running2}/verlauf`, provider]],
    '/partner/faelle/:id/bericht': [[`/partner/faelle/${finished}/bericht`, provider], [`/partner/faelle/${running2}/bericht`, provider]],
    '/partner/profil': [['/partner/profil', provider]],
    '/partner/zulassung': [['/partner/zulassung', provider]],
    '/partner/team': [['/partner/team', provider]],
    '/partner/team/notfallblatt': [['/partner/team/notfallblatt', provider]],
    '/buero': [['/buero', coordinator.cookie]],
    '/buero/faelle/:id': [finished, running2, unreleased, offered.caseId].map((id) => [`/buero/faelle/${id}`, coordinator.cookie] as const),
    '/buero/dienstleister': [['/buero/dienstleister', reviewer.cookie]],
    '/buero/dienstleister/:id': [[`/buero/dienstleister/${cast.provider.organisationId}`, reviewer.cookie]],
    '/buero/verbindungen': [['/buero/verbindungen', reviewer.cookie]],
    '/buero/bereitschaft': [['/buero/bereitschaft', duty.cookie]],
    '/buero/protokoll': [['/buero/protokoll', cast.admin.cookie]],
    '/buero/konten': [['/buero/konten', cast.admin.cookie]],
    '/buero/postausgang': [['/buero/postausgang', coordinator.cookie]],
    '/echtheit': [['/echtheit', null]],
    '/dienstleister': [['/dienstleister', null]],
    '/pruefen': [['/pruefen?groesse=micro&art=business&anlass=ransomware&zeit=in_stages', null], ['/pruefen', null], ['/pruefen', company]],
    '/pruefen/schnell': [['/pruefen/schnell', null]],
    '/pruefen/vergleich': [['/pruefen/vergleich', null]],
    '/pruefen/nis2': nis2Looks.map((path) => [path, null] as const),
  };
  const known = new Set(publicPages);
  const missing = pages.map(([address]) => address ?? '').filter((address) => !looks[address] && !known.has(address) && !noPages.has(address));
  if (missing.length > 0) throw new Error(`Nobody looks at ${missing.join(', ')}.`);
  return Object.entries(looks).flatMap(([address, each]) => each.map(([path, cookie]) => ({ address, path, cookie })));
}

/** A first and a long question, and each kind of outcome. */
const nis2Looks = [
  '/pruefen/nis2',
  '/pruefen/nis2?body=company&critical-plant=no&size-free=none',
  '/pruefen/nis2?body=company&critical-plant=yes',
  '/pruefen/nis2?body=company&critical-plant=no&size-free=telecoms&telecoms-size=no',
  '/pruefen/nis2?body=company&critical-plant=no&size-free=none&area-1=none&area-2=none',
  '/pruefen/nis2?body=local-authority',
];

/** Looked at in their own tests. */
const publicPages: readonly string[] = ['/', '/notfall', '/notfall/:art', '/sicherheit', '/impressum', '/datenschutz', '/barrierefreiheit'];

/** A company with a further site; its earlier runs hold for the whole. */
async function secondSite({ runtime: { services } }: TestServer, { actor }: Awaited<ReturnType<typeof resume>>): Promise<string> {
  return must(await services.sites.addSite(actor, { name: unbroken(60), town: unbroken(60), district: 'zwickau', idempotencyKey: services.sites.newFormKey() })).siteId;
}

/** A plan with every kind of line; the id of a measure that is being worked on. */
async function plannedMeasures({ runtime }: TestServer, { actor, keys }: Awaited<ReturnType<typeof resume>>): Promise<string> {
  const { measures } = runtime.services;
  const everything = { state: null, owner: null } as const;
  const { gaps } = must(await measures.openBoard(actor, keys, everything));
  must(await measures.takeOver(actor, keys, gaps.slice(0, 5).map((gap) => gap.controlId)));
  const [first, second, third, fourth] = must(await measures.openBoard(actor, keys, everything)).measures.map(({ row }) => row.id);
  const empty = { hoursSpent: null, note: '', deferredBecause: '' } as const;
  const plan = (measureId: string, change: object) => measures.planMeasure(actor, keys, { measureId, seenRevision: 1, plan: { ...empty, state: 'open', owner: { kind: 'nobody' }, dueOn: null, ...change } });
  must(await plan(first ?? '', { state: 'in_progress', owner: { kind: 'outside', name: unbroken(110) }, dueOn: '2026-12-01', hoursSpent: 1.5, note: unbroken(2000) }));
  must(await plan(second ?? '', { owner: { kind: 'member', userId: actor.userId }, dueOn: '2026-11-10' }));
  must(await plan(third ?? '', { state: 'deferred', deferredBecause: unbroken(400) }));
  must(await measures.closeMeasure(actor, keys, { measureId: fourth ?? '', seenRevision: 1, hoursSpent: 2, answer: { value: 'yes', since: '2026-11-20', basis: 'checked', note: '' }, writeInto: [] }));
  must(await measures.makeFeed(actor, 'mine'));
  return first ?? '';
}

/** A report, the offer accepted and confirmed. */
async function ledCase(server: TestServer, cast: Cast, owner: TestPerson, changes: PostedAnswers): Promise<string> {
  const { runtime } = server;
  const { matching } = runtime.services;
  const { caseId } = await sendReport(runtime, await resume(runtime, owner.cookie), changes);
  await runtime.worker.runAll();
  const { actor } = await resume(runtime, cast.provider.cookie);
  const offer = must(await matching.listOffers(actor)).open[0];
  if (!offer) throw new Error('The provider was not asked.');
  must(await matching.acceptOffer(actor, offer.id));
  must(await matching.confirmOffer(actor, offer.id));
  return caseId;
}

/** Released, spoken, messages from both sides; to the end: milestones and the closing report. */
async function work(server: TestServer, cast: Cast, owner: TestPerson, caseId: string, toTheEnd: boolean): Promise<TestPerson> {
  const { runtime } = server;
  const { cases } = runtime.services;
  // A second factor given again renews the cookie.
  const steppedUp = await stepUp(runtime, owner);
  const company = steppedUp.session;
  const { provider } = must(await cases.openRelease(company.actor, company.keys, caseId));
  must(await cases.releaseToProvider(company.actor, company.keys, { caseId, providerId: provider.id, fingerprint: provider.fingerprint, consent: true }));
  must(await cases.postMessage(company.actor, company.keys, 'company', { caseId, text: 'Wann können Sie da sein? Die Werkstatt steht seit heute früh still.', idempotencyKey: cases.newFormKey() }));
  runtime.clock.advance(2);
  const helper = await resume(runtime, cast.provider.cookie);
  must(await cases.logFirstContact(helper.actor, helper.keys, { caseId, at: runtime.clock.now().toISOString(), channel: 'telephone', note: 'Telefonisch erste Schritte vereinbart.' }));
  must(await cases.postMessage(helper.actor, helper.keys, 'provider', { caseId, text: 'In einer Stunde. Bitte lassen Sie alle Rechner so, wie sie sind.', idempotencyKey: cases.newFormKey() }));
  if (!toTheEnd) return steppedUp;
  must(await cases.reachMilestone(helper.actor, helper.keys, { caseId, milestone: 'mark_contained', note: 'Netz getrennt, Schadprogramm entfernt.' }));
  must(await cases.reachMilestone(helper.actor, helper.keys, { caseId, milestone: 'mark_restored', note: 'Sicherung eingespielt.' }));
  must(
    await cases.handInReport(helper.actor, helper.keys, {
      caseId,
      report: { outcome: 'solved', effort: 'up_to_3_days', causes: ['open_remote_access'], causeText: 'Der Fernzugang stand offen.', measuresTaken: 'Server neu aufgesetzt.', recommendations: 'Fernzugang nur mit zweitem Faktor.', openPoints: '' },
    }),
  );
  return steppedUp;
}

/** People who stand in the middle of coming in. */
async function halfWay({ runtime }: TestServer) {
  const { accounts } = runtime.services;
  const form = (email: string) => ({ name: 'Petra Lang', email, password: goodPassword, organisationName: 'Bäckerei Honigkuchen', town: 'Plauen', companyKind: 'business', sectorSection: 'C', sizeClass: 'micro', district: 'vogtlandkreis', locale: 'de' }) as const;
  must(await accounts.registerCompany(form('unconfirmed@honigkuchen.example'), client));
  const confirmToken = await mailedToken(runtime, 'confirm_email', 'unconfirmed@honigkuchen.example');
  const setUp = must(await accounts.registerCompany(form('setup@honigkuchen.example'), client));
  must(await accounts.confirmMail(await mailedToken(runtime, 'confirm_email', 'setup@honigkuchen.example')));
  const recovery = must(await accounts.registerCompany(form('recovery@honigkuchen.example'), client));
  must(await accounts.confirmMail(await mailedToken(runtime, 'confirm_email', 'recovery@honigkuchen.example')));
  const factor = must(await accounts.beginSecondFactor(recovery.cookie, null));
  const { generate } = await import('otplib');
  const code = await generate({ secret: factor.typedKey.replaceAll(' ', ''), epoch: Math.floor(runtime.clock.now().getTime() / 1000) });
  const withFactor = must(await accounts.confirmSecondFactor(recovery.cookie, { secret: factor.secret, code }, client));
  const known = await registerAndSignIn(runtime, { organisationName: 'Bäckerei Honigkuchen', email: 'known@honigkuchen.example' });
  const first = must(await accounts.signIn(known.email, known.password, client));
  await accounts.requestReset(known.email, 'de', client);
  return { confirmToken, setUpCookie: setUp.cookie, recoveryCookie: withFactor.cookie, codeCookie: first.cookie, resetToken: await mailedToken(runtime, 'reset_password', known.email) };
}

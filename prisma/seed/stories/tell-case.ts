import { isAnswerable } from '#app/domain/case/statuses.ts';
import type { Act, CaseTale } from '../cases/tale.ts';
import type { Calendar } from '../calendar.ts';
import { makeFile, once } from '../make-file.ts';
import { must } from '../stage.ts';
import type { Stage, Visit } from '../stage.ts';
import { minutesLater } from '../timeline.ts';
import type { Story, Until } from '../timeline.ts';
import { reportIncident } from './report-incident.ts';

const answerWithinHours = 12;
const lookAgainMinutes = 4;

/** One case from its report to where it stands, every step by the person whose step it is. */
export function caseStory(stage: Stage, calendar: Calendar, tale: CaseTale, references: Map<string, string>): Story {
  const reportedAt = 'minutesAgo' in tale.at ? calendar.minutesAgo(tale.at.minutesAgo) : calendar.workday(tale.at.days, tale.at.time);
  return {
    name: `case ${tale.key}`,
    async tell(until) {
      await until(reportedAt);
      const { caseId, reference } = await reportIncident(stage, tale);
      if (reference !== null) references.set(tale.key, reference);
      const scene: Scene = { stage, tale, caseId, until, references, leadKey: null };
      for (const [minutes, act] of tale.steps) {
        await until(minutesLater(reportedAt, minutes));
        await perform(scene, act);
      }
    },
  };
}

type Scene = {
  readonly stage: Stage;
  readonly tale: CaseTale;
  readonly caseId: string;
  readonly until: Until;
  readonly references: ReadonlyMap<string, string>;
  /** Who leads the provider that leads the case. */
  leadKey: string | null;
};

async function perform(scene: Scene, act: Act): Promise<void> {
  const { stage, tale, caseId } = scene;
  const { cases, incidents, office, dossiers } = stage.services;
  const said = `${tale.key}: ${act.act}`;
  switch (act.act) {
    case 'office': {
      const { actor } = await stage.visit(act.decision.startsWith('add_provider') ? 'duty' : 'coordinator');
      const survivingReference = act.survivor === undefined ? '' : (scene.references.get(act.survivor) ?? '');
      const { decision, question = '', consents = false } = act;
      must(await office.decideCase(actor, { caseId, decision, taskId: '', providerId: '', companyConsents: consents, question, survivingReference }), said);
      return;
    }
    case 'decline':
    case 'accept':
    case 'conflict':
      return answerOffer(scene, act);
    case 'release':
      return release(scene);
    case 'contact': {
      const { actor, keys } = await provider(scene);
      must(await cases.logFirstContact(actor, keys, { caseId, at: stage.clock.now().toISOString(), channel: act.channel, ...(act.note ? { note: act.note } : {}) }), said);
      return;
    }
    case 'say': {
      const { actor, keys } = await speaker(scene, act.side, act.second === true);
      must(await cases.postMessage(actor, keys, act.side, { caseId, text: act.text, idempotencyKey: stage.random.id() }), said);
      return;
    }
    case 'attach': {
      const { actor, keys } = await speaker(scene, act.side, false);
      const { bytes, type } = await makeFile(act.file, stage.clock.now());
      const { purpose, origin, name } = act.file;
      const input = { caseId, purpose, origin, fileName: name, claimedType: type, idempotencyKey: stage.random.id(), content: once(bytes) };
      must(await cases.addExhibit(actor, keys, act.side, input), said);
      return;
    }
    case 'milestone': {
      const { actor, keys } = await provider(scene);
      must(await cases.reachMilestone(actor, keys, { caseId, milestone: act.milestone, note: act.note, ...(act.reason ? { reason: act.reason } : {}) }), said);
      return;
    }
    case 'wait': {
      const { actor, keys } = await provider(scene);
      const resumeAt = minutesLater(stage.clock.now(), act.days * 24 * 60).toISOString();
      must(await cases.setWaiting(actor, keys, { caseId, reason: act.reason, resumeAt, note: act.note }), said);
      return;
    }
    case 'resume': {
      const { actor, keys } = await provider(scene);
      must(await cases.resumeWork(actor, keys, { caseId }), said);
      return;
    }
    case 'report': {
      const { actor, keys } = await provider(scene);
      must(await cases.handInReport(actor, keys, { caseId, report: act.report }), said);
      return;
    }
    case 'agree': {
      const { actor, keys } = await stage.visitConfirmed(tale.by);
      must(await cases.confirmClosure(actor, keys, { caseId }), said);
      return;
    }
    case 'object': {
      const { actor, keys } = await stage.visitConfirmed(tale.by);
      must(await cases.objectToClosure(actor, keys, { caseId, text: act.text }), said);
      return;
    }
    case 'withdraw': {
      const { actor, keys } = await stage.visitConfirmed(tale.by);
      must(await cases.withdrawCase(actor, keys, { caseId, text: act.text }), said);
      return;
    }
    case 'raise':
      must(await incidents.raiseSeverity((await stage.visitConfirmed(tale.by)).actor, { caseId, severity: act.severity, reason: act.reason }), said);
      return;
    case 'deadline_done':
      return reportDeadline(scene, act.fileNumber);
    case 'tell_office': {
      const { actor } = await speaker(scene, act.side, false);
      must(await cases.writeOfficeNote(actor, act.side, { caseId, text: act.text, idempotencyKey: stage.random.id() }), said);
      return;
    }
    case 'office_answers':
      must(await office.writeNote((await stage.visit('coordinator')).actor, { caseId, text: act.text, formKey: stage.random.id() }), said);
      return;
    case 'note': {
      const { actor, keys } = await provider(scene);
      must(await cases.writeInternalNote(actor, keys, { caseId, text: act.text, idempotencyKey: stage.random.id() }), said);
      return;
    }
    case 'document': {
      const { actor, keys } = await stage.visitConfirmed(tale.by);
      must(await dossiers.issueIncidentDossier(actor, keys, caseId, { recipient: act.recipient, locale: 'de', parts: [], idempotencyKey: stage.random.id() }), said);
      return;
    }
  }
}

/** The first provider that has an open offer answers it. Nobody asked yet: looks again a little later. */
async function answerOffer(scene: Scene, act: Extract<Act, { act: 'accept' | 'decline' | 'conflict' }>): Promise<void> {
  const { stage, caseId, tale, until } = scene;
  const { matching } = stage.services;
  const offer = await openOffer(scene);
  const leadKey = leadOf(stage, offer.providerId);
  const { actor } = await stage.visit(leadKey);
  must(await matching.openOffer(actor, offer.id), `${tale.key}: brief`);
  if (act.act === 'decline') {
    must(await matching.declineOffer(actor, offer.id, act.reason), `${tale.key}: decline`);
    return;
  }
  must(await matching.acceptOffer(actor, offer.id), `${tale.key}: accept`);
  await until(minutesLater(stage.clock.now(), 3));
  const again = await stage.visit(leadKey);
  if (act.act === 'conflict') {
    must(await matching.reportConflict(again.actor, offer.id), `${tale.key}: conflict`);
    return;
  }
  const confirmed = must(await matching.confirmOffer(again.actor, offer.id), `${tale.key}: confirm`);
  if (confirmed.caseId !== caseId) throw new Error(`${tale.key}: another case was confirmed.`);
  scene.leadKey = leadKey;
}

async function openOffer({ stage, caseId, tale, until }: Scene) {
  const giveUp = minutesLater(stage.clock.now(), answerWithinHours * 60);
  for (;;) {
    const { actor } = await stage.visit('duty');
    const view = must(await stage.services.matching.officeRoutingView(actor, caseId), `${tale.key}: routing`);
    const open = view.offers.find((one) => isAnswerable(one.state) && one.state !== 'expired');
    if (open !== undefined) return open;
    if (stage.clock.now() > giveUp) throw new Error(`${tale.key}: nobody was asked; the case is ${view.state}.`);
    await until(minutesLater(stage.clock.now(), lookAgainMinutes));
  }
}

/** The company compares the fingerprint that the provider reads out, and hands over the key. */
async function release({ stage, caseId, tale }: Scene): Promise<void> {
  const { cases } = stage.services;
  const { actor, keys } = await stage.visitConfirmed(tale.by);
  const view = must(await cases.openRelease(actor, keys, caseId), `${tale.key}: release page`);
  const { id, fingerprint } = view.provider;
  must(await cases.releaseToProvider(actor, keys, { caseId, providerId: id, fingerprint, consent: true }), `${tale.key}: release`);
}

async function reportDeadline({ stage, caseId, tale }: Scene, fileNumber: string): Promise<void> {
  const { cases } = stage.services;
  const { actor, keys } = await stage.visit(tale.by);
  const { deadlines } = must(await cases.openDeadlines(actor, keys, 'company', caseId), `${tale.key}: deadlines`);
  const open = deadlines.find((one) => one.state === 'open');
  if (open === undefined) throw new Error(`${tale.key}: no duty is open.`);
  must(await cases.reportDeadline(actor, keys, { caseId, deadlineId: open.id, sentAt: stage.clock.now().toISOString(), fileNumber }), `${tale.key}: duty`);
}

function provider({ stage, leadKey, tale }: Scene): Promise<Visit> {
  if (leadKey === null) throw new Error(`${tale.key}: no provider leads this case.`);
  return stage.visit(leadKey);
}

function speaker(scene: Scene, side: 'company' | 'provider', second: boolean): Promise<Visit> {
  if (side === 'provider') return provider(scene);
  return scene.stage.visit(second && scene.tale.colleague !== undefined ? scene.tale.colleague : scene.tale.by);
}

function leadOf(stage: Stage, providerId: string): string {
  const lead = stage.everybody().find((one) => one.organisationId === providerId);
  if (lead === undefined) throw new Error('Nobody leads this provider.');
  return lead.person.key;
}

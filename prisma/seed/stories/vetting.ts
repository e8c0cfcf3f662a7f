import type { ItemDecision } from '#app/features/providers/review-items.server.ts';
import type { Calendar } from '../calendar.ts';
import type { DemoProvider, DemoStanding } from '../demo-types.ts';
import { bringIn } from '../enrol.ts';
import { makeFile, once } from '../make-file.ts';
import { must } from '../stage.ts';
import type { Stage } from '../stage.ts';
import { minutesLater } from '../timeline.ts';
import type { Story, Until } from '../timeline.ts';
import { itemsOf, requestedOf } from './vetting-items.ts';

/** Days before the end on which an application is handed in; review, decision and what follows are counted from there. */
const submittedDays: Readonly<Record<DemoStanding, number>> = {
  approved: 88,
  approved_with_conditions: 88,
  expiring: 120,
  expired: 88,
  paused: 87,
  suspended: 87,
  in_review: 9,
  ready_for_decision: 14,
  draft: 6,
};

/** From the first application of a provider to where it stands today. */
export function vettingStory(stage: Stage, calendar: Calendar, provider: DemoProvider, at: number): Story {
  const [lead, ...others] = provider.people;
  const reviewers = at % 2 === 0 ? (['reviewer', 'reviewer-2'] as const) : (['reviewer-2', 'reviewer'] as const);
  const [reviewerA, reviewerB] = reviewers;
  const days = submittedDays[provider.standing];
  const clockTime = (hour: number) => `${hour}:${String((at * 7) % 60).padStart(2, '0')}`;
  const { standing } = provider;

  return {
    name: `vetting of ${provider.key}`,
    async tell(until) {
      await until(calendar.workday(days, clockTime(9)));
      await apply(standing === 'draft' ? 4 : Infinity);
      for (const person of others) await bringIn(stage, lead.key, person);
      if (standing === 'draft') return;
      await submit();
      await review(until);
      if (standing === 'in_review') return;
      if (standing === 'ready_for_decision') return;
      await until(calendar.workday(days - 5, clockTime(14)));
      await decide();
      await follow(until);
    },
  };

  async function apply(count: number): Promise<void> {
    const { providers } = stage.services;
    const asCompany = await stage.visit(lead.key);
    must(await providers.applyAsProvider(asCompany.actor), 'application');
    const { actor } = await stage.visit(lead.key);
    const { districts, languages, onSite, capacity, responseClass, panels } = provider;
    must(
      await providers.saveProfile(actor, {
        districts, languages, onSite, responseClass, remote: true, capacityLimit: capacity, insurerPanels: panels, exclusions: [], published: true, exclude: '',
      }),
      'profile',
    );
    must(await providers.saveRequested(actor, requestedOf(provider)), 'requested');
    for (const { input, file } of itemsOf(provider, calendar).slice(0, count)) {
      if (file !== null) {
        const { bytes, type } = await makeFile(file, stage.clock.now());
        must(await providers.addVettingDocument(actor, { code: input.code, fileName: file.name, claimedType: type, content: once(bytes) }), `document ${input.code}`);
      }
      must(await providers.saveVettingItem(actor, input), `item ${input.code}`);
    }
  }

  async function submit(): Promise<void> {
    const { actor } = await stage.visit(lead.key);
    must(await stage.services.providers.submitApplication(actor), 'submit');
  }

  async function review(until: Until): Promise<void> {
    const { providers } = stage.services;
    await until(calendar.workday(days - 2, clockTime(10)));
    const providerId = stage.organisationOf(lead.key);
    const { actor } = await stage.visit(reviewerA);
    must(await providers.beginReview(actor, providerId), 'begin review');
    await until(minutesLater(calendar.workday(days - 2, clockTime(10)), 35));
    const again = await stage.visit(reviewerA);
    if (provider.duty === 'always') must(await providers.recordChannelTest(again.actor, providerId, { channels: 3, voice: true }), 'test call');
    else must(await providers.recordChannelTest(again.actor, providerId, { channels: 2, voice: provider.duty !== 'none' }), 'test call');
    const verdicts = itemsOf(provider, calendar).map(
      ({ input }): ItemDecision => ({ code: input.code, verdict: 'accepted', note: 'Unterlage geprüft, Angaben stimmen.', question: '' }),
    );
    const unfinished = standing === 'in_review';
    must(await providers.reviewItems(again.actor, providerId, unfinished ? verdicts.slice(0, 6) : verdicts, unfinished ? 'save' : 'finish_review'), 'verdicts');
  }

  async function decide(): Promise<void> {
    const { actor } = await stage.visitConfirmed(reviewerB);
    const conditional = standing === 'approved_with_conditions';
    must(
      await stage.services.providers.decideApplication(actor, stage.organisationOf(lead.key), {
        verdict: conditional ? 'approve_with_conditions' : 'approve',
        granted: requestedOf(provider),
        conditions: conditional ? ['report_after_each_case'] : [],
        reason: null,
        words: '',
      }),
      'decision',
    );
  }

  async function follow(until: Until): Promise<void> {
    const { providers } = stage.services;
    const providerId = stage.organisationOf(lead.key);
    if (standing === 'paused') {
      await until(calendar.workday(12, clockTime(16)));
      must(await providers.pauseProvider((await stage.visit(lead.key)).actor, 'pause'), 'pause');
    }
    if (standing === 'suspended') {
      await until(calendar.workday(5, clockTime(11)));
      must(await providers.actOnSuspension((await stage.visitConfirmed('coordinator')).actor, providerId, { act: 'suspend', reason: 'missed_duty' }), 'suspension');
      await until(calendar.workday(4, clockTime(9)));
      must(await providers.actOnSuspension((await stage.visitConfirmed('reviewer')).actor, providerId, { act: 'confirm_suspension' }), 'second person');
    }
  }
}

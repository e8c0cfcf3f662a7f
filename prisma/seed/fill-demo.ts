import type { Random } from '#app/features/ports.ts';
import type { Services } from '#app/http/services.ts';
import { createCalendar } from './calendar.ts';
import { freshCases } from './cases/fresh.ts';
import { pastCases } from './cases/past.ts';
import { runningCases } from './cases/running.ts';
import type { DemoPerson } from './demo-types.ts';
import { createMailboxes } from './mailboxes.ts';
import type { MovedClock } from './moved-clock.ts';
import { activeCompanies } from './people/active-companies.ts';
import { providers } from './people/providers.ts';
import { quietCompanies } from './people/quiet-companies.ts';
import { createStage } from './stage.ts';
import type { Credentials } from './stage.ts';
import { checklistStories } from './stories/checklist-runs.ts';
import { officeDutyStory, providerDutyStory } from './stories/duty.ts';
import { measureStories } from './stories/measures.ts';
import { foundingStory, officeStory, providerFoundingStory } from './stories/founding.ts';
import { sharedResultStories } from './stories/shared-results.ts';
import { caseStory } from './stories/tell-case.ts';
import { vettingStory } from './stories/vetting.ts';
import { every, tellStories } from './timeline.ts';

/** How far back the demo begins, in days. */
export const demoDays = 381;
const jobsAfterMs = 5_000;
/** So many turns lie between two lines about the progress: some seconds. */
const toldEvery = 25;
/** What one job has put into the outbox, the next turn sends. */
const mailsAfterMs = 2_000;

export type DemoPortal = {
  readonly services: Services;
  readonly clock: MovedClock;
  readonly random: Random;
  readonly runJobs: () => Promise<unknown>;
  /** Where the mails of the demo lie. */
  readonly mailFolder: string;
  /** The moment at which the demo is filled; everything happens before it. */
  readonly end: Date;
  /** `small` leaves out the companies without a story. */
  readonly size: 'whole' | 'small';
  /** Told from time to time: how far the stories are. */
  readonly progress: (told: { readonly at: Date; readonly people: number; readonly cases: number }) => void;
};

/** A demo account, as data/demo/accounts.json lists it. */
export type DemoAccount = {
  readonly role: DemoPerson['role'];
  readonly organisation: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly totpSecret: string;
  readonly recoveryCode: string;
};

/**
 * Fills the demo region. Every account, approval, checklist and case comes about as in real life: people sign in, click and wait, only that the
 * clock runs faster. Knows use cases and mailboxes, no tables. Returns every account that was made.
 */
export async function fillDemo(portal: DemoPortal): Promise<DemoAccount[]> {
  const { clock, end, mailFolder } = portal;
  const calendar = createCalendar(end);
  // Nothing that the program does by itself happens in the moment of the act.
  const runJobs = async () => {
    for (const afterMs of [jobsAfterMs, mailsAfterMs]) {
      clock.moveTo(new Date(clock.now().getTime() + afterMs));
      await portal.runJobs();
    }
  };
  const stage = createStage({ ...portal, runJobs, mailboxes: createMailboxes(mailFolder) });
  const time = (at: number) => `${8 + (at % 9)}:${String((at * 17) % 60).padStart(2, '0')}`;
  const references = new Map<string, string>();
  const stories = [
    officeStory(stage, calendar),
    ...(portal.size === 'whole' ? [...activeCompanies, ...quietCompanies] : activeCompanies).map((company, at) => foundingStory(stage, calendar, company, time(at))),
    ...providers.map((provider, at) => providerFoundingStory(stage, calendar, provider, time(at + 5))),
    ...providers.map((provider, at) => vettingStory(stage, calendar, provider, at)),
    officeDutyStory(stage, calendar),
    ...providers.flatMap((provider) => providerDutyStory(stage, calendar, provider) ?? []),
    ...checklistStories(stage, calendar),
    ...measureStories(stage, calendar),
    ...(portal.size === 'whole' ? sharedResultStories(stage, calendar) : []),
    ...[...pastCases, ...runningCases, ...freshCases].map((tale) => caseStory(stage, calendar, tale, references)),
  ];
  const ticks = [
    ...every(3 * 24 * 60, calendar.day(140, '6:00'), end),
    ...every(24 * 60, calendar.day(20, '5:00'), end),
    ...every(5, calendar.minutesAgo(90), end),
  ];
  let told = 0;
  await tellStories({
    stories,
    clock,
    end,
    ticks,
    runJobs: async () => {
      await runJobs();
      told += 1;
      if (told % toldEvery === 0) portal.progress({ at: clock.now(), people: stage.everybody().length, cases: references.size });
    },
  });
  return stage.everybody().map(accountOf);
}

function accountOf({ person, organisation, password, totpSecret, recoveryCode }: Credentials): DemoAccount {
  const { role, name, email } = person;
  return { role, organisation, name, email, password, totpSecret, recoveryCode };
}

import type { Calendar } from '../calendar.ts';
import type { DemoCompany, DemoProvider } from '../demo-types.ts';
import { acceptInvitation, bringIn, registerCompany } from '../enrol.ts';
import { office } from '../people/office.ts';
import type { Stage } from '../stage.ts';
import { minutesLater } from '../timeline.ts';
import type { Story } from '../timeline.ts';

/** The association's office begins: operators invite the first person, she brings in the others. */
export function officeStory(stage: Stage, calendar: Calendar): Story {
  return {
    name: 'office',
    async tell(until) {
      const [first, ...others] = office.people;
      await until(calendar.workday(office.since, '8:10'));
      const { invitationToken } = await stage.services.accounts.foundOrganisation({
        type: 'office',
        profile: { name: office.name, town: office.town },
        facts: null,
        first: { name: first.name, email: first.email, role: first.role },
        mailInvitation: true,
      });
      await acceptInvitation(stage, first, office.name, invitationToken);
      for (const [at, person] of others.entries()) {
        await until(minutesLater(calendar.workday(office.since, '9:00'), 10 * at));
        await bringIn(stage, first.key, person);
      }
    },
  };
}

/** A firm registers on its day; its colleagues follow within the week. */
export function foundingStory(stage: Stage, calendar: Calendar, firm: DemoCompany, at: string): Story {
  return {
    name: firm.key,
    async tell(until) {
      const [first, ...others] = firm.people;
      await until(calendar.workday(firm.since, at));
      await registerCompany(stage, firm, first);
      for (const colleague of others) {
        await until(calendar.workday(firm.since - 4, at));
        await bringIn(stage, first.key, colleague);
      }
    },
  };
}

/** The lead of a provider registers like any company; the people beside it come in once it is one (stories/vetting.ts). */
export function providerFoundingStory(stage: Stage, calendar: Calendar, firm: DemoProvider, at: string): Story {
  return foundingStory(stage, calendar, { ...firm, people: [firm.people[0]] }, at);
}

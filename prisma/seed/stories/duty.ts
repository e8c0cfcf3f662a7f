import type { Calendar } from '../calendar.ts';
import { wallTime } from '../calendar.ts';
import type { DemoProvider } from '../demo-types.ts';
import { must } from '../stage.ts';
import type { Stage } from '../stage.ts';
import type { Story } from '../timeline.ts';

const firstDay = 82;
const lastDay = -14;

type Block = { readonly from: Date; readonly to: Date };

/** The provider's calendar: whole weeks round the clock, or hours of the day for the last and the coming days. */
export function providerDutyStory(stage: Stage, calendar: Calendar, provider: DemoProvider): Story | null {
  const { duty } = provider;
  if (duty === 'none') return null;
  const always = duty === 'always';
  const begin = always ? firstDay : 10;
  const blocks = always ? blocksOf(calendar, begin, 7, '8:00', '8:00') : daysOf(calendar, begin, duty);
  return {
    name: `duty of ${provider.key}`,
    async tell(until) {
      await until(calendar.day(begin, '7:00'));
      const { actor } = await stage.visit(provider.people[0].key);
      for (const block of blocks) {
        must(await stage.services.matching.addProviderShift(actor, { from: wallTime(block.from), to: wallTime(block.to) }), 'shift');
      }
    },
  };
}

/** The two duty officers take turns, a week each; changing over on the same morning. */
export function officeDutyStory(stage: Stage, calendar: Calendar): Story {
  return {
    name: 'duty of the office',
    async tell(until) {
      await until(calendar.day(firstDay, '6:30'));
      const { actor } = await stage.visit('coordinator');
      for (const [at, block] of blocksOf(calendar, firstDay, 7, '8:00', '8:00').entries()) {
        const { userId } = stage.credentialsOf(at % 2 === 0 ? 'duty' : 'duty-2');
        must(await stage.services.matching.addOfficeShift(actor, { from: wallTime(block.from), to: wallTime(block.to), userId }), 'shift');
      }
    },
  };
}

function blocksOf(calendar: Calendar, begin: number, length: number, from: string, to: string): Block[] {
  const count = Math.ceil((begin - lastDay) / length);
  return Array.from({ length: count }, (_, at) => ({ from: calendar.day(begin - at * length, from), to: calendar.day(begin - (at + 1) * length, to) }));
}

function daysOf(calendar: Calendar, begin: number, duty: 'long_days' | 'office_hours'): Block[] {
  const [from, to] = duty === 'long_days' ? ['7:00', '22:00'] : ['8:00', '17:00'];
  const days = Array.from({ length: begin - lastDay + 1 }, (_, at) => begin - at);
  const worked = duty === 'long_days' ? days : days.filter((day) => calendar.workday(day, '12:00').getTime() === calendar.day(day, '12:00').getTime());
  return worked.map((day) => ({ from: calendar.day(day, from), to: calendar.day(day, to) }));
}

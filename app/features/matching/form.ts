import { z } from 'zod';
import type { Text } from '#app/content/translator.ts';
import type { NewShift } from './duty-shifts.server.ts';

type Posted = { text(name: string): string };

/** Times as the form posts them. Whether they make a shift is decided by the use case, which knows the region's clock. */
const shiftForm = z.object({
  fromDate: z.string().max(10).catch(''),
  fromTime: z.string().max(5).catch(''),
  toDate: z.string().max(10).catch(''),
  toTime: z.string().max(5).catch(''),
  userId: z.string().max(64).catch(''),
});

/** A posted shift; whatever is too long to be a date or an id counts as left out. */
export function shiftOf(form: Posted): NewShift {
  const names = ['fromDate', 'fromTime', 'toDate', 'toTime', 'userId'] as const;
  const fields = shiftForm.parse(Object.fromEntries(names.map((name) => [name, form.text(name)])));
  return { from: { date: fields.fromDate, time: fields.fromTime }, to: { date: fields.toDate, time: fields.toTime }, userId: fields.userId };
}

const faultKeys = ['timeNeeded', 'endBeforeBegin', 'endInThePast', 'tooLong', 'personNeeded'] as const;

/** Fault codes of the use case as sentences beside their fields. */
export function dutyFaults(fields: Readonly<Record<string, readonly string[]>>, t: Text<'matching'>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, codes]) => [
      field,
      codes.flatMap((code) => {
        const key = faultKeys.find((one) => one === code);
        return key ? [t(`faults.${key}`)] : [];
      }),
    ]),
  );
}

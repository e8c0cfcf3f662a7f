/** How far the reminders of one hand-over have gone: nobody, the colleague, and at last whoever asked. */
export const reminderStages = { nobody: 0, colleague: 1, asker: 2 } as const;
export type ReminderStage = (typeof reminderStages)[keyof typeof reminderStages];

/** So long before the agreed time the colleague is reminded, in milliseconds. */
export const remindedBefore = 24 * 3_600_000;

export type HandOverTimes = { readonly createdAt: Date; readonly dueAt: Date; readonly stage: ReminderStage };

/**
 * Who is to be reminded now. The colleague a day before the agreed time, unless the request itself is younger than that; whoever
 * asked once the time has passed. Each once, and nobody is told late what the next mail says anyway.
 */
export function nextReminder({ createdAt, dueAt, stage }: HandOverTimes, now: Date): 'colleague' | 'asker' | null {
  if (now >= dueAt) return stage < reminderStages.asker ? 'asker' : null;
  const from = dueAt.getTime() - remindedBefore;
  if (stage !== reminderStages.nobody || now.getTime() < from) return null;
  return createdAt.getTime() < from ? 'colleague' : null;
}

import type { ReactNode } from 'react';

export type TimelineEntry = {
  key: string;
  /** ISO moment for machines. */
  dateTime?: string;
  /** The moment in words. */
  time?: ReactNode;
  state: 'done' | 'now' | 'open';
  content: ReactNode;
};

/** What happened, newest or oldest first as given. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label?: string }) {
  return (
    <ol className="timeline timeline--left" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.key} className={entry.state === 'open' ? undefined : `is-${entry.state}`}>
          {entry.time ? <time dateTime={entry.dateTime}>{entry.time}</time> : null}
          {entry.content}
        </li>
      ))}
    </ol>
  );
}

export type StateStep = { key: string; label: ReactNode; state: 'done' | 'now' | 'open' };

/** Where a case stands: three to six steps in a line. */
export function StateLine({ label, steps }: { label: string; steps: readonly StateStep[] }) {
  return (
    <ol className="state" aria-label={label}>
      {steps.map((step) => (
        <li key={step.key} className={step.state === 'done' ? 'is-done' : undefined} aria-current={step.state === 'now' ? 'step' : undefined}>
          {step.label}
        </li>
      ))}
    </ol>
  );
}

import type { ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon.tsx';

export type TriageEntry = {
  href: string;
  icon: IconName;
  title: ReactNode;
  hint: ReactNode;
  /** The way for those who cannot tell. */
  unsure?: boolean;
};

/** What happened: one tap, no form. `three` puts three beside each other on wide screens. */
export function TriageList({ entries, three }: { entries: readonly TriageEntry[]; three?: boolean }) {
  return (
    <ul className={three ? 'triage triage--3' : 'triage'}>
      {entries.map((entry) => (
        <li key={entry.href}>
          <a href={entry.href} className={entry.unsure ? 'is-unsure' : undefined}>
            <span className="triage__arch">
              <Icon name={entry.icon} />
            </span>
            <span>
              <b>{entry.title}</b>
              <small>{entry.hint}</small>
            </span>
            <Icon name="chevron" />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** A number to call, or another way, in a bar. */
export function CallBar({ text, hint, href, label, phone }: { text: ReactNode; hint?: ReactNode; href: string; label: ReactNode; phone?: boolean }) {
  return (
    <div className="callbar">
      <span>
        {text}
        {hint ? (
          <>
            <br />
            <span className="muted t-2">{hint}</span>
          </>
        ) : null}
      </span>
      <a href={href}>
        {phone ? <Icon name="phone" /> : null}
        {label}
      </a>
    </div>
  );
}

import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon.tsx';

export type BadgeTone = 'neutral' | 'ok' | 'info' | 'warn' | 'danger' | 'light';

const iconOfTone: Partial<Record<BadgeTone, IconName>> = { ok: 'tick', info: 'gear', warn: 'clock', danger: 'alert' };

/** A word about a state. Tones other than neutral and light carry their icon; `light` is progress, never a status. */
export function Badge({ tone, icon, children }: { tone?: BadgeTone; icon?: IconName; children: ReactNode }) {
  const drawn = icon ?? iconOfTone[tone ?? 'neutral'];
  return (
    <span className={classNames('badge', tone && tone !== 'neutral' && `badge--${tone}`)}>
      {drawn ? <Icon name={drawn} /> : null}
      {children}
    </span>
  );
}

/** How urgent: bars and a word. 4 is critical, 1 is low (a case of severity S1 shows level 4). */
export function Severity({ level, children }: { level: 1 | 2 | 3 | 4; children: ReactNode }) {
  return (
    <span className={`sev sev--${level}`}>
      <svg viewBox="0 0 18 16" aria-hidden="true" focusable="false">
        {[0, 1, 2, 3].map((bar) => (
          <rect key={bar} className={bar < level ? 'on' : undefined} x={[0, 4.7, 9.4, 14.1][bar]} y={12 - bar * 4} width="3.4" height={4 + bar * 4} rx="1" />
        ))}
      </svg>
      {children}
    </span>
  );
}

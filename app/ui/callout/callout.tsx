import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon.tsx';

export type CalloutTone = 'info' | 'ok' | 'warn' | 'danger' | 'light';

const iconOfTone = { info: 'question', ok: 'tick', warn: 'warning', danger: 'alert', light: 'lamp' } as const satisfies Record<CalloutTone, IconName>;

/** A remark beside the work. */
export function Callout({ tone, icon, title, children }: { tone?: CalloutTone; icon?: IconName; title?: ReactNode; children?: ReactNode }) {
  return (
    <div className={classNames('callout', tone && tone !== 'info' && `callout--${tone}`)}>
      <Icon name={icon ?? iconOfTone[tone ?? 'info']} />
      {title ? <p className="callout__title">{title}</p> : null}
      {children ? <div className="stack stack--2">{children}</div> : null}
    </div>
  );
}

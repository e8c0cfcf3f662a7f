import type { ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';

/** What just happened; stays until the next page. */
export function Flash({ tone, children }: { tone?: 'ok' | 'danger'; children: ReactNode }) {
  return (
    <p className={tone === 'danger' ? 'flash flash--danger' : 'flash'} role="status">
      <Icon name={tone === 'danger' ? 'alert' : 'tick'} />
      <span>{children}</span>
    </p>
  );
}

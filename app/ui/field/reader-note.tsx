import type { ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';

/** Who will read an answer, said at its question. `sealed` shows the lock, otherwise the eye. */
export function ReaderNote({ id, sealed, children }: { id?: string; sealed?: boolean; children: ReactNode }) {
  return (
    <p className="readers" id={id}>
      <Icon name={sealed ? 'lock' : 'eye'} />
      <span>{children}</span>
    </p>
  );
}

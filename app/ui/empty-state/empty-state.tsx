import type { ReactNode } from 'react';

/** Nothing there yet: what that means and one next action. */
export function EmptyState({ title, action, children }: { title: ReactNode; action?: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty stack stack--3">
      <p>
        <strong>{title}</strong>
      </p>
      {children ? <p>{children}</p> : null}
      {action ? <div>{action}</div> : null}
    </div>
  );
}

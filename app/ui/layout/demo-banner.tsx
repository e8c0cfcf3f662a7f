import type { ReactNode } from 'react';

/** Says on every page that this is a demonstration. */
export function DemoBanner({ label, children }: { label: string; children: ReactNode }) {
  return (
    <aside className="demo" aria-label={label}>
      <p className="wrap">{children}</p>
    </aside>
  );
}

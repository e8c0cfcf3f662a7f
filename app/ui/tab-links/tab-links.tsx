import type { ReactNode } from 'react';

export type Tab = { href: string; label: ReactNode; current?: boolean; /** Counter or remark, for instance „2 neu“. */ count?: ReactNode };

/** Parts of one thing, each with its own address. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
          {tab.count === undefined || tab.count === null || tab.count === false ? null : <span className="count">{tab.count}</span>}
        </a>
      ))}
    </nav>
  );
}

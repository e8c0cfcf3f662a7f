import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';

/** The header. Slots from left to right: brand, navigation, tools (language, person, emergency). */
export function TopBar({ brand, nav, tools }: { brand: ReactNode; nav?: ReactNode; tools?: ReactNode }) {
  return (
    <header className="top" data-surface="night">
      <div className="wrap top__row">
        {brand}
        {nav}
        {tools ? <div className="top__tools">{tools}</div> : null}
      </div>
    </header>
  );
}

export type NavLink = { href: string; label: string; current?: boolean };

/** Navigation of the public pages, on wide screens; on phones `TopLink` to the footer navigation takes its place. */
export function PublicNav({ label, links }: { label: string; links: readonly NavLink[] }) {
  return (
    <nav className="top__nav" aria-label={label}>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <TopLink {...link} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** One link in the header. */
export function TopLink({ href, label, current, only }: NavLink & { only?: 'wide' | 'narrow' }) {
  return (
    <a className={classNames('top__link', only === 'wide' && 'hide-s', only === 'narrow' && 'hide-l')} href={href} aria-current={current ? 'page' : undefined}>
      {label}
    </a>
  );
}

/** Who is signed in, and for which organisation; leads to the account. On phones a sign stands for the words. */
export function Who({ href, name, organisation, onlyWide }: { href: string; name: string; organisation: string; onlyWide?: boolean }) {
  return (
    <a className={classNames('who', onlyWide && 'hide-s')} href={href}>
      <Icon name="person" />
      <span className="who__words">
        <span>{name}</span> <span>{organisation}</span>
      </span>
    </a>
  );
}

import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';

export type FooterLink = {
  href: string;
  label: string;
  /** Language of the label and of the page behind it, when it is another one. */
  lang?: string;
  /** Shown on phones only. */
  onlyNarrow?: boolean;
};

/** Footer of the public pages: the whole navigation, reached from the header's menu link on phones. */
export function Footer({ navId, navLabel, links, children }: { navId: string; navLabel: string; links: readonly FooterLink[]; children?: ReactNode }) {
  return (
    <footer className="foot" data-surface="night">
      <div className="wrap stack stack--3">
        <nav id={navId} aria-label={navLabel}>
          <FooterLinks links={links} />
        </nav>
        {children}
      </div>
    </footer>
  );
}

/** Thin footer of emergency pages, flows and signed-in pages. `app` leaves room for the bar at the bottom of phones. */
export function ThinFooter({ links, app }: { links: readonly FooterLink[]; app?: boolean }) {
  return (
    <footer className={classNames('foot foot--thin no-print', app && 'foot--app')}>
      <div className="wrap">
        <FooterLinks links={links} />
      </div>
    </footer>
  );
}

function FooterLinks({ links }: { links: readonly FooterLink[] }) {
  return (
    <ul>
      {links.map((link) => (
        <li key={link.href} className={link.onlyNarrow ? 'hide-l' : undefined}>
          <a href={link.href} lang={link.lang} hrefLang={link.lang}>
            {link.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

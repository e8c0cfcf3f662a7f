import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { mainId } from '../skip-link/skip-link.tsx';

type Gap = 1 | 2 | 3 | 4 | 5 | 6 | 7;
type Element = 'div' | 'section' | 'aside' | 'article' | 'form' | 'header';

/** The page's `<main>`, target of the skip link. `kind` page adds the vertical room, gate is the sign-in page, bare adds nothing (start page). */
export function Main({ kind, children }: { kind?: 'page' | 'gate' | 'bare'; children: ReactNode }) {
  const className = kind === 'bare' ? undefined : (kind ?? 'page');
  return (
    <main id={mainId} className={className} tabIndex={-1}>
      {children}
    </main>
  );
}

/** Centres content on the page grid; `flow` is the narrower width of question flows. */
export function Wrap({ flow, className, children }: { flow?: boolean; className?: string; children: ReactNode }) {
  return <div className={classNames('wrap', flow && 'wrap--flow', className)}>{children}</div>;
}

/** A column whose gap belongs to it. Gaps: 1 is 4 px, 4 is 16 px, 7 is 48 px. */
export function Stack({ gap, as, className, label, labelledBy, children }: { gap?: Gap; as?: Exclude<Element, 'form'>; className?: string; label?: string; labelledBy?: string; children: ReactNode }) {
  const Tag = as ?? 'div';
  return (
    <Tag className={classNames('stack', gap && `stack--${gap}`, className)} aria-label={label} aria-labelledby={labelledBy}>
      {children}
    </Tag>
  );
}

/** Things in a line that wraps. */
export function Row({ apart, base, tight, className, children }: { apart?: boolean; base?: boolean; tight?: boolean; className?: string; children: ReactNode }) {
  return <div className={classNames('row', apart && 'row--apart', base && 'row--base', tight && 'row--tight', className)}>{children}</div>;
}

/** Columns above 56rem, one column below. */
export function Cols({ split, fill, className, children }: { split: '8-4' | '7-5' | '6-6' | '5-7' | '3-6-3'; fill?: boolean; className?: string; children: ReactNode }) {
  return <div className={classNames('cols', `cols--${split}`, fill && 'cols--fill', className)}>{children}</div>;
}

/** Buttons of a form; `stick` keeps them at the bottom of phones. */
export function ActionBar({ stick, children }: { stick?: boolean; children: ReactNode }) {
  return <div className={classNames('actionbar', stick && 'actionbar--stick no-print')}>{children}</div>;
}

/** Text for screen readers only. */
export function Hidden({ children }: { children: ReactNode }) {
  return <span className="vh">{children}</span>;
}

/** Filters above a list; a plain form that asks for the same page with its choices in the address. */
export function Filters({ action, children }: { action?: string; children: ReactNode }) {
  return (
    <form className="filters" method="get" action={action}>
      {children}
    </form>
  );
}

/** Links to the pages of a long list; a link that leads nowhere is left out. */
export function Paging({ label, previous, next, children }: { label: string; previous?: { href: string; label: ReactNode }; next?: { href: string; label: ReactNode }; /** Where one is, for instance „Seite 2 von 5“. */ children?: ReactNode }) {
  return (
    <nav className="row t-2" aria-label={label}>
      {previous ? (
        <a className="btn btn--secondary btn--s" href={previous.href} rel="prev">
          {previous.label}
        </a>
      ) : null}
      {children ? <span className="muted">{children}</span> : null}
      {next ? (
        <a className="btn btn--secondary btn--s" href={next.href} rel="next">
          {next.label}
        </a>
      ) : null}
    </nav>
  );
}

import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Disclosure } from '../disclosure/disclosure.tsx';
import { Heading } from '../heading/heading.tsx';
import type { HeadingLevel } from '../heading/heading.tsx';

/** A thing one could lift off the page: a contact, a form, a chart. */
export function Panel({ id, title, level, tight, gap, as, className, children }: { id: string; title: ReactNode; level?: HeadingLevel; tight?: boolean; gap?: 1 | 2 | 3 | 4 | 5; as?: 'section' | 'aside'; className?: string; children: ReactNode }) {
  const Tag = as ?? 'section';
  return (
    <Tag className={classNames('panel', tight && 'panel--tight', `stack stack--${gap ?? 3}`, className)} aria-labelledby={id}>
      <Heading level={level ?? 2} id={id} className="t-4">
        {title}
      </Heading>
      {children}
    </Tag>
  );
}

/** A section of the page with its heading and a link or note at its end. */
export function Section({ id, title, level, small, aside, gap, children }: { id: string; title: ReactNode; level?: HeadingLevel; small?: boolean; aside?: ReactNode; gap?: 3 | 4 | 5; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className={gap ? `stack stack--${gap}` : undefined}>
      <div className="section-head">
        <Heading level={level ?? 2} id={id} className={small ? 't-4' : undefined}>
          {title}
        </Heading>
        {aside}
      </div>
      {children}
    </section>
  );
}

type Item = { key: string; content: ReactNode };

/** Ruled list; items bring their own content. Of a long one the first stand open, the rest behind one word: never for one or two. */
export function Rows({ open, items, fold }: { /** No rule above the first. */ open?: boolean; items: readonly Item[]; fold?: { first: number; more: (count: number) => ReactNode } }) {
  if (fold && items.length > fold.first + 2) {
    return (
      <div>
        <Rows open={open} items={items.slice(0, fold.first)} />
        <Disclosure wide summary={fold.more(items.length - fold.first)}>
          <Rows open items={items.slice(fold.first)} />
        </Disclosure>
      </div>
    );
  }
  return (
    <ul className={classNames('rows', open && 'rows--open')}>
      {items.map((item) => (
        <li key={item.key}>{item.content}</li>
      ))}
    </ul>
  );
}

import type { ReactNode } from 'react';
import { Heading } from '../heading/heading.tsx';
import type { HeadingLevel } from '../heading/heading.tsx';

export type MeasureCardProps = {
  title: ReactNode;
  href?: string;
  level?: HeadingLevel;
  /** Effort, cost, points: short facts in a line. */
  meta?: readonly ReactNode[];
  badge?: ReactNode;
  /** How to go about it, below the facts. */
  more?: ReactNode;
  children?: ReactNode;
};

/** List around measure cards; numbers them. */
export function Measures({ children }: { children: ReactNode }) {
  return <ol className="measures">{children}</ol>;
}

/** One measure: what, why, effort. */
export function MeasureCard({ title, href, level, meta, badge, more, children }: MeasureCardProps) {
  return (
    <li className="measure-card">
      <Heading level={level ?? 3}>{href ? <a href={href}>{title}</a> : title}</Heading>
      {children ? <div className="measure">{children}</div> : null}
      {meta?.length || badge ? (
        <p className="measure-card__meta">
          {badge}
          {meta?.map((fact, index) => <span key={index}>{fact}</span>)}
        </p>
      ) : null}
      {more}
    </li>
  );
}

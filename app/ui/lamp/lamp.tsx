import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Heading } from '../heading/heading.tsx';
import type { HeadingLevel } from '../heading/heading.tsx';

export type LampProps = {
  /** Id of the heading; names the region. */
  id: string;
  title: ReactNode;
  level?: HeadingLevel;
  /** Line above the heading. */
  eyebrow?: ReactNode;
  /** At the end of the heading's line: of when it is. */
  aside?: ReactNode;
  /** Hides the heading from sight where the number speaks for itself. */
  titleHidden?: boolean;
  titleSmall?: boolean;
  /** Light falls from the left, for text; from above for a dial. */
  light?: 'left' | 'above';
  /** Narrow inset, for the side column. */
  tight?: boolean;
  /** Centres its content around a dial. */
  dial?: boolean;
  /** A second column, for instance a dial beside the text. */
  side?: ReactNode;
  split?: '8-4' | '7-5' | '6-6';
  children?: ReactNode;
};

/** The lamp panel: the one thing that matters now. At most one on a page. */
export function Lamp({ id, title, level, eyebrow, aside, titleHidden, titleSmall, light, tight, dial, side, split, children }: LampProps) {
  const heading = (
    <Heading level={level ?? 2} id={id} className={classNames(titleHidden && 'vh', titleSmall && 't-4')}>
      {title}
    </Heading>
  );
  const head = (
    <>
      {eyebrow ? <p className="eyebrow">{eyebrow}</p> : null}
      {aside ? (
        <div className="row row--apart row--base">
          {heading}
          <p className="muted t-2">{aside}</p>
        </div>
      ) : (
        heading
      )}
    </>
  );
  const base = classNames('lamp', light === 'left' && 'lamp--left', tight && 'lamp--tight');
  if (side) {
    return (
      <section className={classNames(base, 'cols', `cols--${split ?? '8-4'}`, 'lamp--split')} data-surface="night" aria-labelledby={id}>
        <div className="stack stack--3">
          {head}
          {children}
        </div>
        {side}
      </section>
    );
  }
  return (
    <section className={classNames(base, 'stack stack--4', dial && 'score')} data-surface="night" aria-labelledby={id}>
      {head}
      {children}
    </section>
  );
}

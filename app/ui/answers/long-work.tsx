import type { ReactNode } from 'react';
import { Heading } from '../heading/heading.tsx';
import type { HeadingLevel } from '../heading/heading.tsx';

/** Work that takes a while. The page reloads itself: its head carries `<meta http-equiv="refresh" content="5">` while it runs. Without `value` the length is unknown. */
export function LongWork({ id, title, level, label, value, max, done, children }: { id: string; title: ReactNode; level?: HeadingLevel; /** Names the bar for screen readers. */ label: string; value?: number; max?: number; /** What is done, in words. */ done: ReactNode; children?: ReactNode }) {
  return (
    <section className="panel measure stack stack--3" aria-labelledby={id}>
      <Heading level={level ?? 2} id={id} className="t-4">
        {title}
      </Heading>
      <progress aria-label={label} max={max} value={value} />
      <p>
        <strong>{done}</strong>
      </p>
      {children ? <div className="muted">{children}</div> : null}
    </section>
  );
}

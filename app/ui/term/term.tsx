import { useId } from 'react';
import type { ReactNode } from 'react';

/** A word with its meaning, which shows on hover, on focus and on touch; without script. Escape closes it where there is some. */
export function Term({ children, meaning }: { children: ReactNode; meaning: ReactNode }) {
  const id = useId();
  return (
    <span className="term">
      <button type="button" className="term__word" aria-describedby={id} onKeyDown={(event) => (event.key === 'Escape' ? event.currentTarget.blur() : undefined)}>
        {children}
      </button>
      <span role="tooltip" id={id} className="term__meaning">
        {meaning}
      </span>
    </span>
  );
}

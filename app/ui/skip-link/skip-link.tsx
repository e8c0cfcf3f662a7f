import type { ReactNode } from 'react';

/** The element the skip link leads to; every page's `<main>` carries it. */
export const mainId = 'inhalt';

/** First link of every page. */
export function SkipLink({ children }: { children: ReactNode }) {
  return (
    <a className="skip" href={`#${mainId}`}>
      {children}
    </a>
  );
}

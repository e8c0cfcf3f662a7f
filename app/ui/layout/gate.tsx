import type { ReactNode } from 'react';
import { Arc } from '../lights/arc.tsx';

/** Two halves of the sign-in pages: the arc of lights with a sentence (wide screens), the form. Stands inside `<Main kind="gate">`. */
export function Gate({ words, lights, children }: { words: ReactNode; /** Lights of eleven that shine; all unless told. */ lights?: number; children: ReactNode }) {
  return (
    <>
      <div className="gate__side" data-surface="night">
        <div className="stack stack--5">
          <Arc size="gate" count={11} lit={lights ?? 11} soft="gate" />
          <p className="t-4 measure">{words}</p>
        </div>
      </div>
      <div className="gate__main">
        <div className="gate__form stack stack--6">{children}</div>
      </div>
    </>
  );
}

/** The word between two ways to do the same thing. */
export function Or({ children }: { children: ReactNode }) {
  return <p className="or">{children}</p>;
}

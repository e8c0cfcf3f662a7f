import { createContext, Fragment, useContext } from 'react';
import type { ReactNode } from 'react';
import { useText } from '#app/content/use-text.tsx';
import { explain } from '#app/domain/checklist/glossary.ts';
import type { LocalTerm } from '#app/domain/checklist/glossary.ts';
import { Term } from '#app/ui/term/term.tsx';

const Terms = createContext<readonly LocalTerm[]>([]);

/** The words that the page below explains; on paper they follow at its end. */
export function Glossary({ terms, children }: { terms: readonly LocalTerm[]; children: ReactNode }) {
  const t = useText('checklists');
  return (
    <Terms.Provider value={terms}>
      {children}
      {terms.length > 0 ? (
        <section className="glossary wrap wrap--flow" aria-labelledby="glossary">
          <h2 id="glossary">{t('question.glossary')}</h2>
          <dl>
            {terms.map(({ id, words, text }) => (
              <Fragment key={id}>
                <dt>{words[0]}</dt>
                <dd>{text}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ) : null}
    </Terms.Provider>
  );
}

/** A text whose words of the glossary say what they mean. */
export function Explained({ text }: { text: string }) {
  const pieces = explain(text, useContext(Terms));
  return (
    <>
      {pieces.map((piece, index) => {
        if (!piece.term) return piece.text.slice(pieces[index - 1]?.term ? heldBy(pieces[index - 1]?.text ?? '', piece.text).length : 0);
        const term = <Term key={index} meaning={piece.term.text}>{piece.text}</Term>;
        const next = pieces[index + 1];
        const held = next && !next.term ? heldBy(piece.text, next.text) : '';
        return held === '' ? term : <span key={index} className="nowrap">{term}{held}</span>;
      })}
    </>
  );
}

/** What hangs on a short word, the rest of a compound or a full stop: a button may break from it, a word may not. */
function heldBy(word: string, next: string): string {
  return /^\S{1,12}$/.test(word) ? (/^\S{1,14}(?=\s|$)/.exec(next)?.[0] ?? '') : '';
}

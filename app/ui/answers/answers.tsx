import type { ReactNode } from 'react';

export type AnswerRow = {
  key: string;
  question: ReactNode;
  answer: ReactNode;
  /** Where to change it; that page returns here. */
  change?: { href: string; label: ReactNode };
};

/** Given answers, each with a way to change it. */
export function Answers({ rows }: { rows: readonly AnswerRow[] }) {
  return (
    <dl className="answers measure">
      {rows.map((row) => (
        <div key={row.key}>
          <dt>{row.question}</dt>
          <dd>{row.answer}</dd>
          {row.change ? (
            <dd>
              <a href={row.change.href}>
                {row.change.label}
                <span className="vh">: {row.question}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

import type { ReactNode } from 'react';
import { Button, LinkButton } from '../button/button.tsx';
import { Disclosure } from '../disclosure/disclosure.tsx';
import { Answers } from './answers.tsx';
import type { AnswerRow } from './answers.tsx';

/** Last step of a flow: what was answered, what happens after sending, one button. `fields` are the form's hidden or further fields. */
export function CheckYourAnswers({ steps, title, lead, summary, rows, groups, next, fields, submit, back, after, action }: { steps?: ReactNode; title: ReactNode; lead?: ReactNode; /** Error summary. */ summary?: ReactNode; rows?: readonly AnswerRow[]; /** Long lists, folded by topic. */ groups?: readonly { key: string; title: ReactNode; rows: readonly AnswerRow[] }[]; /** What happens after sending. */ next?: ReactNode; fields?: ReactNode; submit: ReactNode; back?: { href: string; label: ReactNode }; /** A rare way out, below the buttons: nobody in a hurry shall tap it. */ after?: ReactNode; action?: string }) {
  return (
    <div className="wrap wrap--flow stack stack--5">
      {steps}
      {summary}
      <div className="stack stack--2">
        <h1>{title}</h1>
        {lead ? <p className="lead">{lead}</p> : null}
      </div>
      {rows ? <Answers rows={rows} /> : null}
      {groups ? (
        <div className="measure">
          {groups.map((group) => (
            <Disclosure key={group.key} summary={group.title}>
              <Answers rows={group.rows} />
            </Disclosure>
          ))}
        </div>
      ) : null}
      <form className="stack stack--5" method="post" action={action} noValidate>
        {next}
        {fields}
        <div className="actionbar">
          <Button>{submit}</Button>
          {back ? (
            <LinkButton look="quiet" href={back.href}>
              {back.label}
            </LinkButton>
          ) : null}
        </div>
        {after}
      </form>
    </div>
  );
}

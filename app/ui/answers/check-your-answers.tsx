import type { ReactNode } from 'react';
import { Button, LinkButton } from '../button/button.tsx';
import { Answers } from './answers.tsx';
import type { AnswerRow } from './answers.tsx';

/** Last step of a flow: what was answered, what happens after sending, one button. `fields` are the form's hidden or further fields. */
export function CheckYourAnswers({ steps, title, lead, summary, rows, next, fields, submit, back, action }: { steps?: ReactNode; title: ReactNode; lead?: ReactNode; /** Error summary. */ summary?: ReactNode; rows: readonly AnswerRow[]; /** What happens after sending. */ next?: ReactNode; fields?: ReactNode; submit: ReactNode; back?: { href: string; label: ReactNode }; action?: string }) {
  return (
    <div className="wrap wrap--flow stack stack--5">
      {steps}
      {summary}
      <div className="stack stack--2">
        <h1>{title}</h1>
        {lead ? <p className="lead">{lead}</p> : null}
      </div>
      <Answers rows={rows} />
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
      </form>
    </div>
  );
}

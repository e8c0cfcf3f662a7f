import type { ReactNode } from 'react';
import { Button, LinkButton } from '../button/button.tsx';

export type QuestionPageProps = {
  /** `<StepLights>`. */
  steps?: ReactNode;
  /** `<ErrorSummary>` after a failed post. */
  summary?: ReactNode;
  /** The field group whose legend is the page's h1. */
  children: ReactNode;
  /** Word of the button, for instance „Weiter“. */
  submit: ReactNode;
  back?: { href: string; label: ReactNode };
  later?: { href: string; label: ReactNode };
  /** `<Disclosure>`s below the buttons. */
  help?: ReactNode;
  /** Beside the question on wide screens, below it on phones. */
  aside?: ReactNode;
  asideLabel?: string;
  /** Below the form, with forms of its own. */
  below?: ReactNode;
  /** Hidden fields: form token, version. */
  hidden?: ReactNode;
  action?: string;
  /** `get` puts the answers into the address; for questions that change nothing. */
  method?: 'get' | 'post';
  multipart?: boolean;
  /** What is answered is saved while the page stays open; a line among the children says so. */
  autosave?: boolean;
};

/** One question per page: step line, errors, question, buttons, help. The server checks; the browser does not. */
export function QuestionPage({ steps, summary, children, submit, back, later, help, below, aside, asideLabel, hidden, action, method, multipart, autosave }: QuestionPageProps) {
  const question = (
    <div className="stack stack--5">
      {steps}
      {summary}
      <form className="stack stack--5" method={method ?? 'post'} action={action} data-autosave={autosave ? '' : undefined} noValidate encType={multipart ? 'multipart/form-data' : undefined}>
        {hidden}
        {children}
        <div className="actionbar">
          <Button arrow>{submit}</Button>
          {back ? (
            <LinkButton look="quiet" href={back.href}>
              {back.label}
            </LinkButton>
          ) : null}
          {later ? (
            <LinkButton look="quiet" href={later.href}>
              {later.label}
            </LinkButton>
          ) : null}
        </div>
        {help ? <div className="measure">{help}</div> : null}
      </form>
      {below}
    </div>
  );
  if (!aside) return <div className="wrap wrap--flow">{question}</div>;
  return (
    <div className="wrap wrap--flow cols cols--8-4">
      {question}
      <aside className="stack stack--4 sticky" aria-label={asideLabel}>
        {aside}
      </aside>
    </div>
  );
}

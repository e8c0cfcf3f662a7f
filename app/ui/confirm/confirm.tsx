import type { ReactNode } from 'react';
import { Button, LinkButton } from '../button/button.tsx';

/** A page that asks before something that cannot be undone. It is a page of its own, so it works everywhere. `fields` are the form's hidden fields. */
export function ConfirmPage({ title, consequences, fields, confirm, cancel, action }: { title: ReactNode; consequences: ReactNode; fields?: ReactNode; confirm: ReactNode; cancel: { href: string; label: ReactNode }; action?: string }) {
  return (
    <div className="wrap wrap--flow stack stack--5">
      <h1>{title}</h1>
      <div className="measure stack stack--3">{consequences}</div>
      <form className="stack stack--4" method="post" action={action}>
        {fields}
        <div className="actionbar">
          <Button>{confirm}</Button>
          <LinkButton look="secondary" href={cancel.href}>
            {cancel.label}
          </LinkButton>
        </div>
      </form>
    </div>
  );
}

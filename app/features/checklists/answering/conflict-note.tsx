import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useFormat, useText } from '#app/content/use-text.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { useFirstFocus } from '#app/ui/callout/use-first-focus.ts';
import type { Conflict } from './requirement-view.ts';

/** What somebody else has stored since the page was made; `children` is the way to leave it so. */
export function ConflictNote({ conflict, explanation, children }: { conflict: Conflict; explanation: string; children: ReactNode }) {
  const t = useText('checklists');
  const format = useFormat();
  const { answer } = conflict;
  const note = useRef<HTMLDivElement>(null);
  useFirstFocus(note);
  return (
    // eslint-disable-next-line jsx-a11y/no-autofocus -- after a refusal the page begins at what is wrong
    <div ref={note} role="alert" tabIndex={-1} autoFocus>
      <Callout tone="warn" title={t(answer === null ? 'conflict.titleTyped' : 'conflict.title')}>
        <p>
          {answer === null ? (conflict.by ? t('conflict.typed', { name: conflict.by, moment: format.dateTime(conflict.at) }) : t('conflict.typedSince')) : conflict.by ? t('conflict.text', { name: conflict.by, moment: format.dateTime(conflict.at), answer }) : t('conflict.textSince', { answer })}
        </p>
        {conflict.parts.length > 0 ? <p>{t('conflict.parts', { parts: format.list(conflict.parts) })}</p> : null}
        {conflict.note ? <p>{t('conflict.note', { note: conflict.note })}</p> : null}
        <p>{explanation}</p>
        <div>{children}</div>
      </Callout>
    </div>
  );
}

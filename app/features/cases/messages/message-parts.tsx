import { useFormat, useText } from '#app/content/use-text.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { TextArea } from '#app/ui/field/field.tsx';
import { ReaderNote } from '#app/ui/field/reader-note.tsx';
import { fieldProps } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { MessageThread } from '#app/ui/message-thread/message-thread.tsx';
import type { CaseSide } from '../case-links.ts';
import { HiddenFields } from '../form-parts.tsx';
import type { MessageView } from '../view.ts';

/** Messages between both sides, newest first. */
export function Messages({ messages }: { messages: readonly MessageView[] }) {
  const t = useText('cases');
  const format = useFormat();
  if (messages.length === 0) return <EmptyState title={t('messages.none')} />;
  return (
    <MessageThread
      label={t('messages.title')}
      messages={messages.map((one) => ({ key: one.id, author: one.author, from: one.own ? t('messages.you') : one.organisation, dateTime: one.at, time: format.dayTime(one.at), own: one.own, body: one.text }))}
    />
  );
}

type FormProps = { side: CaseSide; formToken: string; idempotencyKey: string; form: FormState; action?: string; rows?: number; label?: string };

export function MessageForm({ side, formToken, idempotencyKey, form, action, rows, label }: FormProps) {
  const t = useText('cases');
  return (
    <form className="stack stack--3" method="post" action={action}>
      <HiddenFields formToken={formToken} idempotencyKey={idempotencyKey} />
      <TextArea {...fieldProps(form, 'text')} label={label ?? t('messages.field')} rows={rows ?? 3} />
      <ReaderNote sealed>{side === 'company' ? t('messages.sealed') : t('messages.sealedProvider')}</ReaderNote>
      <p>
        <Button look="secondary">{t('messages.send')}</Button>
      </p>
    </form>
  );
}

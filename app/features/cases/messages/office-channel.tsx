import { useFormat, useText } from '#app/content/use-text.tsx';
import { Badge } from '#app/ui/badge/badge.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { TextArea } from '#app/ui/field/field.tsx';
import type { FormState } from '#app/ui/form/form-state.ts';
import { MessageThread } from '#app/ui/message-thread/message-thread.tsx';
import { Panel } from '#app/ui/panel/panel.tsx';
import { HiddenFields } from '../form-parts.tsx';
import type { OfficeNoteView } from '../view.ts';

/** The one place where the office reads along; it says so before anything is written. */
export function OfficeChannel({ notes, formToken, idempotencyKey, form }: { notes: readonly OfficeNoteView[]; formToken: string; idempotencyKey: string; form: FormState }) {
  const t = useText('cases');
  const format = useFormat();
  return (
    <Panel id="office-channel" title={t('office.title')}>
      <p>
        <Badge tone="light" icon="eye">{t('office.readsAlong')}</Badge>
      </p>
      <p className="muted t-2">{t('office.lead')}</p>
      {notes.length > 0 ? (
        <MessageThread label={t('office.title')} messages={notes.map((one) => ({ key: one.id, author: one.author, from: one.own ? t('messages.you') : one.organisation, dateTime: one.at, time: format.dayTime(one.at), own: one.own, body: one.text }))} />
      ) : null}
      <form className="stack stack--3" method="post">
        <HiddenFields formToken={formToken} intent="office" idempotencyKey={idempotencyKey} />
        <TextArea id="f-office" name="text" label={t('office.field')} rows={2} defaultValue={form.values.intent === 'office' ? String(form.values.text ?? '') : ''} error={form.values.intent === 'office' ? form.errors.text?.[0] : undefined} />
        <p>
          <Button look="secondary" small>
            {t('office.send')}
          </Button>
        </p>
      </form>
    </Panel>
  );
}

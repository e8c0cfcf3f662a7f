import { useFormat, useText } from '#app/content/use-text.tsx';
import { reminderMonths } from '#app/domain/checklist/reminder.ts';
import { Button } from '#app/ui/button/button.tsx';
import { Segment } from '#app/ui/choices/choices.tsx';
import { Panel } from '#app/ui/panel/panel.tsx';
import type { ResultView } from '../results/result-view.ts';

/** What comes after a result: running the checklist again, and when to be reminded of it. */
export function AgainPanel({ view, form }: { view: ResultView; form: { readonly formToken: string; readonly idempotencyKey: string; readonly mayStart: boolean } }) {
  const t = useText('results');
  const format = useFormat();
  const { reminder, confirmedBy } = view;
  const state = reminder === null ? t('again.reminderOff') : reminder.given ? t('again.reminderDone', { date: format.dateLong(reminder.given) }) : t('again.reminderOn', { date: format.dateLong(reminder.at) });
  return (
    <Panel id="neu" title={t('again.title')} gap={4}>
      {confirmedBy ? <p>{t('again.statement', confirmedBy)}</p> : null}
      {form.mayStart ? (
        <form method="post" className="stack stack--3 no-print">
          <Hidden form={form} does="again" />
          <p className="measure">{t('again.startText')}</p>
          <div>
            <Button arrow>{t('again.start')}</Button>
          </div>
        </form>
      ) : (
        <p className="measure">{t('again.gone')}</p>
      )}
      <form method="post" className="stack stack--3 no-print">
        <Hidden form={form} does="remind" />
        <Segment
          id="months"
          name="months"
          legend={t('again.reminder')}
          hint={state}
          options={[...reminderMonths.map((months) => ({ value: String(months), label: t('again.months', { months }) })), { value: 'never', label: t('again.never') }]}
          chosen={[view.reminderMonths]}
        />
        <div>
          <Button look="secondary">{t('again.reminderSave')}</Button>
        </div>
      </form>
    </Panel>
  );
}

function Hidden({ form, does }: { form: { readonly formToken: string; readonly idempotencyKey: string }; does: 'again' | 'remind' }) {
  return (
    <>
      <input type="hidden" name="formToken" value={form.formToken} />
      <input type="hidden" name="idempotencyKey" value={form.idempotencyKey} />
      <input type="hidden" name="do" value={does} />
    </>
  );
}

import { useText } from '#app/content/use-text.tsx';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Segment } from '#app/ui/choices/choices.tsx';
import { SelectField, TextArea, TextField } from '#app/ui/field/field.tsx';
import { choiceProps, fieldProps } from '#app/ui/form/form-state.ts';
import { ActionBar } from '#app/ui/layout/layout.tsx';
import { maximumLength, outsideValue } from './form.ts';
import type { MeasureView } from './measure-view.ts';

/** Who, until when, how far. */
export function PlanForm({ view, formToken, closeHref }: { view: MeasureView; formToken: string; closeHref: string }) {
  const t = useText('measures');
  const optional = useText('common')('form.optional');
  const { form } = view;
  const owners = [
    { group: t('one.members'), options: view.members },
    { group: t('one.ownerOutside'), options: [{ value: outsideValue, label: t('one.ownerOutside') }] },
  ];
  return (
    <form className="stack stack--5" method="post" noValidate>
      <input type="hidden" name="formToken" value={formToken} />
      <input type="hidden" name="intent" value="plan" />
      <input type="hidden" name="revision" value={view.revision} />
      <Segment {...choiceProps(form, 'state')} legend={t('one.state')} options={view.states} />
      <div className="measure stack stack--4">
        <div className="when-deferred">
          <TextArea {...fieldProps(form, 'deferredBecause')} label={t('one.deferredBecause')} hint={t('one.deferredHint')} rows={2} maxLength={maximumLength.deferredBecause} />
        </div>
        <SelectField {...fieldProps(form, 'owner')} label={t('one.owner')} empty={t('one.ownerNobody')} options={owners} optional={optional} />
        <div className="when-outside">
          <TextField {...fieldProps(form, 'outside')} label={t('one.outside')} hint={t('one.outsideHint')} maxLength={maximumLength.outside} autoComplete="off" />
        </div>
        <TextField {...fieldProps(form, 'dueOn')} type="date" label={t('one.dueOn')} width="short" optional={optional} />
        <TextField {...fieldProps(form, 'hours')} label={t('one.hours')} hint={t('one.hoursHint')} inputMode="decimal" width="short" optional={optional} />
        <TextArea {...fieldProps(form, 'note')} label={t('one.note')} hint={t('one.noteHint')} rows={3} maxLength={maximumLength.note} optional={optional} />
      </div>
      <ActionBar>
        <Button>{t('one.save')}</Button>
        <LinkButton look="secondary" href={closeHref}>
          {t('one.close')}
        </LinkButton>
      </ActionBar>
    </form>
  );
}

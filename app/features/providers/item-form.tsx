import { useLabels, useText } from '#app/content/use-text.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { SelectField, TextArea, TextField } from '#app/ui/field/field.tsx';
import type { FormState } from '#app/ui/form/form-state.ts';
import { personRows } from './form.ts';
import type { ItemInReview, RequestedCapability } from './vetting-content.ts';

const qualifications = ['first_responder', 'practitioner', 'expert', 'expert_equal'] as const;
const withEnd = ['V2', 'V8'];

/** What a provider hands in for one proof. `form`: what was typed and refused, for this item only. */
export function ItemForm({ item, requested, form, formToken }: { item: ItemInReview; requested: readonly RequestedCapability[]; form: FormState | null; formToken: string }) {
  const t = useText('providers');
  const tc = useText('common');
  const labels = useLabels();
  const optional = tc('form.optional');
  const { content } = item;
  const typed = (name: string, before: string) => (form === null ? before : String(form.values[name] ?? ''));
  const error = (name: string) => form?.errors[name]?.[0];
  const id = (name: string) => (form === null ? `f-${item.code}-${name}` : `f-${name}`);
  return (
    <form method="post" className="stack stack--3">
      <input type="hidden" name="formToken" value={formToken} />
      <input type="hidden" name="intent" value="item" />
      <input type="hidden" name="code" value={item.code} />
      <TextArea id={id('text')} name="text" label={t('vetting.text')} defaultValue={typed('text', content.text)} error={error('text')} />
      <TextField id={id('reference')} name="reference" label={t('vetting.reference')} defaultValue={typed('reference', content.reference)} optional={optional} />
      <TextField id={id('endsOn')} name="endsOn" type="date" width="short" label={t('vetting.endsOn')} defaultValue={typed('endsOn', content.endsOn ?? '')} error={error('endsOn')} optional={withEnd.includes(item.code) ? undefined : optional} />
      {item.code === 'V7'
        ? personRows.map((row) => {
            const person = content.persons[row - 1];
            return (
              <fieldset key={row} className="stack stack--2">
                <legend className="field__label">
                  {t('vetting.person')} {row}
                </legend>
                <TextField id={row === 1 ? id('persons') : id(`name-${row}`)} name={`name-${row}`} small label={t('vetting.person')} defaultValue={typed(`name-${row}`, person?.name ?? '')} error={row === 1 ? error('persons') : undefined} optional={row === 1 ? undefined : optional} />
                <SelectField id={id(`kind-${row}`)} name={`kind-${row}`} label={t('vetting.qualification')} empty={tc('action.select')} defaultValue={typed(`kind-${row}`, person?.kind ?? '')} optional={row === 1 ? undefined : optional} options={qualifications.map((value) => ({ value, label: t(`qualifications.${value}`) }))} />
                <TextField id={id(`number-${row}`)} name={`number-${row}`} label={t('vetting.number')} defaultValue={typed(`number-${row}`, person?.number ?? '')} optional={optional} />
                <TextField id={id(`until-${row}`)} name={`until-${row}`} type="date" width="short" label={t('vetting.endsOn')} defaultValue={typed(`until-${row}`, person?.validUntil ?? '')} optional={optional} />
              </fieldset>
            );
          })
        : null}
      {item.code === 'V6'
        ? requested.map(({ capability }) => {
            const proof = content.capabilities.find((one) => one.capability === capability);
            const kind = labels.incidentKinds[capability];
            return (
              <div key={capability} className="stack stack--2">
                <TextField id={id(`cases-${capability}`)} name={`cases-${capability}`} type="number" inputMode="numeric" min={0} max={99} width="short" label={t('vetting.cases', { kind })} defaultValue={typed(`cases-${capability}`, String(proof?.confirmedCases ?? 0))} optional={optional} />
                <TextField id={id(`certificate-${capability}`)} name={`certificate-${capability}`} type="date" width="short" label={t('vetting.certificate', { kind })} defaultValue={typed(`certificate-${capability}`, proof?.certificateUntil ?? '')} optional={optional} />
              </div>
            );
          })
        : null}
      <div>
        <Button look="secondary">{t('vetting.saveItem')}</Button>
      </div>
    </form>
  );
}

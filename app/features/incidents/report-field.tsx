import type { ReactNode } from 'react';
import { useLabels, useText } from '#app/content/use-text.tsx';
import { Checkbox, CheckboxList, RadioCards, Segment } from '#app/ui/choices/choices.tsx';
import { DateTimeField } from '#app/ui/field/date-time-field.tsx';
import { SelectField, TextArea, TextField } from '#app/ui/field/field.tsx';
import { ReaderNote } from '#app/ui/field/reader-note.tsx';
import { choiceProps, fieldProps } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Stack } from '#app/ui/layout/layout.tsx';
import type { FieldView } from './step-view.ts';

type Props = { field: FieldView; form: FormState; today: string };
type Noted = { /** The page says once what all its answers are for. */ noted?: false };

/** One question of a report, with the class of its answer below it. */
export function ReportField({ noted, ...props }: Props & Noted) {
  const labels = useLabels();
  const { fieldClass } = props.field;
  return (
    <Stack gap={2}>
      <Control {...props} />
      {noted === false ? null : <ReaderNote sealed={fieldClass === 'sealed'}>{labels.fieldClasses[fieldClass]}</ReaderNote>}
    </Stack>
  );
}

function Control({ field, form, today }: Props): ReactNode {
  const fields = useText('triage');
  const t = useText('incidents');
  const common = useText('common');
  const label = fields(`fields.${field.id}`);
  const optional = field.required ? undefined : common('form.optional');
  const options = field.options;
  switch (field.control) {
    case 'cards':
    case 'decision':
      return <RadioCards {...choiceProps(form, field.id)} legend={label} legendHidden={field.id === 'kind'} optional={optional} options={options} />;
    case 'segment':
      return <Segment {...choiceProps(form, field.id)} legend={label} options={options} />;
    case 'list':
      if (options.length === 0) return <p className="muted">{label}: {t('form.none')}</p>;
      return (
        <div className="choices-columns">
          <CheckboxList {...choiceProps(form, field.id)} legend={label} optional={optional} options={options} />
        </div>
      );
    case 'select':
      return <SelectField {...fieldProps(form, field.id)} label={label} optional={optional} options={options} empty={common('action.select')} />;
    case 'area':
      return <TextArea {...fieldProps(form, field.id)} label={label} optional={optional} rows={field.id === 'description' ? 6 : 3} hint={field.id === 'systems' ? t('form.noPasswords') : undefined} />;
    case 'phone':
      return <TextField {...fieldProps(form, field.id)} label={label} optional={optional} type="tel" autoComplete="tel" inputMode="tel" />;
    case 'text':
      return <TextField {...fieldProps(form, field.id)} label={label} optional={optional} autoComplete={field.id === 'callbackName' ? 'name' : 'off'} hint={field.id === 'title' ? t('form.titleHint') : undefined} />;
    case 'tick':
      return <Checkbox id={fieldProps(form, field.id).id} name={field.id} label={label} checked={choiceProps(form, field.id).chosen.includes('yes')} plain />;
    case 'moment':
      return (
        <DateTimeField
          legend={label}
          optional={optional}
          date={{ ...fieldProps(form, `${field.id}Date`), label: t('form.date') }}
          time={{ ...fieldProps(form, `${field.id}Time`), label: t('form.time') }}
          max={today}
        />
      );
  }
}

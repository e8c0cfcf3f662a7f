import { intakeFields, readersOf } from './fields.ts';
import type { FieldReader, IntakeField } from './fields.ts';
import { incidentKinds } from './kinds.ts';

const readerText: Readonly<Record<FieldReader, string>> = {
  own_company: 'own company',
  office: 'office',
  offered_provider_coarsened: 'offered providers (coarsened, without name)',
  confirmed_provider: 'confirmed provider',
  released_provider: 'released provider',
};

const requiredText: Readonly<Record<IntakeField['required'], string>> = { alarm: 'for the alarm', send: 'to send', no: 'no' };

/** The table of intake fields as the Markdown of `docs/intake-fields.md`. */
export function intakeFieldsMarkdown(): string {
  const fields: readonly IntakeField[] = intakeFields;
  const rows = fields.map((one) =>
    [`\`${one.id}\``, one.step, `**${one.class}**`, requiredText[one.required], kindsText(one), readersOf(one.class).map((reader) => readerText[reader]).join(', '), one.about].join(' | '),
  );
  return [
    '# Intake fields and who reads them',
    '',
    'Generated from `app/domain/triage/fields.ts`; a test compares. `sealed` answers are stored encrypted for the company and the',
    'provider it releases; `triage_fact` answers are coded and steer severity and routing; `account_data` is encrypted under a server key.',
    'Answers to triage facts reach offered providers only as far as the anonymised brief uses them.',
    '',
    '| Field | Question | Class | Required | Asked for | Read by | What is asked |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n');
}

function kindsText(field: IntakeField): string {
  if (field.askedFor === 'every_kind') return 'every kind';
  const missing = incidentKinds.filter((kind) => !field.askedFor.includes(kind));
  if (missing.length === 1) return `all but ${missing[0]}`;
  return field.askedFor.length > missing.length ? `all but ${missing.join(', ')}` : field.askedFor.join(', ');
}

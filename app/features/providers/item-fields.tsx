import { useLabels, useText } from '#app/content/use-text.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { SelectField, TextField } from '#app/ui/field/field.tsx';
import { personRows, qualifications } from './person-rows.ts';
import type { ItemContent, RequestedCapability } from './vetting-content.ts';

/** How the fields of one proof find what was typed before. `before`: what is stored. */
export type ItemFields = { readonly id: (name: string) => string; readonly typed: (name: string, before: string) => string; readonly error: (name: string) => string | undefined };

/** V7: persons with their qualification. */
export function PersonFields({ content, fields: { id, typed, error } }: { content: ItemContent; fields: ItemFields }) {
  const t = useText('providers');
  const tc = useText('common');
  const optional = tc('form.optional');
  const filled = personRows.filter((row) => typed(`name-${row}`, content.persons[row - 1]?.name ?? '') !== '').length;
  const shownRows = Math.max(1, filled);
  return (
    <>
      {personRows.filter((row) => row <= shownRows).map((row) => personRow(row))}
      {shownRows < personRows.length ? (
        <Disclosure summary={t('vetting.morePersons')} open={personRows.some((row) => row > shownRows && [`name-${row}`, `kind-${row}`].some((name) => error(name) !== undefined))}>
          {personRows.filter((row) => row > shownRows).map((row) => personRow(row))}
        </Disclosure>
      ) : null}
      <TextField id={id('certifiedUntil')} name="certifiedUntil" type="date" width="short" label={t('vetting.certifiedUntil')} hint={t('vetting.certifiedHint')} defaultValue={typed('certifiedUntil', content.certifiedProviderUntil ?? '')} error={error('certifiedUntil')} optional={optional} />
    </>
  );

  function personRow(row: (typeof personRows)[number]) {
    const person = content.persons[row - 1];
    const needed = row === 1 ? undefined : optional;
    return (
      <fieldset key={row} className="stack stack--2">
        <legend className="field__label">
          {t('vetting.person')} {row}
        </legend>
        <TextField id={id(`name-${row}`)} name={`name-${row}`} label={t('vetting.personName')} defaultValue={typed(`name-${row}`, person?.name ?? '')} error={error(`name-${row}`)} optional={needed} />
        <SelectField id={id(`kind-${row}`)} name={`kind-${row}`} label={t('vetting.qualification')} empty={tc('action.select')} defaultValue={typed(`kind-${row}`, person?.kind ?? '')} error={error(`kind-${row}`)} optional={needed} options={qualifications.map((value) => ({ value, label: t(`qualifications.${value}`) }))} />
        <TextField id={id(`number-${row}`)} name={`number-${row}`} label={t('vetting.number')} defaultValue={typed(`number-${row}`, person?.number ?? '')} optional={optional} />
        <TextField id={id(`until-${row}`)} name={`until-${row}`} type="date" width="short" label={t('vetting.endsOn')} defaultValue={typed(`until-${row}`, person?.validUntil ?? '')} error={error(`until-${row}`)} optional={optional} />
      </fieldset>
    );
  }
}

/** V6: what speaks for each capability that is applied for. */
export function CapabilityFields({ content, requested, fields: { id, typed, error } }: { content: ItemContent; requested: readonly RequestedCapability[]; fields: ItemFields }) {
  const t = useText('providers');
  const labels = useLabels();
  const optional = useText('common')('form.optional');
  return (
    <>
      {requested.map(({ capability }) => {
        const proof = content.capabilities.find((one) => one.capability === capability);
        const kind = labels.incidentKinds[capability];
        const [cases, certificate] = [`cases-${capability}`, `certificate-${capability}`];
        return (
          <div key={capability} className="stack stack--2">
            <TextField id={id(cases)} name={cases} type="number" inputMode="numeric" min={0} max={99} width="short" label={t('vetting.cases', { kind })} defaultValue={typed(cases, String(proof?.confirmedCases ?? 0))} error={error(cases)} optional={optional} />
            <TextField id={id(certificate)} name={certificate} type="date" width="short" label={t('vetting.certificate', { kind })} defaultValue={typed(certificate, proof?.certificateUntil ?? '')} error={error(certificate)} optional={optional} />
          </div>
        );
      })}
    </>
  );
}

import { useText } from '#app/content/use-text.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { carryingFields, wordsIn } from './carried-fields.ts';
import type { CarriedForm } from './carried-fields.ts';

/** Carries the form on in the form of a step. */
export function CarriedFields({ form }: { form: CarriedForm | null }) {
  return form ? <HiddenFields fields={carryingFields(form)} /> : null;
}

export function HiddenFields({ fields }: { fields: readonly (readonly [string, string])[] }) {
  return (
    <>
      {fields.map(([name, value], index) => (
        <input key={`${name}-${index}`} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** Says that nothing is lost. */
export function CarriedNote({ text }: { text: string }) {
  const t = useText('accounts');
  return (
    <Callout tone="info" icon="tick" title={t('carried.title')}>
      <p>{text}</p>
    </Callout>
  );
}

/** Says that a form has not arrived, where nothing of it could be kept. */
export function LostNote() {
  const t = useText('accounts');
  return (
    <Callout tone="warn" title={t('carried.lostTitle')}>
      <p>{t('carried.lost')}</p>
    </Callout>
  );
}

/** What was typed, to be seen and copied. */
export function CarriedWords({ form, open }: { form: CarriedForm | null; open?: boolean }) {
  const t = useText('accounts');
  const words = form ? wordsIn(form) : [];
  if (words.length === 0) return null;
  return (
    <Disclosure summary={t('carried.words')} open={open}>
      {words.map((text, index) => (
        <p key={index} className="keep-lines">{text}</p>
      ))}
    </Disclosure>
  );
}

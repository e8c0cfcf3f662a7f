import type { ReactNode } from 'react';
import { useText } from '#app/content/use-text.tsx';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { RadioCards } from '#app/ui/choices/choices.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { SelectField } from '#app/ui/field/field.tsx';
import { choiceProps, fieldProps, summaryOf } from '#app/ui/form/form-state.ts';
import { Lamp } from '#app/ui/lamp/lamp.tsx';
import { Section } from '#app/ui/panel/panel.tsx';
import { chooseFields } from './choose-fields.ts';
import type { ChooseView, ChosenView } from './choose-view.ts';
import type { OfferView } from '../runs/run-view.ts';

type Props = { view: ChooseView; start: (offer: OfferView) => ReactNode };

/** Three questions that lead to one checklist, and why it is that one. A plain GET form: the answers stand in the address. */
export function ChooseChecklist({ view, start }: Props) {
  const t = useText('checklists');
  const { chosen } = view;
  if (chosen === null) {
    return (
      <Section id="choose" title={t('choose.title')}>
        <ThreeQuestions view={view} />
      </Section>
    );
  }
  return (
    <div className="stack stack--4" id="vorschlag">
      <Chosen chosen={chosen} start={start} />
      <Disclosure summary={t('choose.again')}>
        <ThreeQuestions view={view} />
      </Disclosure>
    </div>
  );
}

function ThreeQuestions({ view }: { view: ChooseView }) {
  const t = useText('checklists');
  const common = useText('common');
  const { form } = view;
  const errors = summaryOf(form, chooseFields);
  return (
    <form method="get" action={`${view.path}#vorschlag`} className="stack stack--5" noValidate>
      <p className="muted measure">{t('choose.lead')}</p>
      <ErrorSummary title={common('form.errors', { count: errors.length })} errors={errors} />
      <fieldset className="stack stack--2">
        <legend className="field__label">{t('choose.who')}</legend>
        <div className="pair measure">
          <SelectField {...fieldProps(form, 'groesse')} label={t('quick.size')} empty={t('quick.choose')} options={view.sizes} />
          <SelectField {...fieldProps(form, 'art')} label={t('quick.kind')} empty={t('quick.choose')} options={view.kinds} />
        </div>
      </fieldset>
      <div className="choices-columns">
        <RadioCards {...choiceProps(form, 'anlass')} legend={t('choose.concern')} options={view.concerns} />
      </div>
      <RadioCards {...choiceProps(form, 'zeit')} legend={t('choose.pace')} options={view.paces} />
      <p>
        <Button arrow>{t('choose.submit')}</Button>
      </p>
    </form>
  );
}

function Chosen({ chosen, start }: { chosen: ChosenView; start: Props['start'] }) {
  const t = useText('checklists');
  const { offer, afterwards } = chosen;
  return (
    <Lamp id="chosen" eyebrow={t('choose.eyebrow')} title={offer ? t('choose.yours', { title: offer.title }) : t('choose.law')} light="left">
      <p className="measure">{offer?.summary ?? t('decision.offerText')}</p>
      {offer ? <p className="muted">{t('browse.glance', { minutes: offer.minutes, count: offer.questions })}</p> : null}
      <h3 className="t-3">{t('choose.because')}</h3>
      <ul className="list">
        {chosen.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <div className="row row--tight">
        {offer ? (
          start(offer)
        ) : (
          <LinkButton href={chosen.law} arrow>
            {t('choose.lawStart')}
          </LinkButton>
        )}
      </div>
      {afterwards ? (
        <p>
          <a href={`#offer-${afterwards.id}`}>{t('choose.afterwards', { title: afterwards.title })}</a>
        </p>
      ) : null}
    </Lamp>
  );
}

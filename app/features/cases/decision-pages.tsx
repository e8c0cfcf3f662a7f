import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { causes, closingOutcomes, effortClasses } from '#app/domain/case/closing-report.ts';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { Checkbox, CheckboxList, RadioCards } from '#app/ui/choices/choices.tsx';
import { Facts } from '#app/ui/facts/facts.tsx';
import { SelectField, TextArea } from '#app/ui/field/field.tsx';
import { ReaderNote } from '#app/ui/field/reader-note.tsx';
import { choiceProps, fieldProps } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { ActionBar, Cols, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Panel } from '#app/ui/panel/panel.tsx';
import { FormErrors, HiddenFields } from './form-parts.tsx';
import { ClosingReportText } from './closing/report-parts.tsx';
import type { ClosureView, ReleaseView } from './view.ts';

type Common = { formToken: string; form: FormState; caseHref: string };

/** Who will read, since when approved, with which key: then consent, then the second factor. */
export function ReleasePage({ view, formToken, form, caseHref, stepUpHref }: Common & { view: ReleaseView; stepUpHref: string }) {
  const t = useText('cases');
  const format = useFormat();
  const { provider } = view;
  return (
    <Wrap flow className="stack stack--5">
      <FormErrors form={form} />
      <PageHeader back={{ href: caseHref, label: t('nav.toCase') }} title={t('release.title')} lead={t('release.lead')} />
      <Facts
        facts={[
          { key: 'name', term: t('release.provider'), value: <strong>{provider.name}, {provider.town}</strong> },
          ...(provider.approvedSince === null ? [] : [{ key: 'since', term: t('release.approvedSince'), value: format.date(provider.approvedSince) }]),
          ...(provider.approvedUntil === null ? [] : [{ key: 'until', term: t('release.approvedUntil'), value: format.date(provider.approvedUntil) }]),
          { key: 'key', term: t('release.fingerprint'), value: <><code>{provider.fingerprint}</code><br /><span className="muted t-2">{t('release.fingerprintHint')}</span></> },
        ]}
      />
      {view.alreadyReleased ? (
        <Callout tone="ok"><p>{t('release.already', { provider: provider.name })}</p></Callout>
      ) : view.steppedUp ? (
        <form className="stack stack--4" method="post">
          <HiddenFields formToken={formToken} />
          <input type="hidden" name="providerId" value={provider.id} />
          <input type="hidden" name="fingerprint" value={provider.fingerprint} />
          <Checkbox id="f-consent" name="consent" label={t('release.consent', { provider: provider.name })} hint={t('release.consentHint')} error={form.errors.consent?.[0]} />
          <ActionBar>
            <Button>{t('release.confirm')}</Button>
            <LinkButton look="quiet" href={caseHref}>{t('nav.toCase')}</LinkButton>
          </ActionBar>
        </form>
      ) : (
        <Stack gap={4}>
          <p className="measure">{t('release.secondFactor')}</p>
          <ActionBar>
            <LinkButton href={stepUpHref} arrow>{t('release.toSecondFactor')}</LinkButton>
            <LinkButton look="quiet" href={caseHref}>{t('nav.toCase')}</LinkButton>
          </ActionBar>
        </Stack>
      )}
    </Wrap>
  );
}

/** The provider's report, and the company's word on it. */
export function ClosurePage({ view, formToken, form, caseHref }: Common & { view: ClosureView }) {
  const t = useText('cases');
  return (
    <Wrap flow className="stack stack--5">
      <FormErrors form={form} />
      <PageHeader back={{ href: caseHref, label: t('nav.toCase') }} title={t('closure.title')} />
      <ClosingReportText report={view.report} level={2} />
      {view.mayDecide ? (
        <Cols split="6-6" fill>
          <Panel id="confirm" title={t('closure.confirmTitle')}>
            <p className="measure">{t('closure.confirmText')}</p>
            <form method="post">
              <HiddenFields formToken={formToken} intent="confirm" />
              <Button>{t('closure.confirm')}</Button>
            </form>
          </Panel>
          <Panel id="object" title={t('closure.objectTitle')}>
            <form className="stack stack--4" method="post">
              <HiddenFields formToken={formToken} intent="object" />
              <TextArea {...fieldProps(form, 'text')} label={t('closure.objectField')} rows={4} />
              <ReaderNote sealed>{t('messages.sealed')}</ReaderNote>
              <p><Button look="secondary">{t('closure.object')}</Button></p>
            </form>
          </Panel>
        </Cols>
      ) : null}
    </Wrap>
  );
}

/** The closing report of the provider. */
export function ClosingReportForm({ formToken, form }: { formToken: string; form: FormState }) {
  const t = useText('cases');
  const common = useText('common');
  const labels = useLabels();
  return (
    <form className="stack stack--5 measure" method="post">
      <HiddenFields formToken={formToken} />
      <RadioCards {...choiceProps(form, 'outcome')} legend={t('closingForm.outcome')} options={closingOutcomes.map((value) => ({ value, label: labels.closingOutcomes[value] }))} />
      <SelectField {...fieldProps(form, 'effort')} label={t('closingForm.effort')} empty={common('action.select')} options={effortClasses.map((value) => ({ value, label: labels.effortClasses[value] }))} width="short" />
      <div className="choices-columns">
        <CheckboxList {...choiceProps(form, 'causes')} legend={t('closingForm.causes')} options={causes.map((value) => ({ value, label: labels.causes[value] }))} />
      </div>
      <TextArea {...fieldProps(form, 'causeText')} label={t('closingForm.causeText')} optional={common('form.optional')} rows={2} />
      <TextArea {...fieldProps(form, 'measuresTaken')} label={t('closingForm.measuresTaken')} rows={5} />
      <TextArea {...fieldProps(form, 'recommendations')} label={t('closingForm.recommendations')} rows={4} />
      <TextArea {...fieldProps(form, 'openPoints')} label={t('closingForm.openPoints')} optional={common('form.optional')} rows={3} />
      <ReaderNote sealed>{t('closingForm.lead')}</ReaderNote>
      <p><Button>{t('closingForm.handIn')}</Button></p>
    </form>
  );
}

import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { incidentKinds } from '#app/domain/triage/kinds.ts';
import { tieKinds } from '#app/domain/vetting/conflicts.ts';
import { Button } from '#app/ui/button/button.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { CheckboxList, RadioCards } from '#app/ui/choices/choices.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { SelectField } from '#app/ui/field/field.tsx';
import { choiceProps, fieldProps, summaryOf } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Cols, Row, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Section } from '#app/ui/panel/panel.tsx';
import type { OwnTies } from './read-ties.server.ts';

type Props = { view: OwnTies; form: FormState; formToken: string; done: boolean; hrefs: { providers: string } };

/** What a person of the office is tied to, and the form to say so. */
export function TiesPage({ view, form, formToken, done, hrefs }: Props) {
  const t = useText('providers');
  const tc = useText('common');
  const labels = useLabels();
  const errors = summaryOf(form, ['kind', 'provider']);
  return (
    <Wrap>
      <Stack gap={5}>
        <PageHeader back={{ href: hrefs.providers, label: t('review.back') }} title={t('ties.own')} lead={t('ties.lead')} />
        <ErrorSummary title={tc('form.errors', { count: errors.length })} errors={errors} />
        {done ? <Flash>{t('review.saved')}</Flash> : null}
        <Cols split="8-4">
          <Section id="angeben" title={t('ties.declareTitle')} gap={4}>
            <form method="post" className="stack stack--5">
              <input type="hidden" name="formToken" value={formToken} />
              <RadioCards {...choiceProps(form, 'kind')} legend={t('ties.kind')} options={tieKinds.map((value) => ({ value, label: t(`ties.kinds.${value}`), hint: t(`ties.hints.${value}`) }))} />
              <SelectField {...fieldProps(form, 'provider')} label={t('ties.provider')} empty={t('ties.notHere')} optional={null} options={view.providers.map(({ id, name }) => ({ value: id, label: name }))} />
              <Disclosure summary={t('ties.elsewhere')} open={form.errors.provider !== undefined}>
                <p className="muted">{t('ties.elsewhereLead')}</p>
                <CheckboxList {...choiceProps(form, 'capabilities')} legend={t('ties.capabilities')} optional={tc('form.optional')} options={incidentKinds.filter((kind) => kind !== 'unsure').map((value) => ({ value, label: labels.incidentKinds[value] }))} />
              </Disclosure>
              <div>
                <Button name="intent" value="declare">
                  {t('ties.declare')}
                </Button>
              </div>
            </form>
          </Section>
          <Section id="angegeben" title={t('ties.present')} gap={3}>
            <TieList view={view} formToken={formToken} />
          </Section>
        </Cols>
      </Stack>
    </Wrap>
  );
}

function TieList({ view, formToken }: Pick<Props, 'view' | 'formToken'>) {
  const t = useText('providers');
  const labels = useLabels();
  const format = useFormat();
  if (view.ties.length === 0) return <EmptyState title={t('ties.none')} />;
  const kindsOf = (capabilities: readonly string[]) => capabilities.map((one) => (labels.incidentKinds as Readonly<Record<string, string>>)[one] ?? one).join(', ');
  return (
    <ul className="rows">
      {view.ties.map((tie) => (
        <li key={tie.id}>
          <Stack gap={2}>
            <p>
              <strong>{tie.provider ?? t('ties.ownElsewhere', { capabilities: kindsOf(tie.capabilities) })}</strong>
              <br />
              <span className="muted t-2">
                {t(`ties.kinds.${tie.kind}`)}, {tie.countsUntil === null ? t('ties.since', { date: format.date(tie.declaredAt) }) : t('ties.countsUntil', { date: format.date(tie.countsUntil) })}
              </span>
            </p>
            {tie.countsUntil === null ? (
              <form method="post">
                <input type="hidden" name="formToken" value={formToken} />
                <input type="hidden" name="tie" value={tie.id} />
                <Row tight>
                  <Button look="quiet" small name="intent" value="end">
                    {t('ties.end')}
                    <span className="vh">: {tie.provider ?? t('ties.kinds.own_firm')}</span>
                  </Button>
                </Row>
              </form>
            ) : null}
          </Stack>
        </li>
      ))}
    </ul>
  );
}

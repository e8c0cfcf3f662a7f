import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { Facts } from '#app/ui/facts/facts.tsx';
import { summaryOf } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Cols, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { StepLights } from '#app/ui/lights/step-lights.tsx';
import { Panel } from '#app/ui/panel/panel.tsx';
import { CapabilityList } from './capability-list.tsx';
import { ChannelTestPanel } from './channel-test-panel.tsx';
import { VettingBadge } from './office-list-page.tsx';
import { Decision } from './review-decision.tsx';
import { FourEyes } from './review-four-eyes.tsx';
import { ReviewItems } from './review-items.tsx';
import { SuspensionPanel } from './review-suspension.tsx';
import { TieNote } from './tie-note.tsx';
import type { ReviewView } from './review-view.server.ts';

type Props = { view: ReviewView; form: FormState; formToken: string; done: boolean; hrefs: { providers: string; stepUp: string; ties: string; document: (id: string) => string } };

const steps = ['submitted', 'in_review', 'more_needed', 'ready_for_decision'] as const;

/** One provider in review: the proofs with their verdicts, beside it who looks and who decides. */
export function ReviewPage({ view, form, formToken, done, hrefs }: Props) {
  const t = useText('providers');
  const format = useFormat();
  const { application } = view;
  const errors = summaryOf(form);
  const step = steps.find((one) => one === application?.state);
  return (
    <Wrap>
      <Stack gap={5}>
        <PageHeader
          back={{ href: hrefs.providers, label: t('review.back') }}
          kicker={view.standing ? <VettingBadge state={view.standing.state} /> : null}
          title={view.name}
          lead={application?.submittedAt ? t('review.applied', { date: format.dateLong(application.submittedAt) }) : t('review.noApplication')}
        />
        {step ? <StepLights step={steps.indexOf(step) + 1} steps={steps.length} title={t('review.step', { step: steps.indexOf(step) + 1, steps: steps.length })} detail={t(`review.steps.${step}`)} /> : null}
        <ErrorSummary title={useText('common')('form.errors', { count: errors.length })} errors={errors} />
        {done ? <Flash>{t('review.saved')}</Flash> : null}
        <TieNote view={view} ties={hrefs.ties} />
        {application?.givenBack ? (
          <Callout tone="warn" title={t('review.givenBack', { name: application.givenBack.by ?? '', date: format.date(application.givenBack.at) })}>
            <p>{application.givenBack.words}</p>
          </Callout>
        ) : null}
        {view.seesDocuments ? null : <Callout icon="lock"><p>{t('review.documentsHidden')}</p></Callout>}
        <Cols split="8-4">
          <Stack gap={6}>
            {application?.state === 'submitted' && view.isReviewer && !view.tie ? (
              <form method="post">
                <input type="hidden" name="formToken" value={formToken} />
                <Button name="intent" value="begin" id="f-begin" arrow>
                  {t('review.begin')}
                </Button>
              </form>
            ) : null}
            {application && view.seesDocuments ? <ReviewItems view={view} items={application.items} form={form} formToken={formToken} document={hrefs.document} /> : null}
            {application?.state === 'ready_for_decision' && view.isReviewer && !view.tie ? <Decision view={view} form={form} formToken={formToken} stepUp={hrefs.stepUp} /> : null}
          </Stack>
          <Stack gap={5} as="aside" label={t('review.fourEyes')}>
            {application ? <FourEyes view={view} formToken={formToken} /> : null}
            {application && application.requested.length > 0 ? (
              <Panel id="beantragt" title={t('review.requested')}>
                <CapabilityList approvals={application.requested} />
              </Panel>
            ) : null}
            <MasterData view={view} />
            {view.standing && view.isReviewer ? <ChannelTestPanel lastTest={view.channelTestOn} form={form} formToken={formToken} /> : null}
            {view.standing && view.maySuspend && !view.tie ? <SuspensionPanel view={view} form={form} formToken={formToken} stepUp={hrefs.stepUp} /> : null}
          </Stack>
        </Cols>
      </Stack>
    </Wrap>
  );
}

function MasterData({ view }: Pick<Props, 'view'>) {
  const t = useText('providers');
  const labels = useLabels();
  const format = useFormat();
  return (
    <Panel id="stammdaten" title={t('review.masterData')}>
      <Facts
        facts={[
          { key: 'town', term: t('review.town'), value: view.town },
          { key: 'size', term: t('review.size'), value: view.sizeClass ? (labels.sizeClasses as Readonly<Record<string, string>>)[view.sizeClass] : '–' },
          { key: 'area', term: t('review.area'), value: view.districts.map((id) => (labels.districts as Readonly<Record<string, string>>)[id] ?? id).join(', ') },
          { key: 'member', term: t('review.member'), value: view.isMember ? t('review.yes') : t('review.no') },
          ...(view.standing?.validUntil ? [{ key: 'until', term: t('office.until'), value: format.date(view.standing.validUntil) }] : []),
        ]}
      />
      {view.approvals.length > 0 ? (
        <>
          <h3 className="t-3">{t('office.approvals')}</h3>
          <CapabilityList approvals={view.approvals} />
        </>
      ) : null}
    </Panel>
  );
}

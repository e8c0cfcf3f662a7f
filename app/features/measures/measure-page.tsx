import { useText } from '#app/content/use-text.tsx';
import { Badge } from '#app/ui/badge/badge.tsx';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { summaryOf } from '#app/ui/form/form-state.ts';
import { Cols, Row, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Panel, Section } from '#app/ui/panel/panel.tsx';
import { DueBadge } from './board-page.tsx';
import { HowToText } from './how-to.tsx';
import type { MeasureView } from './measure-view.ts';
import { PlanForm } from './plan-form.tsx';

export type MeasureHrefs = { readonly board: string; readonly close: string; readonly remove: string; readonly self: string; readonly assessments: string };
type MeasureProps = { view: MeasureView; flash: string | null; formToken: string; idempotencyKey: string; hrefs: MeasureHrefs };

/** One measure: how far it is and who does it, how to go about it, and whom to ask. */
export function MeasurePage({ view, flash, formToken, idempotencyKey, hrefs }: MeasureProps) {
  const t = useText('measures');
  const common = useText('common');
  const errors = summaryOf(view.form, ['state', 'deferredBecause', 'owner', 'outside', 'dueOn', 'hours', 'note']);
  return (
    <Wrap>
      <Stack gap={6}>
        {flash ? <Flash>{flash}</Flash> : null}
        <ErrorSummary title={common('form.errors', { count: errors.length })} errors={errors} />
        <PageHeader
          title={view.title}
          back={{ href: hrefs.board, label: t('one.back') }}
          kicker={
            <>
              {view.state === 'done' ? null : <Badge tone={view.state === 'in_progress' ? 'info' : undefined}>{t(`states.${view.state}`)}</Badge>}
              <DueBadge state={view.state} due={view.due} />
            </>
          }
          lead={view.facts.join(' · ')}
        />
        {view.conflict ? <Conflict text={view.conflict} self={hrefs.self} /> : null}
        <Cols split="7-5">
          <Stack gap={5}>
            {view.done ? <Done view={view} formToken={formToken} assessments={hrefs.assessments} /> : null}
            {view.state === 'done' && !view.conflict ? null : (
              <Section id="planen" title={t('one.plan')} gap={4}>
                <PlanForm view={view} formToken={formToken} closeHref={hrefs.close} />
              </Section>
            )}
            <p className="muted t-2">{view.lastChange}</p>
            <p className="t-2 no-print">
              <a href={hrefs.remove}>{t('one.remove')}</a>
            </p>
          </Stack>
          <Stack gap={5}>
            <Panel id="wie" title={t('one.howTo')}>
              <HowToText howTo={view.howTo} />
              <p className="muted t-2">{view.source}</p>
            </Panel>
            <AdvicePanel view={view} formToken={formToken} idempotencyKey={idempotencyKey} />
          </Stack>
        </Cols>
      </Stack>
    </Wrap>
  );
}

function Conflict({ text, self }: { text: string; self: string }) {
  const t = useText('measures');
  return (
    <div role="alert" tabIndex={-1} id="conflict">
      <Callout tone="warn" title={t('conflict.title')}>
        <p>{text}</p>
        <p>{t('conflict.keep')}</p>
        <p>
          <a href={self}>{t('conflict.leave')}</a>
        </p>
      </Callout>
    </div>
  );
}

function Done({ view: { done, revision }, formToken, assessments }: { view: MeasureView; formToken: string; assessments: string }) {
  const t = useText('measures');
  if (done === null) return null;
  return (
    <Section id="erledigt" title={done.title} gap={4}>
      {done.lines.map((line) => (
        <p key={line} className="measure">
          {line}
        </p>
      ))}
      {done.isOffered ? (
        <p className="muted measure">
          {t('one.doneOffered')} <a href={assessments}>{t('one.startRun')}</a>
        </p>
      ) : null}
      <form method="post">
        <input type="hidden" name="formToken" value={formToken} />
        <input type="hidden" name="intent" value="reopen" />
        <input type="hidden" name="revision" value={revision} />
        <Button look="secondary">{t('one.reopen')}</Button>
      </form>
    </Section>
  );
}

function AdvicePanel({ view: { advice, topic }, formToken, idempotencyKey }: { view: MeasureView; formToken: string; idempotencyKey: string }) {
  const t = useText('measures');
  return (
    <Panel id="beratung" title={t('advice.title')}>
      {advice ? (
        <>
          <p>{advice.text}</p>
          {advice.href ? (
            <Row tight>
              <LinkButton look="secondary" href={advice.href}>
                {advice.go}
              </LinkButton>
            </Row>
          ) : null}
        </>
      ) : (
        <>
          {topic ? <p>{t('advice.capability', { topic })}</p> : null}
          <p className="muted">{t('advice.text')}</p>
        </>
      )}
      {advice === null || advice.mayAskAgain ? (
        <form method="post">
          <input type="hidden" name="formToken" value={formToken} />
          <input type="hidden" name="intent" value="advice" />
          <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
          <Button look="secondary">{t(advice === null ? 'advice.ask' : 'advice.askAgain')}</Button>
        </form>
      ) : null}
    </Panel>
  );
}

import { useFormat, useText } from '#app/content/use-text.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { StepLights } from '#app/ui/lights/step-lights.tsx';
import { Rows, Section } from '#app/ui/panel/panel.tsx';
import { ChooseChecklist } from '../choosing/choose-checklist.tsx';
import type { ChooseView } from '../choosing/choose-view.ts';
import { ChecklistChoice, StartForm } from '../choosing/checklist-offer.tsx';
import type { OfferView, RunCard } from './run-view.ts';

export type AssessmentListView = {
  readonly runs: readonly RunCard[];
  /** Closed runs that are not listed, and the way to them; null: there are none. */
  readonly older: { readonly count: number; readonly href: string } | null;
  readonly offers: readonly OfferView[];
  readonly choose: ChooseView;
  readonly formKey: string;
  /** A quick check that lies in this browser: ISO date on which it was done. `gone`: it no longer fits today's questions. */
  readonly brought: { readonly on: string } | 'gone' | null;
  readonly links: { readonly self: string; readonly measures: string };
};

/** Runs of the company with their progress, and what one can start. */
export function AssessmentList({ view, formToken }: { view: AssessmentListView; formToken: string }) {
  const t = useText('checklists');
  const running = view.runs.filter((run) => run.state === 'running');
  const closed = view.runs.filter((run) => run.state === 'closed');
  const startOf = (offer: OfferView, look: 'primary' | 'secondary') => (
    <StartForm checklistId={offer.id} action={view.links.self} formToken={formToken} formKey={`${view.formKey}-${offer.id}`}>
      <Button arrow look={look}>
        {t('browse.start')}
      </Button>
    </StartForm>
  );
  return (
    <Wrap className="stack stack--6">
      <PageHeader title={t('list.title')} lead={t('list.lead')} tools={closed.length > 0 ? <a href={view.links.measures}>{t('list.allMeasures')}</a> : undefined} />
      <Brought view={view} formToken={formToken} />
      {view.runs.length === 0 ? <EmptyState title={t('list.emptyTitle')}>{t('list.emptyText')}</EmptyState> : null}
      {running.length > 0 ? (
        <Section id="running" title={t('list.running')}>
          <Rows items={running.map((run) => ({ key: run.id, content: <RunLine run={run} /> }))} />
        </Section>
      ) : null}
      {closed.length > 0 ? (
        <Section id="closed" title={t('list.closed')} gap={3}>
          <Rows items={closed.map((run) => ({ key: run.id, content: <RunLine run={run} /> }))} />
          {view.older ? (
            <p>
              <a href={view.older.href}>{t('list.older', { count: view.older.count })}</a>
            </p>
          ) : null}
        </Section>
      ) : null}
      <ChooseChecklist view={view.choose} start={(offer) => startOf(offer, 'primary')} />
      <ChecklistChoice offers={view.offers} start={(offer) => startOf(offer, 'secondary')} />
    </Wrap>
  );
}

/** A quick check done without account waits to be taken over or discarded. */
function Brought({ view, formToken }: { view: AssessmentListView; formToken: string }) {
  const t = useText('checklists');
  const format = useFormat();
  const { brought } = view;
  if (brought === null) return null;
  if (brought === 'gone') return <Callout tone="warn">{t('quick.gone')}</Callout>;
  return (
    <Callout tone="light" title={t('quick.waitingTitle', { date: format.dateLong(brought.on) })}>
      <p>{t('quick.waitingText')}</p>
      <form method="post" action={view.links.self} className="row row--tight">
        <input type="hidden" name="formToken" value={formToken} />
        <input type="hidden" name="idempotencyKey" value={`${view.formKey}-quick`} />
        <Button name="quick" value="take">
          {t('quick.take')}
        </Button>
        <Button name="quick" value="drop" look="quiet">
          {t('quick.drop')}
        </Button>
      </form>
    </Callout>
  );
}

/** One run: its name, when it was worked on, and lights for how far it is. */
export function RunLine({ run }: { run: RunCard }) {
  const t = useText('checklists');
  const format = useFormat();
  const isClosed = run.closedAt !== null;
  return (
    <div className="row row--apart">
      <span>
        <a href={run.href}>
          <strong>{run.title}</strong>
        </a>
        <br />
        <span className="muted t-2">
          {run.closedAt ? t('list.closedAt', { date: format.date(run.closedAt) }) : t('list.lastEdited', { moment: format.dateTime(run.updatedAt) })}
        </span>
      </span>
      <StepLights
        step={isClosed ? (run.percent ?? 0) : run.answered}
        steps={isClosed ? 100 : run.total}
        title={isClosed ? (run.percent === null ? t('list.noStatement') : t('list.points', { percent: run.percent })) : t('list.progress', { answered: run.answered, total: run.total })}
      />
    </div>
  );
}

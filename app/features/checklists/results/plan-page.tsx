import { useFormat, useText } from '#app/content/use-text.tsx';
import { Badge } from '#app/ui/badge/badge.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { Checkbox } from '#app/ui/choices/choices.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { Lamp } from '#app/ui/lamp/lamp.tsx';
import { ActionBar, Cols, Hidden, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { ScoreArc } from '#app/ui/lights/score-arc.tsx';
import { MeasureCard, Measures } from '#app/ui/measure-card/measure-card.tsx';
import { chosenField } from './plan-view.ts';
import type { PlanStep, PlanView } from './plan-view.ts';
import { ResultTabs } from './result-tabs.tsx';
import { TakeFirst, TakeOne, TakingSaid } from './taking-parts.tsx';
import type { TakingView } from './taking-view.ts';

/**
 * Every measure in order with what it brings; ticked ones are counted in, each can be taken over. One form, so that taking over
 * loses no tick.
 */
export function PlanPage({ view, taking, formToken }: { view: PlanView; taking: TakingView; formToken: string }) {
  const t = useText('results');
  return (
    <Wrap className="stack stack--6">
      <PageHeader title={t('plan.title')} lead={t('plan.lead', { count: view.steps.length })} tools={<a href={view.links.measures}>{t('plan.toMeasures')}</a>} />
      <ResultTabs links={view.tabs} current="plan" />
      <TakingSaid taking={taking} />
      {view.steps.length === 0 ? null : (
        <form method="post">
          <input type="hidden" name="formToken" value={formToken} />
          {/* What the Enter key presses. */}
          <Button hidden>{t('plan.calculate')}</Button>
          <Cols split="8-4">
            <Stack gap={4}>
              <TakeFirst taking={taking} isAll={false} />
              <Measures>
                {view.steps.map((step) => (
                  <Step key={step.id} step={step} taking={taking} />
                ))}
              </Measures>
              <ActionBar stick>
                <Button look="secondary">{t('plan.calculate')}</Button>
              </ActionBar>
            </Stack>
            <aside className="sticky" aria-labelledby="what-if">
              <Outlook view={view} />
            </aside>
          </Cols>
        </form>
      )}
    </Wrap>
  );
}

function Step({ step, taking }: { step: PlanStep; taking: TakingView }) {
  const t = useText('results');
  const checklists = useText('checklists');
  return (
    <MeasureCard
      level={2}
      title={step.title}
      meta={step.meta}
      badge={step.isMust ? <Badge>{checklists('question.must')}</Badge> : undefined}
      more={
        <>
          <Disclosure bare summary={checklists('measure.steps')}>
            <ol>
              {step.steps.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ol>
            <p className="muted t-2">{checklists('measure.proof', { proof: step.proof })}</p>
          </Disclosure>
          <div className="no-print">
            <Checkbox
              plain
              id={`s-${step.id}`}
              name={chosenField}
              value={step.id}
              checked={step.chosen}
              label={
                <>
                  {t('plan.pick')}
                  <Hidden>: {step.title}</Hidden>
                </>
              }
            />
          </div>
          <TakeOne taking={taking} id={step.id} title={step.title} />
        </>
      }
    >
      <p>{step.summary}</p>
      <p className="muted t-2">{[step.why, ...step.reasons].join(' ')}</p>
    </MeasureCard>
  );
}

function Outlook({ view: { today, then, links } }: { view: PlanView }) {
  const t = useText('results');
  const format = useFormat();
  const checklists = useText('checklists');
  const shown = then ?? today;
  return (
    <Lamp id="what-if" title={t('plan.what')} titleSmall light="above" tight dial>
      {shown.percent === null ? null : <ScoreArc id="what-if-arc" score={shown.percent} value={shown.percent} unit={checklists('result.ofHundred')} />}
      <div className="stack stack--2" role="status">
        {then ? (
          <>
            <p>
              <strong>{t('plan.withChosen', { count: then.count })}</strong>
              <br />
              {then.gained > 0 ? t('plan.gained', { points: then.gained }) : t('plan.nothingGained')}
            </p>
            <p className="muted">
              {t('plan.mustOpen', { count: then.mustOpen })} {t('plan.effort', { hours: then.effort })}.
            </p>
            {then.waiting.length > 0 ? <p>{t('plan.waiting', { titles: format.list(then.waiting) })}</p> : null}
          </>
        ) : (
          <p>
            {t('plan.today')}. {t('plan.nothingChosen')}
          </p>
        )}
      </div>
      <div className="stack stack--2 no-print">
        <p className="muted t-2">{t('plan.whatLead')}</p>
        <Button>{t('plan.calculate')}</Button>
        {then ? <a href={links.clear}>{t('plan.clear')}</a> : null}
        <p className="muted t-2">{t('plan.onlyPlay')}</p>
      </div>
    </Lamp>
  );
}

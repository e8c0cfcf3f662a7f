import { useFormat, useText } from '#app/content/use-text.tsx';
import { Answers } from '#app/ui/answers/answers.tsx';
import { LinkButton } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { RadioCards } from '#app/ui/choices/choices.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { Facts } from '#app/ui/facts/facts.tsx';
import { choiceProps, summaryOf } from '#app/ui/form/form-state.ts';
import { ActionBar, Cols, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { QuestionPage } from '#app/ui/layout/question-page.tsx';
import { StepLights } from '#app/ui/lights/step-lights.tsx';
import { Panel, Section } from '#app/ui/panel/panel.tsx';
import type { DecisionQuestionView, DecisionView, OutcomeView } from './decision-view.ts';

export type DecisionLinks = { readonly checklists: string };

/** A question of a decision tree, or where the answers lead. Everything is in the address; nothing is stored. */
export function DecisionPage({ view, links }: { view: DecisionView; links: DecisionLinks }) {
  if (view.outcome !== null) return <Outcome view={view} outcome={view.outcome} links={links} />;
  return view.question === null ? null : <Question view={view} question={view.question} links={links} />;
}

function Question({ view, question, links }: { view: DecisionView; question: DecisionQuestionView; links: DecisionLinks }) {
  const t = useText('checklists');
  const common = useText('common');
  const form = {
    values: question.chosen === null ? {} : { [question.id]: question.chosen },
    errors: question.isMissing ? { [question.id]: [t('decision.missing')] } : {},
  };
  const errors = summaryOf(form);
  return (
    <QuestionPage
      method="get"
      action={view.start}
      steps={<StepLights step={question.number} steps={question.total} title={t('decision.step', { number: question.number, total: question.total })} detail={view.title} />}
      summary={<ErrorSummary title={common('form.errors', { count: errors.length })} errors={errors} />}
      hidden={question.hidden.map((field) => (
        <input type="hidden" key={field.name} name={field.name} value={field.value} />
      ))}
      submit={common('action.next')}
      back={question.back === null ? { href: links.checklists, label: common('action.back') } : { href: question.back, label: common('action.back') }}
      help={<Sources view={view} />}
    >
      <RadioCards {...choiceProps(form, question.id)} legend={question.question} legendIsHeading hint={question.hint ?? (question.number === 1 ? view.lead : undefined)} options={question.options} />
    </QuestionPage>
  );
}

const toneOf = { especially_important: 'warn', important: 'warn', not_covered: 'ok', have_checked: 'info' } as const;

function Outcome({ view, outcome, links }: { view: DecisionView; outcome: OutcomeView; links: DecisionLinks }) {
  const t = useText('checklists');
  const format = useFormat();
  const hasDeadlines = outcome.deadlines.length > 0;
  const said = (
    <>
      <Callout tone={toneOf[outcome.kind]}>
        <p>{outcome.summary}</p>
        {outcome.legalBasis ? <p className="t-2">{outcome.legalBasis}</p> : null}
      </Callout>
      <Section id="reasons" title={t('decision.reasons')} small>
        <div className="measure">
          <ul>
            {[...outcome.reasons, ...outcome.notes].map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      </Section>
      <Section id="steps" title={t('decision.steps')} small>
        <div className="measure">
          <ol>
            {outcome.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
      </Section>
      <GivenAnswers outcome={outcome} />
    </>
  );
  return (
    <Wrap flow={!hasDeadlines} className="stack stack--6">
      <PageHeader back={{ href: outcome.back, label: t('decision.back') }} title={outcome.title} lead={t('decision.on', { title: view.title, date: format.dateLong(view.at) })} />
      {hasDeadlines ? (
        <Cols split="7-5">
          <Stack gap={5}>{said}</Stack>
          <Deadlines outcome={outcome} />
        </Cols>
      ) : (
        <Stack gap={5}>{said}</Stack>
      )}
      <Stack gap={3}>
        <p className="muted t-2 measure">
          {t('decision.noAdvice')} <span className="no-print">{t('decision.print')}</span>
        </p>
        <ActionBar>
          <LinkButton href={links.checklists} arrow>
            {t('decision.toChecklists')}
          </LinkButton>
          <LinkButton look="quiet" href={view.start}>
            {t('decision.again')}
          </LinkButton>
        </ActionBar>
        <Sources view={view} />
      </Stack>
    </Wrap>
  );
}

function Deadlines({ outcome }: { outcome: OutcomeView }) {
  const t = useText('checklists');
  return (
    <div>
      <Panel id="deadlines" title={t('decision.deadlines')}>
        <Facts
          long
          facts={outcome.deadlines.map(({ what, until, legalBasis }) => ({
            key: what,
            term: what,
            value: (
              <>
                {until} <small>{legalBasis}</small>
              </>
            ),
          }))}
        />
      </Panel>
    </div>
  );
}

function GivenAnswers({ outcome }: { outcome: OutcomeView }) {
  const t = useText('checklists');
  const common = useText('common');
  return (
    <Section id="answers" title={t('decision.answers')} small>
      <Answers rows={outcome.answers.map(({ id, question, answer, change }) => ({ key: id, question, answer, change: { href: change, label: common('action.change') } }))} />
    </Section>
  );
}

function Sources({ view }: { view: DecisionView }) {
  const t = useText('checklists');
  const format = useFormat();
  return (
    <Disclosure summary={t('decision.sources')}>
      <ul>
        {view.sources.map(({ title, url, use }) => (
          <li key={title}>
            {url ? <a href={url}>{title}</a> : title}
            {use ? `: ${use}` : null}
          </li>
        ))}
      </ul>
      <p className="muted t-2">{t('browse.checkedOn', { date: format.date(view.checkedOn) })}</p>
    </Disclosure>
  );
}

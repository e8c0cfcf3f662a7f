import { useFormat, useText } from '#app/content/use-text.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { Segment } from '#app/ui/choices/choices.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { SelectField } from '#app/ui/field/field.tsx';
import { choiceProps, fieldProps, summaryOf } from '#app/ui/form/form-state.ts';
import { Lamp } from '#app/ui/lamp/lamp.tsx';
import { Cols, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { ScoreArc } from '#app/ui/lights/score-arc.tsx';
import { Panel, Section } from '#app/ui/panel/panel.tsx';
import { MeasureList } from '../results/measure-list.tsx';
import type { QuickQuestionsView, QuickResultView } from './quick-view.ts';
import { MustItems, TopicPanel } from '../results/result-parts.tsx';

/** All questions of the quick check on one page; nothing is sent before the button at its end. */
export function QuickQuestions({ view, all }: { view: QuickQuestionsView; all: string }) {
  const t = useText('checklists');
  const common = useText('common');
  const { form } = view;
  const fields = ['sizeClass', 'kind', ...view.topics.flatMap((topic) => topic.questions.map((question) => question.field))];
  const errors = summaryOf(form, fields);
  return (
    <Wrap flow className="stack stack--6">
      <PageHeader back={{ href: all, label: t('quick.all') }} title={view.title} lead={t('quick.lead', { minutes: view.minutes })} />
      <ErrorSummary title={common('form.errors', { count: errors.length })} errors={errors} />
      <form method="post" className="stack stack--6" noValidate>
        <Section id="company" title={t('quick.company')}>
          <div className="measure stack stack--4">
            <SelectField {...fieldProps(form, 'sizeClass')} label={t('quick.size')} empty={t('quick.choose')} options={view.sizes} />
            <SelectField {...fieldProps(form, 'kind')} label={t('quick.kind')} empty={t('quick.choose')} options={view.kinds} />
          </div>
        </Section>
        {view.topics.map((topic) => (
          <Section key={topic.id} id={`topic-${topic.id}`} title={topic.title}>
            <Stack gap={5}>
              {topic.questions.map((question) => (
                <div key={question.field} className="stack stack--2 measure">
                  <Segment {...choiceProps(form, question.field)} legend={`${question.number}. ${question.question}`} hint={question.hint ?? undefined} options={question.options} />
                  <Disclosure summary={t('question.howToFindOut')}>
                    <p>{question.howToFindOut}</p>
                  </Disclosure>
                </div>
              ))}
            </Stack>
          </Section>
        ))}
        <div className="stack stack--3 measure">
          <p>
            <Button arrow>{t('quick.submit')}</Button>
          </p>
          <p className="muted t-2">{t('quick.nothingStored')}</p>
        </div>
      </form>
    </Wrap>
  );
}

type Links = { readonly pdf: string; readonly all: string };

/** The result at once, with what to do next and how to take it along. */
export function QuickResult({ view, links }: { view: QuickResultView; links: Links }) {
  const t = useText('checklists');
  const format = useFormat();
  return (
    <Wrap className="stack stack--6">
      <PageHeader
        back={{ href: links.all, label: t('quick.all') }}
        title={view.band === 'gaps' ? t('result.headline.gaps', { critical: view.criticalTopics }) : t(`result.headline.${view.band ?? 'none'}`)}
        lead={t('quick.resultLead', { checklist: view.checklist, date: format.dateLong(view.on) })}
      />
      <Cols split="5-7" fill>
        <Lamp id="score" title={t('result.score')} titleHidden light="above" dial>
          {view.percent === null ? (
            <p>{t('result.noStatement')}</p>
          ) : (
            <>
              <ScoreArc id="score-arc" score={view.percent} value={view.percent} unit={t('result.ofHundred')} />
              <p className="muted">{t('result.rawPoints', { points: view.points, maximum: view.maximum })}</p>
            </>
          )}
        </Lamp>
        <TopicPanel topics={view.topics} />
      </Cols>
      <MustItems view={view} />
      <Cols split="7-5">
        <Section id="measures" title={t('result.measures', { count: view.measures.length })}>
          {view.measures.length === 0 ? <p>{t('result.noMeasures')}</p> : <MeasureList measures={view.measures} level={3} />}
        </Section>
        <Stack gap={5}>
          <TakeAlong code={view.code} pdf={links.pdf} />
        </Stack>
      </Cols>
    </Wrap>
  );
}

function TakeAlong({ code, pdf }: { code: string; pdf: string }) {
  const t = useText('checklists');
  return (
    <Panel id="take-along" title={t('quick.takeAlong')} gap={4}>
      <p>{t('quick.takeAlongText')}</p>
      <form method="post" action={pdf}>
        <input type="hidden" name="code" value={code} />
        <Button icon="download">{t('quick.pdf')}</Button>
      </form>
      <form method="post" className="stack stack--2">
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="intent" value="keep" />
        <Button look="secondary" arrow>
          {t('quick.keep')}
        </Button>
        <span className="muted t-2">{t('quick.keepHint')}</span>
      </form>
      <form method="post">
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="intent" value="change" />
        <Button look="quiet">{t('quick.change')}</Button>
      </form>
    </Panel>
  );
}

import { useFormat, useLabels, useLocale, useText } from '#app/content/use-text.tsx';
import { Badge } from '#app/ui/badge/badge.tsx';
import { LinkButton } from '#app/ui/button/button.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { Cols, Row, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { Lamp } from '#app/ui/lamp/lamp.tsx';
import { ScoreArc } from '#app/ui/lights/score-arc.tsx';
import { StepLights } from '#app/ui/lights/step-lights.tsx';
import { Panel, Rows, Section } from '#app/ui/panel/panel.tsx';
import type { CompanyOverview, NextStep } from './open-company-overview.server.ts';
import type { AssessmentAtAGlance, CaseAtAGlance, MeasureAtAGlance } from './ports.ts';
import { WaitingTopics } from './waiting-topics.tsx';

/** Addresses this page leads to. */
export type OverviewLinks = {
  readonly assessments: string;
  readonly cases: string;
  readonly newCase: string;
  readonly measures: string;
  measure(id: string): string;
  readonly team: string;
  assessment(id: string): string;
  result(id: string): string;
  handOver(assessmentId: string, handOverId: string): string;
  case(id: string): string;
  report(id: string): string;
};

export function CompanyOverviewPage({ overview, organisationName, links }: { overview: CompanyOverview; organisationName: string; links: OverviewLinks }) {
  const t = useText('overview');
  const locale = useLocale();
  const closed = overview.assessments.find((each) => each.closed && each.percent !== null);
  return (
    <Wrap>
      <Stack gap={6}>
        <h1 className="vh">{t('title', { organisation: organisationName })}</h1>
        <NextStepLamp next={overview.next} links={links} closed={closed} />
        <Cols split="8-4">
          <Stack gap={7}>
            <WaitingTopics topics={overview.topics} href={links.handOver} />
            <Section id="faelle" title={t('cases.title')} aside={<a href={links.cases}>{t('cases.all')}</a>}>
              <CaseRows cases={[...overview.drafts, ...overview.running]} links={links} />
            </Section>
            {overview.measures.length > 0 ? (
              <Section id="massnahmen" title={t('measures.dueTitle')} aside={<a href={links.measures}>{t('measures.all')}</a>}>
                <MeasureRows measures={overview.measures.slice(0, 4)} links={links} />
              </Section>
            ) : closed && closed.firstMeasures.length > 0 ? (
              <Section id="massnahmen" title={t('measures.title')} aside={<a href={links.measures}>{t('measures.all')}</a>}>
                <Rows items={closed.firstMeasures.slice(0, 3).map((measure) => ({ key: measure[locale], content: <strong>{measure[locale]}</strong> }))} />
              </Section>
            ) : null}
            <Section id="pruefungen" title={t('checks.title')} aside={<a href={links.assessments}>{t('checks.all')}</a>}>
              <AssessmentRows assessments={overview.assessments} links={links} />
            </Section>
          </Stack>
          <Panel as="aside" id="bereit" title={t('ready.title')}>
            <p className="muted">{t('ready.text')}</p>
            <p>
              <a href={links.team}>{t('ready.sheet')}</a>
            </p>
          </Panel>
        </Cols>
      </Stack>
    </Wrap>
  );
}

function NextStepLamp({ next, links, closed }: { next: NextStep; links: OverviewLinks; closed: AssessmentAtAGlance | undefined }) {
  const t = useText('overview');
  const { title, text, href, go } = useWordsOf(next, links);
  const dial =
    closed?.percent !== undefined && closed.percent !== null ? (
      <ScoreArc id="stand" score={closed.percent} value={closed.percent} unit={t('points')} href={links.result(closed.id)} />
    ) : undefined;
  return (
    <Lamp id="next" title={title} eyebrow={t('next.eyebrow')} light="left" side={dial} split="8-4">
      <p className="measure">{text}</p>
      <Row tight>
        <LinkButton look="primary" arrow href={href}>
          {go}
        </LinkButton>
      </Row>
    </Lamp>
  );
}

function useWordsOf(next: NextStep, links: OverviewLinks): { title: string; text: string; href: string; go: string } {
  const t = useText('overview');
  const labels = useLabels();
  const format = useFormat();
  const locale = useLocale();
  switch (next.kind) {
    case 'finish_report':
      return { title: t('next.finishReport.title'), text: t('next.finishReport.text'), href: links.report(next.case.caseId), go: t('next.finishReport.go') };
    case 'look_at_case': {
      const { nextDeadline, state, caseId } = next.case;
      const name = next.case.title ?? (next.case.kind ? labels.incidentKinds[next.case.kind] : (next.case.reference ?? ''));
      const now = t(`next.states.${state}`);
      const text = nextDeadline ? `${now} ${t('next.case.deadline', { moment: format.dayTime(nextDeadline.dueAt) })}` : now;
      return { title: name, text, href: links.case(caseId), go: t('next.case.go') };
    }
    case 'continue_check':
      return {
        title: next.assessment.title[locale],
        text: t('next.check.text', { open: next.assessment.asked - next.assessment.answered }),
        href: links.assessment(next.assessment.id),
        go: t('next.check.go'),
      };
    case 'repeat_check':
      return {
        title: next.assessment.title[locale],
        text: t('next.repeat.text', { date: format.date(next.assessment.closedAt ?? next.assessment.updatedAt) }),
        href: `${links.result(next.assessment.id)}#neu`,
        go: t('next.repeat.go'),
      };
    case 'take_measure':
      return { title: next.measure[locale], text: t('next.measure.text'), href: links.measures, go: t('next.measure.go') };
    case 'do_measure': {
      const { id, title, dueOn, due } = next.measure;
      const text = dueOn === null ? t('next.planned.noDate') : t(due === 'overdue' ? 'next.planned.overdue' : 'next.planned.due', { date: format.date(dueOn) });
      return { title: title[locale], text, href: links.measure(id), go: t('next.planned.go') };
    }
    case 'begin_check':
      return { title: t('next.begin.title'), text: t('next.begin.text'), href: links.assessments, go: t('next.begin.go') };
  }
}

function CaseRows({ cases, links }: { cases: readonly CaseAtAGlance[]; links: OverviewLinks }) {
  const t = useText('overview');
  const labels = useLabels();
  const format = useFormat();
  if (cases.length === 0) {
    return (
      <EmptyState title={t('cases.none')} action={<a href={links.newCase}>{t('cases.report')}</a>}>
        {t('cases.noneText')}
      </EmptyState>
    );
  }
  return (
    <Rows
      items={cases.map((each) => ({
        key: each.caseId,
        content: (
          <Row apart>
            <span>
              <a href={each.state === 'draft' ? links.report(each.caseId) : links.case(each.caseId)}>
                <strong>{each.title ?? (each.kind ? labels.incidentKinds[each.kind] : t('cases.untitled'))}</strong>
              </a>
              <br />
              <span className="muted t-2">
                {each.reference ? `${each.reference}, ` : ''}
                {t('changedAt', { moment: format.dateTime(each.updatedAt) })}
              </span>
            </span>
            <Badge tone={each.state === 'draft' ? undefined : 'info'}>{labels.caseStates[each.state]}</Badge>
          </Row>
        ),
      }))}
    />
  );
}

function MeasureRows({ measures, links }: { measures: readonly MeasureAtAGlance[]; links: OverviewLinks }) {
  const t = useText('overview');
  const format = useFormat();
  const locale = useLocale();
  return (
    <Rows
      items={measures.map(({ id, title, dueOn, due }) => ({
        key: id,
        content: (
          <Row apart>
            <a href={links.measure(id)}>
              <strong>{title[locale]}</strong>
            </a>
            {dueOn === null ? <Badge>{t('measures.noDate')}</Badge> : <Badge tone={due === 'overdue' || due === 'soon' ? 'warn' : undefined}>{t(due === 'overdue' ? 'measures.overdue' : 'measures.due', { date: format.dayShort(dueOn) })}</Badge>}
          </Row>
        ),
      }))}
    />
  );
}

function AssessmentRows({ assessments, links }: { assessments: readonly AssessmentAtAGlance[]; links: OverviewLinks }) {
  const t = useText('overview');
  const format = useFormat();
  const locale = useLocale();
  if (assessments.length === 0) {
    return (
      <EmptyState title={t('checks.none')} action={<a href={links.assessments}>{t('checks.begin')}</a>}>
        {t('checks.noneText')}
      </EmptyState>
    );
  }
  return (
    <Rows
      items={assessments.slice(0, 4).map((each) => ({
        key: each.id,
        content: (
          <Row apart>
            <span>
              <a href={each.closed ? links.result(each.id) : links.assessment(each.id)}>
                <strong>{each.title[locale]}</strong>
              </a>
              <br />
              <span className="muted t-2">{each.closedAt ? t('closedAt', { moment: format.date(each.closedAt) }) : t('changedAt', { moment: format.dateTime(each.updatedAt) })}</span>
            </span>
            {each.closed && each.percent !== null ? (
              <StepLights step={each.percent} steps={100} title={t('closedPoints', { percent: each.percent })} />
            ) : (
              <StepLights step={Math.max(1, each.answered)} steps={Math.max(1, each.asked)} done={each.closed} title={t('answered', { part: each.answered, total: each.asked })} />
            )}
          </Row>
        ),
      }))}
    />
  );
}

import type { ReactNode } from 'react';
import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Cols, Row, Stack } from '#app/ui/layout/layout.tsx';
import { Lamp } from '#app/ui/lamp/lamp.tsx';
import { Panel, Section } from '#app/ui/panel/panel.tsx';
import { CaseFrame } from './case-frame.tsx';
import type { CaseLinkSet } from './case-links.ts';
import { DutyClock, mostPressing } from './deadlines/deadline-parts.tsx';
import { ExhibitForm } from './exhibits/exhibit-parts.tsx';
import { FormErrors, HiddenFields } from './form-parts.tsx';
import { CaseTimeline } from './history/history-parts.tsx';
import { MessageForm, Messages } from './messages/message-parts.tsx';
import { OfficeChannel } from './messages/office-channel.tsx';
import { ReportedWords } from './closing/report-parts.tsx';
import type { CompanyStep } from './company-steps/company-steps.ts';
import type { CompanyCaseView, DeadlineView, HelperView, NowView } from './view.ts';

export type FormKeys = { readonly message: string; readonly exhibit: string; readonly office: string };

type Props = {
  view: CompanyCaseView;
  links: CaseLinkSet;
  formToken: string;
  keys: FormKeys;
  form: FormState;
  flash: string | null;
  /** Pages on which the company takes a step. */
  stepHref: (step: CompanyStep) => string;
  factsHref: string;
  /** How the search for a provider goes, while there is none. */
  routing?: ReactNode;
};

/** The company's page of its case: one thing that matters now, then messages and exhibits; beside it who helps and what happened. */
export function CompanyCasePage({ view, links, formToken, keys, form, flash, stepHref, factsHref, routing }: Props) {
  const t = useText('cases');
  const over = view.now.kind === 'over';
  const clean = { values: {}, errors: {} };
  const lampShowsDeadlines = view.now.kind === 'deadlines';
  return (
    <CaseFrame head={view.head} side="company" links={links} part="overview" flash={flash}>
      <FormErrors form={form} />
      <Cols split="8-4">
        <Stack gap={6}>
          <NowLamp now={view.now} deadlines={view.deadlines} links={links} asOf={view.head.now} stepHref={stepHref} formToken={formToken} routing={routing} />
          <Section id="messages" title={t('messages.latest')} gap={4} aside={view.head.counts.messages > 0 ? <a href={links.messages}>{t('messages.all', { count: view.head.counts.messages })}</a> : null}>
            <Messages messages={view.messages} />
            {view.now.kind === 'release' ? <p className="muted t-2">{t('messages.notReleased')}</p> : null}
            {over ? null : <MessageForm side="company" formToken={formToken} idempotencyKey={keys.message} form={clean} action={links.messages} rows={2} label={view.messages.length > 0 ? t('messages.reply') : t('messages.field')} />}
          </Section>
          {over ? null : (
            <Section id="exhibits" title={t('exhibits.title')} gap={3} aside={view.head.counts.exhibits > 0 ? <a href={links.exhibits}>{t('messages.all', { count: view.head.counts.exhibits })}</a> : null}>
              <p className="muted t-2">{t('exhibits.lead')}</p>
              <ExhibitForm side="company" formToken={formToken} idempotencyKey={keys.exhibit} form={clean} action={links.exhibits} short />
            </Section>
          )}
          {over && view.closingReport !== null && links.closure ? <p><LinkButton look="secondary" href={links.closure} arrow>{t('closure.title')}</LinkButton></p> : null}
          <Disclosure summary={t('report.title')}>
            <ReportedWords report={view.report} />
          </Disclosure>
        </Stack>
        <Stack as="aside" gap={5} label={t('helper.title')}>
          <HelperPanel helper={view.helper} over={over} mayDeny={view.mayDenyContact} formToken={formToken} />
          {over || lampShowsDeadlines || view.deadlines.length === 0 ? null : (
            <Panel id="deadlines" title={t('deadlines.title')}>
              {mostPressing(view.deadlines, 2).map((one) => <DutyClock key={one.id} deadline={one} small />)}
              <p><a href={links.deadlines}>{t('deadlines.more')}</a></p>
            </Panel>
          )}
          <Panel id="history" title={t('history.latest')}>
            <CaseTimeline entries={view.timeline} short label={t('history.latest')} />
            <p><a href={links.history}>{t('history.more')}</a></p>
          </Panel>
          {over ? null : <OfficeChannel notes={view.officeNotes} formToken={formToken} idempotencyKey={keys.office} form={form} />}
          <StepLinks view={view} stepHref={stepHref} factsHref={factsHref} />
        </Stack>
      </Cols>
    </CaseFrame>
  );
}

/** Steps that the lamp does not offer already; what ends the case stands last. */
function StepLinks({ view, stepHref, factsHref }: { view: CompanyCaseView; stepHref: (step: CompanyStep) => string; factsHref: string }) {
  const t = useText('cases');
  const besides = view.steps.filter((step) => step !== 'reopen' && step !== 'answer_query' && step !== 'request_help');
  if (besides.length === 0 && !view.mayCorrectFacts) return null;
  return (
    <Panel id="steps" title={t('steps.title')}>
      <ul className="list stack stack--2 t-2">
        {view.mayCorrectFacts ? <li><a href={factsHref}>{t('steps.correctFacts')}</a></li> : null}
        {besides.map((step) => <li key={step}><a href={stepHref(step)}>{t(`steps.${step}.link`)}</a></li>)}
      </ul>
    </Panel>
  );
}

type LampProps = { now: NowView; deadlines: readonly DeadlineView[]; links: CaseLinkSet; asOf: string; stepHref: (step: CompanyStep) => string; formToken: string; routing: ReactNode };

function NowLamp({ now, deadlines, links, asOf, stepHref, formToken, routing }: LampProps) {
  const t = useText('cases');
  const common = useText('common');
  const labels = useLabels();
  const format = useFormat();
  const until = (moment: string) => common('format.until', { moment: format.dayTime(moment) });
  switch (now.kind) {
    case 'release':
      return (
        <Lamp id="now" light="left" title={t('now.release.title')}>
          <p className="measure">{t('now.release.text', { provider: now.providerName })}</p>
          <p><LinkButton href={links.release ?? links.overview} arrow>{t('now.release.action')}</LinkButton></p>
        </Lamp>
      );
    case 'first_contact':
      return (
        <Lamp id="now" light="left" title={t('now.firstContact.title', { provider: now.providerName })}>
          <p className="measure">{now.dueAt === null ? null : now.late ? t('now.firstContact.late', { moment: until(now.dueAt) }) : t('now.firstContact.due', { moment: until(now.dueAt) })} {t('now.firstContact.open')}</p>
        </Lamp>
      );
    case 'closure':
      return (
        <Lamp id="now" light="left" title={t('now.closure.title')}>
          <p className="measure">{t('now.closure.text', { provider: now.providerName })} {now.endsAt === null ? null : t('now.endsAt', { moment: format.dateLong(now.endsAt) })}</p>
          <p><LinkButton href={links.closure ?? links.overview} arrow>{t('now.closure.action')}</LinkButton></p>
        </Lamp>
      );
    case 'waiting_company': {
      const reason = now.reason === null ? null : labels.caseReasons[now.reason as keyof typeof labels.caseReasons];
      return (
        <Lamp id="now" light="left" title={t('now.waiting.title')}>
          <p className="measure">{reason ? t('now.waiting.reason', { reason }) : null} {now.resumeAt === null ? null : t('now.waiting.until', { moment: format.dayShort(now.resumeAt) })}</p>
          {now.note ? <blockquote className="measure">{now.note}</blockquote> : null}
          <p><LinkButton href={links.messages} arrow>{t('now.waiting.action')}</LinkButton></p>
        </Lamp>
      );
    }
    case 'deadlines':
      return (
        <Lamp id="now" light="left" title={t('now.deadlines.title')} aside={<>{t('now.deadlines.asOf', { moment: format.dayTime(asOf) })} <a href={links.overview}>{common('action.refresh')}</a></>}>
          <Cols split="6-6">{mostPressing(deadlines, 2).map((one) => <DutyClock key={one.id} deadline={one} />)}</Cols>
          <p><LinkButton href={links.deadlines} arrow>{t('now.deadlines.action')}</LinkButton></p>
        </Lamp>
      );
    case 'working':
      return <Lamp id="now" light="left" title={t('now.working.title', { provider: now.providerName })}><p className="measure">{t('now.working.text')}</p></Lamp>;
    case 'triage':
      return <Lamp id="now" light="left" title={t('now.triage.title')}><p className="measure">{t('now.triage.text')}</p></Lamp>;
    case 'query':
      return (
        <Lamp id="now" light="left" title={t('now.query.title')}>
          {now.question === null ? null : <blockquote className="measure">{now.question}</blockquote>}
          <p><LinkButton href={stepHref('answer_query')} arrow>{t('now.query.action')}</LinkButton></p>
        </Lamp>
      );
    case 'routing':
      return <Lamp id="now" light="left" title={t('now.routing.title')}>{routing}<p className="measure muted">{t('now.routing.text')}</p></Lamp>;
    case 'self_help':
      return (
        <Lamp id="now" light="left" title={t('now.selfHelp.title')}>
          <p className="measure">{t('now.selfHelp.text')} {now.endsAt === null ? null : t('now.endsAt', { moment: format.dateLong(now.endsAt) })}</p>
          <form method="post">
            <HiddenFields formToken={formToken} intent="close" />
            <Button>{t('now.selfHelp.action')}</Button>
          </form>
          <p><a href={stepHref('request_help')}>{t('steps.request_help.link')}</a></p>
        </Lamp>
      );
    case 'over':
      return (
        <Callout tone="ok" title={t('now.over.title')}>
          {now.at === null ? null : <p>{t('now.over.at', { moment: format.dayTime(now.at) })}</p>}
          {now.mayReopen ? <p><a href={stepHref('reopen')}>{t('now.over.reopen')}</a></p> : null}
        </Callout>
      );
  }
}

function HelperPanel({ helper, over, mayDeny, formToken }: { helper: HelperView | null; over: boolean; mayDeny: boolean; formToken: string }) {
  const t = useText('cases');
  const common = useText('common');
  const format = useFormat();
  const at = (moment: string) => common('format.at', { moment: format.dayTime(moment) });
  if (helper === null) return <Panel id="helper" title={t('helper.title')}><p className="muted">{t(over ? 'helper.nobody' : 'helper.none')}</p></Panel>;
  return (
    <Panel id="helper" title={t(over ? 'helper.titleOver' : 'helper.title')}>
      <div>
        <p><strong>{helper.person ?? helper.name}</strong></p>
        <p className="muted t-2">
          {helper.person === null ? null : <>{helper.name}<br /></>}
          {helper.town}
          <br />
          {helper.firstContactAt === null ? t('helper.since', { moment: at(helper.since) }) : t('helper.contact', { moment: at(helper.firstContactAt) })}
        </p>
      </div>
      {over ? null : <p className="t-2">{helper.released ? t('helper.released') : t('helper.notReleased')}</p>}
      {helper.telephone === null ? null : <p><LinkButton look="secondary" block icon="phone" href={`tel:${helper.telephone.replace(/[^+\d]/g, '')}`}>{helper.telephone}</LinkButton></p>}
      {mayDeny && helper.firstContactAt !== null ? (
        <Disclosure summary={t('helper.deny')}>
          <p className="t-2">{t('helper.denyHint')}</p>
          <form method="post">
            <HiddenFields formToken={formToken} intent="deny" />
            <Row><Button look="secondary" small>{t('helper.deny')}</Button></Row>
          </form>
        </Disclosure>
      ) : null}
    </Panel>
  );
}

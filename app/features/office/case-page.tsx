import type { Messages } from '#app/content/messages.ts';
import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { Badge } from '#app/ui/badge/badge.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { Facts } from '#app/ui/facts/facts.tsx';
import { summaryOf } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Cols, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Panel, Section } from '#app/ui/panel/panel.tsx';
import { Timeline } from '#app/ui/timeline/timeline.tsx';
import { DecisionForm, NotesPanel, SeverityForm } from './case-forms.tsx';
import { RoutingSection } from './routing-section.tsx';
import { SeverityMark, named, useClockWords, usePlace } from './ticket-words.tsx';
import type { OfficeCaseView } from './view.ts';

type Props = { view: OfficeCaseView; form: FormState; formToken: string; done: boolean; hrefs: { board: string } };

/** One case as the office sees it: everything but its content. */
export function OfficeCasePage({ view, form, formToken, done, hrefs }: Props) {
  const t = useText('office');
  const tc = useText('common');
  const labels = useLabels();
  const { ticket } = view;
  const errors = summaryOf(form);
  return (
    <Wrap>
      <Stack gap={5}>
        <PageHeader
          back={{ href: hrefs.board, label: t('case.back') }}
          kicker={
            <>
              <span>{ticket.reference}</span>
              <SeverityMark severity={ticket.severity} />
              <Badge tone={ticket.clock.late ? 'danger' : 'neutral'}>{labels.caseStates[ticket.state]}</Badge>
            </>
          }
          title={labels.incidentKinds[ticket.kind]}
          lead={usePlace()(ticket)}
        />
        <ErrorSummary title={tc('form.errors', { count: errors.length })} errors={errors} />
        {done ? <Flash>{t('case.done')}</Flash> : null}
        <Callout icon="lock">
          <p>{t('case.sealedNote')}</p>
        </Callout>
        <Cols split="8-4">
          <Stack gap={6}>
            <DecisionForm view={view} form={form} formToken={formToken} />
            <RoutingSection view={view} />
            <FactsSection view={view} />
            <NotesPanel view={view} form={form} formToken={formToken} />
          </Stack>
          <Side view={view} form={form} formToken={formToken} />
        </Cols>
      </Stack>
    </Wrap>
  );
}

function Side({ view, form, formToken }: Pick<Props, 'view' | 'form' | 'formToken'>) {
  const t = useText('office');
  const labels = useLabels();
  const format = useFormat();
  const words = useClockWords(view.now);
  const { ticket, company, callback } = view;
  return (
    <Stack gap={5} as="aside" label={t('case.ownerTitle')}>
      <Panel id="am-zug" title={t('case.ownerTitle')}>
        <Facts
          facts={[
            { key: 'owner', term: t('case.nextStep'), value: ticket.owner === null ? '–' : `${t(`owners.${ticket.owner.owner}`)}: ${t(`next.${ticket.owner.next}`)}` },
            { key: 'clock', term: t('board.dueBy'), value: words(ticket.clock) },
            { key: 'since', term: t('case.since'), value: format.dayTime(ticket.clock.since) },
            { key: 'reported', term: t('case.reported'), value: format.dayTime(view.reportedAt) },
          ]}
        />
      </Panel>
      <Panel id="betrieb" title={t('case.companyTitle')}>
        <Facts
          facts={[
            { key: 'name', term: t('case.name'), value: company.name },
            { key: 'town', term: t('case.place'), value: company.town },
            { key: 'callback', term: t('case.callback'), value: callback === null ? t('case.noCallback') : <>{callback.name}, <a href={`tel:${callback.telephone.replace(/[^+\d]/g, '')}`}>{callback.telephone}</a></> },
          ]}
        />
      </Panel>
      <Panel id="fristen" title={t('case.deadlinesTitle')}>
        {view.deadlines.length === 0 ? <p className="muted">{t('case.deadlinesEmpty')}</p> : null}
        <ul className="list stack stack--2">
          {view.deadlines.map((one) => (
            <li key={one.id}>
              <strong>{named(labels.duties, one.duty)}</strong>
              <br />
              <span className="muted t-2">
                {one.precision === 'exact' ? <time dateTime={one.dueAt}>{format.dayTime(one.dueAt)}</time> : t('case.atOnce')}, {t(`case.deadlineStates.${one.state === 'done' ? 'done' : one.state === 'possible' ? 'possible' : 'open'}`)}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      {view.mayChangeSeverity ? <SeverityForm view={view} form={form} formToken={formToken} /> : null}
      <Panel id="verlauf" title={t('case.timelineTitle')}>
        <Timeline label={t('case.timelineTitle')} entries={view.events.filter((event) => t.has(keyOf(event.event))).map((event) => ({ key: event.key, dateTime: event.at, time: format.dayTime(event.at), state: 'done' as const, content: <EventWords event={event} /> }))} />
      </Panel>
    </Stack>
  );
}

/** Who opened what stands in the history of the two sides; the office's timeline names steps only. */
function keyOf(event: string): `event.${keyof Messages['office']['event']}` {
  return `event.${event as keyof Messages['office']['event']}`;
}

function EventWords({ event }: { event: OfficeCaseView['events'][number] }) {
  const t = useText('office');
  const labels = useLabels();
  const names: Readonly<Record<string, string>> = { ...labels.caseReasons, ...labels.severityReasons };
  const reason = event.reason === null ? null : (names[event.reason] ?? null);
  const by = event.who ?? (isOwner(event.by) ? t(`owners.${event.by}`) : t('owners.system'));
  return (
    <>
      <strong>{t(keyOf(event.event))}</strong>
      {reason === null ? null : <> ({reason})</>}
      <br />
      <span className="muted t-2">{by}</span>
    </>
  );
}

function isOwner(by: string): by is 'company' | 'office' | 'duty' | 'provider' | 'system' {
  return ['company', 'office', 'duty', 'provider', 'system'].includes(by);
}

function FactsSection({ view }: { view: OfficeCaseView }) {
  const t = useText('office');
  const labels = useLabels();
  const format = useFormat();
  const tTriage = useText('triage');
  const text = (key: string, names: Readonly<Record<string, string>>) => named(names, typeof view.facts[key] === 'string' ? view.facts[key] : null) || '–';
  const standstill = Array.isArray(view.facts.standstill) ? view.facts.standstill.map((one) => named(labels.standstill, String(one))) : [];
  return (
    <Section id="angaben" title={t('case.factsTitle')} gap={4}>
      {view.routingWanted ? null : <p>{t('case.routingNo')}</p>}
      <Facts
        facts={[
          { key: 'operation', term: t('facts.operation'), value: text('operation', labels.operationStates) },
          { key: 'standstill', term: t('facts.standstill'), value: standstill.length === 0 ? '–' : format.list(standstill) },
          { key: 'devices', term: t('facts.devices'), value: text('devices', labels.countClasses) },
          { key: 'servers', term: t('facts.servers'), value: text('servers', labels.countClasses) },
          { key: 'backups', term: t('facts.backups'), value: text('backups', labels.triStates) },
          { key: 'personalData', term: t('facts.personalData'), value: text('personalData', labels.triStates) },
          { key: 'persons', term: t('facts.personsConcerned'), value: text('personsConcerned', labels.personCountClasses) },
          { key: 'money', term: t('facts.money'), value: text('money', labels.moneyStates) },
          { key: 'remote', term: t('facts.remotePossible'), value: text('remotePossible', labels.triStates) },
          { key: 'onsite', term: t('facts.onsiteWanted'), value: text('onsiteWanted', labels.triStates) },
          { key: 'insurer', term: t('facts.insurer'), value: text('insurer', labels.insurerStates) },
          { key: 'nis2', term: t('facts.nis2Scope'), value: text('nis2Scope', labels.nis2Scopes) },
          { key: 'size', term: t('facts.size'), value: named(labels.sizeClasses, view.ticket.sizeClass) || '–' },
          { key: 'language', term: t('facts.language'), value: named(labels.languages, view.ticket.language) },
        ]}
      />
      <div>
        <h3>{t('case.reasonsTitle')}</h3>
        <ul className="list stack stack--1">
          {view.reasons.map((code) => (tTriage.has(`reasons.${code}` as 'reasons.kind_usual') ? <li key={code}>{tTriage(`reasons.${code}` as 'reasons.kind_usual')}</li> : null))}
        </ul>
      </div>
    </Section>
  );
}

import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { contactChannels } from '#app/domain/case/closing-report.ts';
import { skippedMilestoneReasons, waitingForCompanyReasons, waitingForThirdPartyReasons } from '#app/domain/case/reasons.ts';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { RadioCards, Segment } from '#app/ui/choices/choices.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { DateTimeField } from '#app/ui/field/date-time-field.tsx';
import { SelectField, TextArea, TextField } from '#app/ui/field/field.tsx';
import { choiceProps, fieldProps } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Cols, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { Lamp } from '#app/ui/lamp/lamp.tsx';
import { MessageThread } from '#app/ui/message-thread/message-thread.tsx';
import { Panel, Section } from '#app/ui/panel/panel.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { WorkList } from '#app/ui/work-list/work-list.tsx';
import { CaseHead, CaseTabs, SeverityMark } from './case-frame.tsx';
import type { CaseLinkSet } from './case-links.ts';
import { DutyClock, mostPressing } from './deadlines/deadline-parts.tsx';
import { FormErrors, HiddenFields } from './form-parts.tsx';
import { CaseTimeline } from './history/history-parts.tsx';
import { MessageForm, Messages } from './messages/message-parts.tsx';
import { OfficeChannel } from './messages/office-channel.tsx';
import { ReportedWords } from './closing/report-parts.tsx';
import type { ProviderCaseListItem, ProviderCaseView } from './view.ts';

export type ProviderFormKeys = { readonly message: string; readonly internal: string; readonly office: string };

type Props = {
  view: ProviderCaseView;
  mine: readonly ProviderCaseListItem[];
  caseHref: (caseId: string) => string;
  links: CaseLinkSet;
  formToken: string;
  keys: ProviderFormKeys;
  form: FormState;
  flash: string | null;
  /** Today and the time now in the region, for the fields. */
  today: string;
  clock: string;
};

/** The provider's page of a case: the next step in the middle, own cases on the left, periods and contact on the right. */
export function ProviderCasePage({ view, mine, caseHref, links, formToken, keys, form, flash, today, clock }: Props) {
  const t = useText('cases');
  const sites = useText('sites');
  const labels = useLabels();
  const common = useText('common');
  const format = useFormat();
  const intent = typeof form.values.intent === 'string' ? form.values.intent : '';
  const own = (name: string): FormState => (intent === name ? form : { values: {}, errors: {} });
  const readable = view.head.released;
  const working = view.may.length > 0;
  const urgent = mostPressing(view.deadlines, 2);
  return (
    <Wrap className="stack stack--4">
      {flash ? <Flash>{flash}</Flash> : null}
      <FormErrors form={form} />
      <Cols split="3-6-3">
        <WorkList
          id="mine"
          title={t('provider.mine')}
          onlyWide
          works={mine.map((one) => ({
            key: one.caseId,
            href: caseHref(one.caseId),
            title: one.companyName,
            state: <SeverityMark severity={one.severity} />,
            note: one.over ? t('provider.overList') : one.firstContactDue === null ? labels.caseStates[one.state] : t('provider.contactDue', { moment: common('format.until', { moment: format.dayTime(one.firstContactDue) }) }),
            current: one.caseId === view.head.caseId,
          }))}
        />
        <Stack gap={5}>
          <CaseHead head={view.head} side="provider" links={links} />
          {view.callback === null || view.may.includes('log_first_contact') ? null : (
            <p className="hide-l"><LinkButton block icon="phone" href={dialled(view.callback.phone)}>{t('provider.call', unbroken(view.callback))}</LinkButton></p>
          )}
          <CaseTabs head={view.head} side="provider" links={links} part="overview" />
          {!readable && working ? (
            <Callout tone="light" icon="lock" title={t('provider.notReleased.title')}><p>{t('provider.notReleased.text')}</p></Callout>
          ) : null}
          {view.may.includes('log_first_contact') ? <FirstContactForm view={view} formToken={formToken} form={own('contact')} today={today} clock={clock} readable={readable} /> : null}
          {view.head.state === 'closure_proposed' ? <Callout><p>{t('provider.waitingForCompanyDecision')}</p></Callout> : null}
          <ProgressForms view={view} formToken={formToken} own={own} today={today} readable={readable} reportHref={links.reports} />
          {readable ? (
            <Section id="messages" title={t('messages.latest')} small gap={4} aside={view.head.counts.messages > 0 ? <a href={links.messages}>{t('messages.all', { count: view.head.counts.messages })}</a> : null}>
              <Messages messages={view.messages} />
              {working ? <MessageForm side="provider" formToken={formToken} idempotencyKey={keys.message} form={{ values: {}, errors: {} }} action={links.messages} rows={2} /> : null}
            </Section>
          ) : null}
          {view.report === null ? null : (
            <Section id="report" title={t('report.providerTitle')} small><ReportedWords report={view.report} /></Section>
          )}
          <InternalNotes view={view} formToken={formToken} idempotencyKey={keys.internal} form={own('internal')} />
        </Stack>
        <Stack as="aside" gap={4} label={t('deadlines.titleProvider')}>
          {urgent.length > 0 ? (
            <Lamp id="duties" tight titleSmall title={t('deadlines.titleProvider')}>{urgent.map((one) => <DutyClock key={one.id} deadline={one} small />)}</Lamp>
          ) : null}
          {view.callback === null ? null : (
            <Panel id="contact" title={t('provider.contact')}>
              <p><strong>{view.callback.name}</strong></p>
              {view.callback.site ? <p>{t('provider.site', { site: view.callback.site.name ?? sites('registered'), town: view.callback.site.town })}</p> : null}
              <p><LinkButton look="secondary" block small icon="phone" href={dialled(view.callback.phone)}>{unbroken(view.callback).phone}</LinkButton></p>
            </Panel>
          )}
          <Panel id="history" title={t('history.latest')}>
            <CaseTimeline entries={view.timeline} short label={t('history.latest')} />
            <p><a href={links.history}>{t('history.more')}</a></p>
          </Panel>
          {working ? <OfficeChannel notes={view.officeNotes} formToken={formToken} idempotencyKey={keys.office} form={form} /> : null}
        </Stack>
      </Cols>
    </Wrap>
  );
}

/** A number that is read to the end in one line. */
function unbroken<T extends { readonly phone: string }>(callback: T): T {
  return { ...callback, phone: callback.phone.replaceAll(' ', '\u00a0') };
}

function dialled(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, '')}`;
}

function FirstContactForm({ view, formToken, form, today, clock, readable }: { view: ProviderCaseView; formToken: string; form: FormState; today: string; clock: string; readable: boolean }) {
  const t = useText('cases');
  const common = useText('common');
  const labels = useLabels();
  const format = useFormat();
  const due = view.assignment?.firstContactDue ?? null;
  const date = fieldProps(form, 'date');
  const time = fieldProps(form, 'time');
  return (
    <Panel id="first-contact" title={t('provider.firstContactTitle')}>
      {due === null ? null : <p className={view.assignment?.late ? 'field__error' : 'muted t-2'}>{view.assignment?.late ? t('provider.firstContactLate', { moment: format.dayTime(due) }) : t('provider.firstContactDue', { moment: common('format.until', { moment: format.dayTime(due) }) })}</p>}
      {view.callback === null ? null : (
        <p>
          <LinkButton icon="phone" href={dialled(view.callback.phone)}>{t('provider.call', unbroken(view.callback))}</LinkButton>
        </p>
      )}
      <form className="stack stack--4" method="post">
        <HiddenFields formToken={formToken} intent="contact" />
        <DateTimeField legend={t('provider.contactWhen')} max={today} date={{ ...date, defaultValue: date.defaultValue || today, label: t('provider.contactDate') }} time={{ ...time, defaultValue: time.defaultValue || clock, label: t('provider.contactTime') }} />
        <Segment {...choiceProps(form, 'channel')} chosen={choiceProps(form, 'channel').chosen.length > 0 ? choiceProps(form, 'channel').chosen : ['telephone']} legend={t('provider.channel')} options={contactChannels.map((value) => ({ value, label: labels.contactChannels[value] }))} />
        {readable ? <NoteField form={form} id="f-contact-note" /> : null}
        <p><Button look="secondary">{t('provider.logContact')}</Button></p>
      </form>
    </Panel>
  );
}

function NoteField({ form, id }: { form: FormState; id: string }) {
  const t = useText('cases');
  const common = useText('common');
  const { name, defaultValue, error } = fieldProps(form, 'note');
  return <TextArea id={id} name={name} defaultValue={defaultValue} error={error} label={t('provider.note')} hint={t('provider.noteHint')} optional={common('form.optional')} rows={2} />;
}

type ProgressProps = { view: ProviderCaseView; formToken: string; own: (name: string) => FormState; today: string; readable: boolean; reportHref: string };

/** What can be entered in this state; nothing that the rules would refuse. */
function ProgressForms({ view, formToken, own, today, readable, reportHref }: ProgressProps) {
  const t = useText('cases');
  const labels = useLabels();
  const format = useFormat();
  const may = (event: ProviderCaseView['may'][number]) => view.may.includes(event);
  const steps = [
    ...(may('mark_contained') ? [{ value: 'mark_contained', label: t('provider.contained'), hint: t('provider.containedHint') }] : []),
    ...(may('mark_restored') ? [{ value: 'mark_restored', label: t('provider.restored'), hint: t('provider.restoredHint') }] : []),
    ...(may('undo_milestone') ? [{ value: 'undo_milestone', label: t('provider.undo') }] : []),
  ];
  const form = own('milestone');
  const needsReason = (may('mark_contained') && may('mark_restored')) || may('undo_milestone');
  const reasons = (list: readonly string[]) => list.map((value) => ({ value, label: labels.caseReasons[value as keyof typeof labels.caseReasons] ?? value }));
  const waitForm = own('wait');
  return (
    <>
      {may('resume_work') && view.waiting !== null ? (
        <Panel id="waiting" title={t('provider.wait')}>
          <p>{t('provider.waiting', { reason: labels.caseReasons[view.waiting.reason as keyof typeof labels.caseReasons] ?? '' })}{view.waiting.resumeAt === null ? null : <> {t('history.resumeAt', { moment: format.dayShort(view.waiting.resumeAt) })}</>}</p>
          <form method="post">
            <HiddenFields formToken={formToken} intent="resume" />
            <Button>{t('provider.resume')}</Button>
          </form>
        </Panel>
      ) : null}
      {steps.length > 0 ? (
        <Panel id="progress" title={t('provider.progress')}>
          <form className="stack stack--4" method="post">
            <HiddenFields formToken={formToken} intent="milestone" />
            <RadioCards {...choiceProps(form, 'milestone')} legend={t('provider.progress')} legendHidden options={steps} />
            {needsReason ? <SelectField {...fieldProps(form, 'reason')} label={may('mark_contained') ? t('provider.skipReason') : t('provider.undoReason')} empty="–" optional={<Optional />} options={reasons(skippedMilestoneReasons)} /> : null}
            {readable ? <NoteField form={form} id="f-milestone-note" /> : null}
            <p><Button>{t('provider.save')}</Button></p>
          </form>
        </Panel>
      ) : null}
      {may('wait_for_company') ? (
        <Disclosure summary={t('provider.wait')} open={waitForm.values.intent === 'wait'}>
          <form className="stack stack--4" method="post">
            <HiddenFields formToken={formToken} intent="wait" />
            <SelectField id="f-wait-reason" name="reason" defaultValue={fieldProps(waitForm, 'reason').defaultValue} error={fieldProps(waitForm, 'reason').error} label={t('provider.waitFor')} options={[{ group: t('provider.waitCompany'), options: reasons(waitingForCompanyReasons) }, { group: t('provider.waitOthers'), options: reasons(waitingForThirdPartyReasons) }]} />
            <TextField id="f-wait-date" name="date" type="date" width="short" min={today} defaultValue={fieldProps(waitForm, 'date').defaultValue} error={fieldProps(waitForm, 'date').error} label={t('provider.resumeOn')} />
            {readable ? <NoteField form={waitForm} id="f-wait-note" /> : null}
            <p><Button look="secondary">{t('provider.waitSave')}</Button></p>
          </form>
        </Disclosure>
      ) : null}
      {may('propose_closure') && readable ? <p><LinkButton look="secondary" href={reportHref} arrow>{t('provider.toReport')}</LinkButton></p> : null}
    </>
  );
}

function Optional() {
  const common = useText('common');
  return <>{common('form.optional')}</>;
}

function InternalNotes({ view, formToken, idempotencyKey, form }: { view: ProviderCaseView; formToken: string; idempotencyKey: string; form: FormState }) {
  const t = useText('cases');
  const format = useFormat();
  const working = view.may.length > 0;
  if (!working && view.internalNotes.length === 0) return null;
  return (
    <Section id="internal" title={t('provider.internal')} small gap={3}>
      <p className="muted t-2">{t('provider.internalHint')}</p>
      {view.internalNotes.length === 0 ? null : (
        <MessageThread label={t('provider.internal')} messages={view.internalNotes.map((one) => ({ key: one.id, author: one.author, dateTime: one.at, time: format.dayTime(one.at), own: one.own, body: one.text }))} />
      )}
      {working ? (
        <form className="stack stack--3" method="post">
          <HiddenFields formToken={formToken} intent="internal" idempotencyKey={idempotencyKey} />
          <TextArea id="f-internal" name="text" label={t('provider.internalField')} rows={2} defaultValue={fieldProps(form, 'text').defaultValue} error={fieldProps(form, 'text').error} />
          <p><Button look="secondary" small>{t('provider.internalSave')}</Button></p>
        </form>
      ) : null}
    </Section>
  );
}

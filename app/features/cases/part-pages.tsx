import { useText } from '#app/content/use-text.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Cols, Stack } from '#app/ui/layout/layout.tsx';
import { Panel, Section } from '#app/ui/panel/panel.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { CaseFrame } from './case-frame.tsx';
import type { CaseLinkSet, CaseSide } from './case-links.ts';
import { DeadlineList } from './deadlines/deadline-parts.tsx';
import { ExhibitForm, ExhibitList } from './exhibits/exhibit-parts.tsx';
import { FormErrors } from './form-parts.tsx';
import { CaseTimeline } from './history/history-parts.tsx';
import { MessageForm, Messages } from './messages/message-parts.tsx';
import { isTerminal } from '#app/domain/case/statuses.ts';
import type { DeadlinesView, ExhibitsView, HistoryView, MessagesView } from './view.ts';

type Common = { side: CaseSide; links: CaseLinkSet; formToken: string; formKey: string; form: FormState; flash: string | null };

export function MessagesPage({ view, side, links, formToken, formKey, form, flash }: Common & { view: MessagesView }) {
  const t = useText('cases');
  const former = view.head.formerUntil !== null;
  return (
    <CaseFrame head={view.head} side={side} links={links} part="messages" flash={flash}>
      <FormErrors form={form} />
      <Stack gap={5} className="measure">
        <h2>{t('messages.title')}</h2>
        {former ? null : isTerminal(view.head.state) ? <Callout><p>{t('messages.over')}</p></Callout> : <MessageForm side={side} formToken={formToken} idempotencyKey={formKey} form={form} />}
        <Messages messages={view.messages} />
      </Stack>
    </CaseFrame>
  );
}

export function ExhibitsPage({ view, side, links, formToken, formKey, form, flash }: Common & { view: ExhibitsView }) {
  const t = useText('cases');
  return (
    <CaseFrame head={view.head} side={side} links={links} part="exhibits" flash={flash}>
      <FormErrors form={form} />
      <Cols split="7-5">
        <Section id="exhibits" title={t('exhibits.title')} gap={4}>
          <p className="muted measure">{t('exhibits.lead')}</p>
          <ExhibitList exhibits={view.exhibits} links={links} formToken={formToken} />
        </Section>
        {view.mayAdd ? (
          <Panel id="add" title={t('exhibits.addTitle')}>
            <ExhibitForm side={side} formToken={formToken} idempotencyKey={formKey} form={form} action={links.exhibits} />
          </Panel>
        ) : view.head.formerUntil === null ? (
          <Callout><p>{t('exhibits.refused.closed')}</p></Callout>
        ) : null}
      </Cols>
    </CaseFrame>
  );
}

type DeadlineProps = Common & { view: DeadlinesView; today: string; reasons: Readonly<Record<string, string>>; recipients: Readonly<Record<string, string>> };

export function DeadlinesPage({ view, side, links, formToken, form, flash, today, reasons, recipients }: DeadlineProps) {
  const t = useText('cases');
  const opened = typeof form.values.deadlineId === 'string' ? form.values.deadlineId : null;
  return (
    <CaseFrame head={view.head} side={side} links={links} part="deadlines" flash={flash}>
      <FormErrors form={form} />
      <Stack gap={4}>
        <h2>{side === 'company' ? t('deadlines.title') : t('deadlines.titleProvider')}</h2>
        <p className="muted measure">{side === 'company' ? t('deadlines.lead') : t('deadlines.leadProvider')}</p>
        <DeadlineList deadlines={view.deadlines} mayReport={view.mayReport} formToken={formToken} form={form} today={today} opened={opened} reasons={reasons} recipients={recipients} />
      </Stack>
    </CaseFrame>
  );
}

export function HistoryPage({ view, side, links, flash }: Pick<Common, 'side' | 'links' | 'flash'> & { view: HistoryView }) {
  const t = useText('cases');
  return (
    <CaseFrame head={view.head} side={side} links={links} part="history" flash={flash}>
      <Cols split="7-5">
        <Section id="history" title={t('history.title')} gap={4}>
          <CaseTimeline entries={view.entries} label={t('history.title')} />
        </Section>
        {view.openings === null ? null : (
          <Section id="openings" title={t('history.openings')} gap={3}>
            <p className="muted t-2">{t('history.openingsLead')}</p>
            {view.openings.length === 0 ? <EmptyState title={t('history.noOpenings')} /> : <CaseTimeline entries={view.openings} label={t('history.openings')} />}
          </Section>
        )}
      </Cols>
    </CaseFrame>
  );
}

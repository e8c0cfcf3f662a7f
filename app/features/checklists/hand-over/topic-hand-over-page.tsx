import { useFormat, useText } from '#app/content/use-text.tsx';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { Segment } from '#app/ui/choices/choices.tsx';
import { SelectField, TextArea, TextField } from '#app/ui/field/field.tsx';
import { ReaderNote } from '#app/ui/field/reader-note.tsx';
import { choiceProps, fieldProps, summaryOf } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { ActionBar, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Panel } from '#app/ui/panel/panel.tsx';
import { Secret } from '#app/ui/secret/secret.tsx';
import { topicShareDays } from './topic-share-days.ts';

export type TopicHandOverView = {
  readonly topic: string;
  readonly checklist: string;
  readonly questions: number;
  readonly back: string;
  /** Where the topic is already; its page. */
  readonly taken: string | null;
  readonly members: readonly { readonly value: string; readonly label: string }[];
  readonly self: string;
  readonly today: string;
  readonly formKey: string;
  /** The form for an outsider; null until it was asked for. */
  readonly secrets: { readonly token: string; readonly accessCode: string } | null;
  readonly outside: string;
  /** Links to the outside are made by the lead of the company. */
  readonly mayShare: boolean;
};

export type CreatedTopicLink = { readonly address: string; readonly accessCode: string; readonly expiresAt: string };

/** Hands a topic to a colleague, or lets somebody outside answer it through a link. */
export function TopicHandOverPage({ view, formToken, form, created }: { view: TopicHandOverView; formToken: string; form: FormState; created: CreatedTopicLink | null }) {
  const t = useText('handOver');
  const common = useText('common');
  const errors = summaryOf(form, ['userId', 'name', 'role', 'message', 'dueOn', 'days']);
  return (
    <Wrap flow className="stack stack--5">
      <ErrorSummary title={common('form.errors', { count: errors.length })} errors={errors} />
      <PageHeader back={{ href: view.back, label: t('back') }} title={t('pageTitle', { topic: view.topic })} lead={t('pageLead', { checklist: view.checklist, count: view.questions })} />
      {created ? (
        <Created created={created} back={view.back} />
      ) : view.taken ? (
        <Callout>
          <p>{t('taken')}</p>
          <p>
            <a href={view.taken}>{t('toHandOver')}</a>
          </p>
        </Callout>
      ) : view.secrets ? (
        <OutsideForm view={view} secrets={view.secrets} formToken={formToken} form={form} />
      ) : (
        <>
          <ColleagueForm view={view} formToken={formToken} form={form} />
          <Panel id="outside" title={t('outside.title')} className="measure">
            <p className="measure">{t('outside.offer')}</p>
            {view.mayShare ? (
              <p>
                <LinkButton look="secondary" href={view.outside}>
                  {t('outside.begin')}
                </LinkButton>
              </p>
            ) : (
              <p className="measure">{t('outside.onlyLead')}</p>
            )}
          </Panel>
        </>
      )}
    </Wrap>
  );
}

function ColleagueForm({ view, formToken, form }: { view: TopicHandOverView; formToken: string; form: FormState }) {
  const t = useText('handOver');
  const optional = useText('common')('form.optional');
  return (
    <Panel id="colleague" title={t('colleague.title')} gap={4} className="measure">
      {view.members.length === 0 ? (
        <p>{t('colleague.nobody')}</p>
      ) : (
        <form method="post" action={view.self} className="stack stack--4" noValidate>
          <input type="hidden" name="formToken" value={formToken} />
          <input type="hidden" name="idempotencyKey" value={view.formKey} />
          <SelectField {...fieldProps(form, 'userId')} label={t('colleague.who')} empty={t('colleague.choose')} options={view.members} />
          <TextArea {...fieldProps(form, 'message')} label={t('message')} hint={t('colleague.messageHint')} optional={optional} rows={3} />
          <TextField {...fieldProps(form, 'dueOn')} type="date" width="short" label={t('colleague.dueOn')} optional={optional} min={view.today} />
          <div>
            <Button>{t('colleague.submit')}</Button>
          </div>
          <ReaderNote sealed>{t('colleague.mail')}</ReaderNote>
        </form>
      )}
    </Panel>
  );
}

function OutsideForm({ view, secrets, formToken, form }: { view: TopicHandOverView; secrets: { readonly token: string; readonly accessCode: string }; formToken: string; form: FormState }) {
  const t = useText('handOver');
  const optional = useText('common')('form.optional');
  return (
    <Panel id="outside" title={t('outside.title')} gap={4} className="measure">
      <p className="measure">{t('outside.sees')}</p>
      <form method="post" action={view.outside} className="stack stack--4" noValidate>
        <input type="hidden" name="formToken" value={formToken} />
        <input type="hidden" name="token" value={secrets.token} />
        <input type="hidden" name="accessCode" value={secrets.accessCode} />
        <TextField {...fieldProps(form, 'name')} label={t('outside.name')} maxLength={120} autoComplete="off" />
        <TextField {...fieldProps(form, 'role')} label={t('outside.role')} hint={t('outside.roleHint')} optional={optional} maxLength={120} autoComplete="off" />
        <TextArea {...fieldProps(form, 'message')} label={t('message')} hint={t('outside.messageHint')} optional={optional} rows={3} />
        <Segment {...choiceProps(form, 'days')} legend={t('outside.days')} options={topicShareDays.map((days) => ({ value: String(days), label: t('outside.dayCount', { days }) }))} />
        <ActionBar>
          <Button>{t('outside.submit')}</Button>
          <LinkButton look="secondary" href={view.back}>
            {t('cancel')}
          </LinkButton>
        </ActionBar>
      </form>
    </Panel>
  );
}

/** Link and code, once. */
function Created({ created, back }: { created: CreatedTopicLink; back: string }) {
  const t = useText('handOver');
  const format = useFormat();
  return (
    <Panel id="created" title={t('outside.ready')} gap={4}>
      <p className="measure">
        <strong>{t('outside.once')}</strong> {t('outside.until', { moment: format.dateTime(created.expiresAt) })}
      </p>
      <div className="field">
        <label className="field__label" htmlFor="f-link">
          {t('outside.link')}
        </label>
        <input className="input" id="f-link" type="text" readOnly value={created.address} translate="no" />
      </div>
      <Secret label={t('outside.code')} groups={created.accessCode.split('-')} />
      <p className="muted measure">{t('outside.codeHint')}</p>
      <p>
        <LinkButton look="secondary" href={back}>
          {t('back')}
        </LinkButton>
      </p>
    </Panel>
  );
}

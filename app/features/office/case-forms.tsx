import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { officeChangeReasons } from '#app/domain/triage/severity-change.ts';
import { severities } from '#app/domain/triage/kinds.ts';
import { Button } from '#app/ui/button/button.tsx';
import { Checkbox } from '#app/ui/choices/choices.tsx';
import { SelectField, TextArea, TextField } from '#app/ui/field/field.tsx';
import { choiceProps, fieldProps } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { MessageThread } from '#app/ui/message-thread/message-thread.tsx';
import { Panel, Section } from '#app/ui/panel/panel.tsx';
import { splitDecision } from './decisions.ts';
import { named } from './ticket-words.tsx';
import type { OfficeCaseView } from './view.ts';

type Props = { view: OfficeCaseView; form: FormState; formToken: string };

function Hiddens({ intent, formToken, formKey }: { intent: string; formToken: string; formKey?: string }) {
  return (
    <>
      <input type="hidden" name="formToken" value={formToken} />
      <input type="hidden" name="intent" value={intent} />
      {formKey ? <input type="hidden" name="idempotencyKey" value={formKey} /> : null}
    </>
  );
}

const groupOf: Readonly<Record<string, 'triage' | 'routing' | 'record' | 'refer' | 'end'>> = { make_ready: 'triage', ask: 'triage', self_help: 'triage', add_provider: 'routing', relax: 'routing', take_back: 'routing', record: 'record', refer: 'refer' };

/** What the office decides about a case, in one form; what a decision needs besides stands below the choice. */
export function DecisionForm({ view, form, formToken }: Props) {
  const t = useText('office');
  const words = useDecisionWords();
  if (view.decisions.length === 0) return <p className="muted">{t('case.noDecision')}</p>;
  const groups = (['triage', 'routing', 'record', 'refer', 'end'] as const)
    .map((group) => ({ group: t(`groups.${group}`), options: view.decisions.filter((one) => (groupOf[splitDecision(one).act] ?? 'end') === group).map((value) => ({ value, label: words(value) })) }))
    .filter((one) => one.options.length > 0);
  const acts = new Set(view.decisions.map((one) => splitDecision(one).act));
  const optional = useText('common')('form.optional');
  return (
    <Panel id="entscheidung" title={t('case.decisionTitle')} gap={4}>
      <p className="muted">{t('case.decisionLead')}</p>
      <form method="post" className="stack stack--4">
        <Hiddens intent="decide" formToken={formToken} />
        <input type="hidden" name="taskId" value={view.tasks[0]?.id ?? ''} />
        <SelectField {...fieldProps(form, 'decision')} label={t('case.decisionField')} empty={useText('common')('action.select')} options={groups} />
        {acts.has('add_provider') ? (
          <SelectField {...fieldProps(form, 'providerId')} label={t('case.providerField')} hint={t('case.providerHint')} optional={optional} empty={useText('common')('action.select')} options={view.askable.map(({ id, name }) => ({ value: id, label: name }))} />
        ) : null}
        {acts.has('ask') ? <TextArea {...fieldProps(form, 'question')} label={t('case.questionField')} hint={t('case.questionHint')} optional={optional} /> : null}
        {acts.has('refer') || acts.has('self_help') ? (
          <Checkbox id="f-companyConsents" name="companyConsents" label={t('case.consentField')} hint={t('case.consentHint')} checked={choiceProps(form, 'companyConsents').chosen.includes('yes')} error={choiceProps(form, 'companyConsents').error} />
        ) : null}
        {acts.has('duplicate') ? <TextField {...fieldProps(form, 'survivingReference')} label={t('case.duplicateField')} hint={t('case.duplicateHint')} optional={optional} width="short" /> : null}
        <div>
          <Button>{t('case.decisionButton')}</Button>
        </div>
      </form>
    </Panel>
  );
}

/** A decision in the reader's words. */
function useDecisionWords(): (decision: string) => string {
  const t = useText('office');
  const { caseReasons } = useLabels();
  return (decision) => {
    const { act, code } = splitDecision(decision);
    if (act === 'relax') return t(`decisions.relax.${code}` as 'decisions.relax.area');
    if (act === 'record') return t(`decisions.record.${code}` as 'decisions.record.company_called');
    if (act === 'refer') return t('decisions.refer', { target: named(caseReasons, code) });
    if (act === 'close') return t('decisions.close', { reason: named(caseReasons, code) });
    if (act === 'false_alarm') return t('decisions.falseAlarm', { reason: named(caseReasons, code) });
    return t(`decisions.${act}` as 'decisions.make_ready');
  };
}

export function SeverityForm({ view, form, formToken }: Props) {
  const t = useText('office');
  const tc = useText('common');
  const labels = useLabels();
  return (
    <Panel id="dringlichkeit" title={t('case.severityTitle')} gap={4}>
      <form method="post" className="stack stack--4">
        <Hiddens intent="severity" formToken={formToken} />
        <SelectField {...fieldProps(form, 'severity')} label={t('case.severityField')} empty={tc('action.select')} options={severities.filter((one) => one !== view.ticket.severity).map((value) => ({ value, label: labels.severities[value] }))} />
        <SelectField {...fieldProps(form, 'reason')} label={t('case.reasonField')} hint={t('case.severityHint')} empty={tc('action.select')} options={officeChangeReasons.map((value) => ({ value, label: labels.severityReasons[value] }))} />
        <div>
          <Button look="secondary">{t('case.severityButton')}</Button>
        </div>
      </form>
    </Panel>
  );
}

/** The channel that company, provider and office read. */
export function NotesPanel({ view, form, formToken }: Props) {
  const t = useText('office');
  const format = useFormat();
  return (
    <Section id="mitlesen" title={t('case.notesTitle')} gap={4}>
      <p className="muted measure">{t('case.notesLead')}</p>
      <form method="post" className="stack stack--3">
        <Hiddens intent="note" formToken={formToken} formKey={view.formKey} />
        <TextArea {...fieldProps(form, 'text')} label={t('case.notesField')} />
        <div>
          <Button look="secondary">{t('case.notesButton')}</Button>
        </div>
      </form>
      {view.notes.length === 0 ? (
        <p className="muted">{t('case.notesEmpty')}</p>
      ) : (
        <MessageThread label={t('case.notesTitle')} messages={view.notes.map((note) => ({ key: note.id, author: note.author, from: note.from, dateTime: note.at, time: format.dayTime(note.at), own: note.own, body: note.text }))} />
      )}
    </Section>
  );
}

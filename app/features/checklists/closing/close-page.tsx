import { useText } from '#app/content/use-text.tsx';
import { CheckYourAnswers } from '#app/ui/answers/check-your-answers.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { Checkbox } from '#app/ui/choices/choices.tsx';
import { DataTable } from '#app/ui/data-table/data-table.tsx';
import { TextField } from '#app/ui/field/field.tsx';
import { choiceProps, fieldProps, summaryOf } from '#app/ui/form/form-state.ts';
import { Section } from '#app/ui/panel/panel.tsx';
import { SiteScopeNote } from '../runs/site-scope.tsx';
import type { CloseView } from './close-view.ts';

/** Every answer to look through, who gave them in which role, then the close. */
export function ClosePage({ view, formToken, refused }: { view: CloseView; formToken: string; refused: 'changed' | 'noAnswers' | 'noSites' | null }) {
  const t = useText('checklists');
  const common = useText('common');
  const errors = summaryOf(view.form, ['position', 'confirmed']);
  const groups = view.groups.map((group) => ({
    key: group.id,
    title: t('close.topic', { topic: group.title, answered: group.questions.filter((question) => question.answer).length, total: group.questions.length }),
    rows: group.questions.map((question) => ({
      key: question.id,
      question: question.title,
      answer: question.answer ? [question.answer, question.note].filter((text) => text).join('. ') : t('close.notAnswered'),
      change: { href: question.href, label: t('close.change') },
    })),
  }));
  const openCount = view.open.length;
  return (
    <CheckYourAnswers
      title={t('close.title')}
      lead={t('close.lead')}
      summary={
        <>
          <ErrorSummary title={common('form.errors', { count: errors.length })} errors={errors} />
          {refused ? <Flash tone="danger">{t(`close.${refused}`)}</Flash> : null}
        </>
      }
      groups={groups}
      next={
        <>
          {openCount > 0 ? (
            <Callout tone="warn" title={t('close.openWarning', { count: openCount })}>
              <p>
                <a href={view.links.open}>{t('close.openLink')}</a>
              </p>
            </Callout>
          ) : null}
          <SiteScopeNote scope={view.scope} />
          <Statement view={view} />
        </>
      }
      fields={
        <>
          <input type="hidden" name="formToken" value={formToken} />
          <input type="hidden" name="seenAnswers" value={view.stamp} />
          <input type="hidden" name="seenSites" value={view.seenSites} />
        </>
      }
      submit={t('close.submit')}
      back={{ href: view.links.overview, label: t('close.back') }}
    />
  );
}

function Statement({ view: { people, form } }: { view: CloseView }) {
  const t = useText('results');
  const confirmed = choiceProps(form, 'confirmed');
  return (
    <Section id="statement" title={t('close.statementTitle')} gap={4}>
      <p className="muted measure">{t('close.statementLead')}</p>
      {people.length === 0 ? null : (
        <DataTable
          id="people"
          caption={t('close.statementTitle')}
          captionHidden
          rows={people}
          rowKey={(person) => person.key}
          columns={[
            { key: 'person', title: t('close.person'), rowHeader: true, cell: ({ name }) => name },
            { key: 'role', title: t('close.role'), cell: ({ role }) => role },
            { key: 'answers', title: t('close.answers'), numeric: true, cell: ({ answers }) => answers },
            { key: 'bases', title: t('close.bases'), cell: ({ bases }) => bases },
          ]}
        />
      )}
      <div className="measure stack stack--4">
        <TextField {...fieldProps(form, 'position')} label={t('close.position')} hint={t('close.positionHint')} maxLength={80} autoComplete="organization-title" />
        <Checkbox id={confirmed.id} name="confirmed" label={t('close.confirm')} hint={t('close.confirmHint')} error={confirmed.error} checked={confirmed.chosen.includes('yes')} />
      </div>
    </Section>
  );
}

import { useText } from '#app/content/use-text.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { ConfirmPage } from '#app/ui/confirm/confirm.tsx';
import { summaryOf } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Rows, Section } from '#app/ui/panel/panel.tsx';
import { EvidenceLine, EvidenceSection } from './evidence-section.tsx';
import type { EvidenceItem, QuestionEvidence } from './evidence-view.ts';

export type EvidencePageView = { readonly question: string; readonly evidence: QuestionEvidence; readonly back: string; readonly flash: 'added' | 'removed' | null };

/** Evidence of one question on a page of its own: after an upload, and for a run that is closed. */
export function EvidencePage({ view, formToken, form }: { view: EvidencePageView; formToken: string; form?: FormState }) {
  const t = useText('evidence');
  const common = useText('common');
  const errors = form ? summaryOf(form, ['takenOn', 'expiresOn', 'description', 'file']) : [];
  const isRunning = view.evidence.action !== null;
  return (
    <Wrap flow className="stack stack--5">
      <ErrorSummary title={common('form.errors', { count: errors.length })} errors={errors} />
      {view.flash && errors.length === 0 ? <Flash>{t(view.flash)}</Flash> : null}
      <PageHeader back={{ href: view.back, label: t(isRunning ? 'backToQuestion' : 'backToResult') }} title={t('pageTitle')} lead={view.question} />
      {isRunning ? null : <Callout>{t('frozen')}</Callout>}
      <EvidenceSection evidence={view.evidence} formToken={formToken} form={form} />
    </Wrap>
  );
}

/** Asks before a file is gone for good. */
export function EvidenceRemovalPage({ item, formToken }: { item: EvidenceItem; formToken: string }) {
  const t = useText('evidence');
  return (
    <ConfirmPage
      title={t('removal.title', { name: item.name })}
      consequences={<p>{t('removal.text')}</p>}
      fields={<input type="hidden" name="formToken" value={formToken} />}
      confirm={t('removal.confirm')}
      cancel={{ href: item.question.href, label: t('removal.cancel') }}
    />
  );
}

/** All evidence of a run; what has run out or soon will stands first. */
export function RunEvidence({ items, id = 'evidence' }: { items: readonly EvidenceItem[]; id?: string }) {
  const t = useText('evidence');
  if (items.length === 0) return null;
  const count = (validity: EvidenceItem['validity']) => items.filter((item) => item.validity === validity).length;
  const expired = count('expired');
  const expiring = count('expiring');
  return (
    <Section id={id} title={t('title', { count: items.length })} gap={3}>
      {expired + expiring > 0 ? <Callout tone="warn">{t('renew', { expired, expiring })}</Callout> : null}
      <Rows items={items.map((item) => ({ key: item.id, content: <EvidenceLine item={item} withQuestion /> }))} fold={{ first: 10, more: (rest) => t('more', { count: rest }) }} />
    </Section>
  );
}


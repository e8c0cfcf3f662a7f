import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { capabilityLevels } from '#app/domain/routing/capabilities.ts';
import { incidentKinds } from '#app/domain/triage/kinds.ts';
import { rejectionReasons } from '#app/domain/vetting/vetting-machine.ts';
import { Badge } from '#app/ui/badge/badge.tsx';
import type { BadgeTone } from '#app/ui/badge/badge.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { Facts } from '#app/ui/facts/facts.tsx';
import { SelectField } from '#app/ui/field/field.tsx';
import { ReaderNote } from '#app/ui/field/reader-note.tsx';
import { summaryOf } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Cols, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Panel, Section } from '#app/ui/panel/panel.tsx';
import { CapabilityList } from './capability-list.tsx';
import { DocumentList } from './document-list.tsx';
import { ItemForm } from './item-form.tsx';
import { VettingBadge } from './office-list-page.tsx';
import type { OwnVettingView } from './vetting-view.server.ts';

const itemTones: Readonly<Record<string, BadgeTone>> = { accepted: 'ok', submitted: 'info', more_needed: 'warn', refused: 'danger' };

type Props = { view: OwnVettingView; form: FormState; formToken: string; done: boolean; hrefs: { document: (id: string) => string } };

/** The provider's application: what it wants to help with, its proofs, and what the reviewers asked. */
export function VettingPage({ view, form, formToken, done, hrefs }: Props) {
  const t = useText('providers');
  const tc = useText('common');
  const format = useFormat();
  const { application } = view;
  const errors = summaryOf(form);
  const editable = application !== null && (application.state === 'draft' || application.state === 'more_needed');
  return (
    <Wrap>
      <Stack gap={5}>
        <PageHeader title={t('vetting.title')} kicker={application ? <VettingBadge state={application.state} /> : null} />
        <ErrorSummary title={tc('form.errors', { count: errors.length })} errors={errors} />
        {done ? <Flash>{t('vetting.saved')}</Flash> : null}
        <Cols split="8-4">
          <Stack gap={6}>
            <Ended ended={view.ended} />
            {application === null ? null : editable ? <ReaderNote>{t('documents.readers')}</ReaderNote> : <Callout tone="light"><p>{t('vetting.reviewing')}</p></Callout>}
            {application?.dueAt ? <Callout tone="warn"><p>{t('vetting.dueBy', { date: format.date(application.dueAt) })}</p></Callout> : null}
            {application === null ? null : <Requested view={view} formToken={formToken} />}
            {application === null ? null : (
              <Section id="nachweise" title={t('vetting.itemsTitle')} gap={3} aside={<span className="muted t-2">{t('vetting.itemsCount', { done: view.neededDone, total: view.needed.length })}</span>}>
                <div>
                  {application.items.map((item) => (
                    <Disclosure
                      key={item.code}
                      open={item.state === 'more_needed' || form.values.code === item.code}
                      summary={
                        <span>
                          {item.code} {t(`items.${item.code}`)} <span className="muted t-2">{view.needed.includes(item.code) ? t('vetting.mandatory') : t('vetting.optional')}</span> <Badge tone={itemTones[item.state] ?? 'neutral'}>{t(`itemStates.${item.state}`)}</Badge>
                        </span>
                      }
                    >
                      {item.content.question === '' ? null : <Callout tone="warn" title={t('vetting.question')}><p>{item.content.question}</p></Callout>}
                      {editable && (application.state === 'draft' || item.state === 'more_needed' || item.state === 'submitted') ? (
                        <ItemForm item={item} requested={application.requested} form={form.values.code === item.code ? form : null} formToken={formToken} document={hrefs.document} />
                      ) : (
                        <>
                          <p>{[item.content.text, item.content.reference].map((part) => part.trim().replace(/\.$/, '')).filter(Boolean).join('. ')}</p>
                          <DocumentList documents={item.documents} href={hrefs.document} />
                        </>
                      )}
                    </Disclosure>
                  ))}
                </div>
              </Section>
            )}
            {editable ? (
              <form method="post" className="stack stack--3">
                <input type="hidden" name="formToken" value={formToken} />
                {view.complete ? null : <p className="muted">{t('vetting.notYet')}</p>}
                <div>
                  <Button name="intent" value="submit" id="f-submit">
                    {application.state === 'draft' ? t('vetting.submit') : t('vetting.submitMore')}
                  </Button>
                </div>
              </form>
            ) : null}
          </Stack>
          <Panel id="stand" title={t('vetting.standing')} as="aside">
            {view.standing === null ? (
              <p>{t('vetting.none')}</p>
            ) : (
              <Facts
                facts={[
                  { key: 'state', term: t('vetting.standing'), value: <VettingBadge state={view.standing.state} /> },
                  { key: 'until', term: t('vetting.until'), value: view.standing.validUntil ? format.date(view.standing.validUntil) : '–' },
                  ...(view.standing.conditions.length > 0 ? [{ key: 'conditions', term: t('vetting.conditions'), value: view.standing.conditions.map((one) => t(`conditions.${one}`)).join(', ') }] : []),
                ]}
              />
            )}
            {view.approvals.length > 0 ? (
              <>
                <h3 className="t-3">{t('vetting.approvals')}</h3>
                <CapabilityList approvals={view.approvals} />
              </>
            ) : null}
            {view.mayApply ? (
              <form method="post">
                <input type="hidden" name="formToken" value={formToken} />
                <Button look="secondary" name="intent" value="begin">
                  {t('vetting.begin')}
                </Button>
              </form>
            ) : null}
          </Panel>
        </Cols>
      </Stack>
    </Wrap>
  );
}

/** What became of the last application, and why: who is turned down shall know what to mend. */
function Ended({ ended }: { ended: OwnVettingView['ended'] }) {
  const t = useText('providers');
  const format = useFormat();
  if (ended === null) return null;
  const date = format.date(ended.on);
  if (ended.state !== 'rejected') return <Callout title={t('vetting.closed', { date })}><p>{t('vetting.closedText')}</p></Callout>;
  const reason = rejectionReasons.find((code) => code === ended.reason);
  return (
    <Callout tone="warn" title={t('vetting.rejected', { date })}>
      {reason === undefined ? null : <p>{t(`review.reasons.${reason}`)}</p>}
      {ended.words === '' ? null : <p>{ended.words}</p>}
      <p>{t('vetting.rejectedNext')}</p>
    </Callout>
  );
}

function Requested({ view, formToken }: Pick<Props, 'view' | 'formToken'>) {
  const t = useText('providers');
  const labels = useLabels();
  const requested = view.application?.requested ?? [];
  if (view.application?.state !== 'draft') {
    return (
      <Section id="wobei" title={t('vetting.requestedTitle')} gap={3}>
        <CapabilityList approvals={requested} />
      </Section>
    );
  }
  return (
    <Section id="wobei" title={t('vetting.requestedTitle')} gap={3}>
      <CapabilityList approvals={requested} />
      <Disclosure open={requested.length === 0} summary={t(requested.length === 0 ? 'vetting.notRequested' : 'vetting.changeRequested')}>
        <p className="muted">{t('vetting.requestedLead')}</p>
        <form method="post" className="stack stack--3" id="f-requested">
          <input type="hidden" name="formToken" value={formToken} />
          <input type="hidden" name="intent" value="requested" />
          {/* Whoever is approved for any incident covers the unsure ones. */}
          {incidentKinds.filter((kind) => kind !== 'unsure').map((kind) => (
            <SelectField
              key={kind}
              id={`f-level-${kind}`}
              name={`level-${kind}`}
              label={labels.incidentKinds[kind]}
              optional={null}
              empty={t('vetting.notRequested')}
              defaultValue={String(requested.find((one) => one.capability === kind)?.level ?? '')}
              options={capabilityLevels.map((level) => ({ value: String(level), label: `${level} ${labels.capabilityLevels[level]}` }))}
            />
          ))}
          <div>
            <Button look="secondary">{t('vetting.saveRequested')}</Button>
          </div>
        </form>
      </Disclosure>
    </Section>
  );
}

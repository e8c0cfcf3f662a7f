import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { Checkbox, CheckboxList, RadioCards } from '#app/ui/choices/choices.tsx';
import { Facts } from '#app/ui/facts/facts.tsx';
import { SelectField, TextArea, TextField } from '#app/ui/field/field.tsx';
import { choiceProps, fieldProps, summaryOf } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Lamp } from '#app/ui/lamp/lamp.tsx';
import { Cols, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { ScoreArc } from '#app/ui/lights/score-arc.tsx';
import { StepLights } from '#app/ui/lights/step-lights.tsx';
import { Panel } from '#app/ui/panel/panel.tsx';
import { Timeline } from '#app/ui/timeline/timeline.tsx';
import { Criterion } from '#app/ui/work-list/work-list.tsx';
import { rejectionReasons, suspensionReasons } from '#app/domain/vetting/vetting-machine.ts';
import { VettingBadge } from './office-list-page.tsx';
import { approvalConditions } from './vetting-content.ts';
import type { ItemInReview } from './vetting-content.ts';
import type { ReviewView } from './review-view.server.ts';
import { ChannelTestPanel } from './channel-test-panel.tsx';

type Props = { view: ReviewView; form: FormState; formToken: string; done: boolean; hrefs: { providers: string; stepUp: string } };

const steps = ['submitted', 'in_review', 'more_needed', 'ready_for_decision'] as const;

/** One provider in review: the proofs with their verdicts, beside it who looks and who decides. */
export function ReviewPage({ view, form, formToken, done, hrefs }: Props) {
  const t = useText('providers');
  const labels = useLabels();
  const format = useFormat();
  const { application } = view;
  const errors = summaryOf(form);
  const step = steps.find((one) => one === application?.state);
  const capabilities = (application?.requested ?? []).map((one) => t('list.level', { kind: labels.incidentKinds[one.capability], level: one.level })).join(', ');
  return (
    <Wrap>
      <Stack gap={5}>
        <PageHeader
          back={{ href: hrefs.providers, label: t('review.back') }}
          kicker={view.standing ? <VettingBadge state={view.standing.state} /> : null}
          title={view.name}
          lead={application?.submittedAt ? t('review.applied', { date: format.dateLong(application.submittedAt), capabilities }) : t('review.noApplication')}
        />
        {step ? <StepLights step={steps.indexOf(step) + 1} steps={steps.length} title={t('review.step', { step: steps.indexOf(step) + 1, steps: steps.length })} detail={t(`review.steps.${step}`)} /> : null}
        <ErrorSummary title={useText('common')('form.errors', { count: errors.length })} errors={errors} />
        {done ? <Flash>{t('review.saved')}</Flash> : null}
        {view.tie ? <Callout tone="warn"><p>{t(`review.tie.${view.tie}`)}</p></Callout> : null}
        {view.seesDocuments ? null : <Callout icon="lock"><p>{t('review.documentsHidden')}</p></Callout>}
        <Cols split="8-4">
          <Stack gap={6}>
            {application?.state === 'submitted' && view.isReviewer && !view.tie ? (
              <form method="post">
                <input type="hidden" name="formToken" value={formToken} />
                <Button name="intent" value="begin" id="f-begin" arrow>
                  {t('review.begin')}
                </Button>
              </form>
            ) : null}
            {application && view.seesDocuments ? <Items view={view} items={application.items} form={form} formToken={formToken} /> : null}
            {application?.state === 'ready_for_decision' && view.isReviewer && !view.tie ? <Decision view={view} form={form} formToken={formToken} stepUp={hrefs.stepUp} /> : null}
          </Stack>
          <Stack gap={5} as="aside" label={t('review.fourEyes')}>
            {application ? <FourEyes view={view} /> : null}
            <Panel id="stammdaten" title={t('review.masterData')}>
              <Facts
                facts={[
                  { key: 'town', term: t('review.town'), value: view.town },
                  { key: 'size', term: t('review.size'), value: view.sizeClass ? (labels.sizeClasses as Readonly<Record<string, string>>)[view.sizeClass] : '–' },
                  { key: 'area', term: t('review.area'), value: view.districts.map((id) => (labels.districts as Readonly<Record<string, string>>)[id] ?? id).join(', ') },
                  { key: 'member', term: t('review.member'), value: view.isMember ? t('review.yes') : t('review.no') },
                  ...(view.standing?.validUntil ? [{ key: 'until', term: t('office.until'), value: format.date(view.standing.validUntil) }] : []),
                  ...(view.approvals.length > 0 ? [{ key: 'for', term: t('office.approvals'), value: view.approvals.map((one) => t('list.level', { kind: labels.incidentKinds[one.capability], level: one.level })).join(', ') }] : []),
                ]}
              />
            </Panel>
            {view.standing && view.isReviewer ? <ChannelTestPanel lastTest={view.channelTestOn} form={form} formToken={formToken} /> : null}
            {view.standing && view.maySuspend && !view.tie ? <SuspensionPanel view={view} form={form} formToken={formToken} stepUp={hrefs.stepUp} /> : null}
          </Stack>
        </Cols>
      </Stack>
    </Wrap>
  );
}

type Part = { view: ReviewView; form: FormState; formToken: string };

function Items({ view, items, form, formToken }: Part & { items: readonly ItemInReview[] }) {
  const t = useText('providers');
  const deciding = view.application?.state === 'in_review' && view.isReviewerA && !view.tie;
  const shown = items.filter((item) => item.state !== 'missing' || view.needed.includes(item.code));
  if (!deciding) {
    return (
      <div>
        {shown.map((item) => (
          <section key={item.code} className="crit" aria-labelledby={`nachweis-${item.code}`}>
            <h2 className="t-4" id={`nachweis-${item.code}`}>
              {item.code} {t(`items.${item.code}`)}
            </h2>
            <div className="muted t-2"><Evidence item={item} /></div>
            <p>{t(`itemStates.${item.state}`)}{item.content.note === '' ? '' : `. ${item.content.note}`}</p>
          </section>
        ))}
      </div>
    );
  }
  return (
    <form method="post" className="stack stack--5">
      <input type="hidden" name="formToken" value={formToken} />
      <div>
        {shown.map((item) =>
          item.state === 'missing' ? (
            <p key={item.code} className="muted">
              {item.code} {t(`items.${item.code}`)}: {t('review.notSubmitted')}
            </p>
          ) : (
            <Criterion
              key={item.code}
              id={`f-verdict-${item.code}`}
              name={`verdict-${item.code}`}
              legend={`${item.code} ${t(`items.${item.code}`)}`}
              evidence={<Evidence item={item} />}
              chosen={String(form.values[`verdict-${item.code}`] ?? (item.state === 'submitted' ? 'open' : item.state))}
              options={[
                { value: 'accepted', label: t('review.accepted') },
                { value: 'more_needed', label: t('review.more') },
                { value: 'refused', label: t('review.refused') },
                { value: 'open', label: t('review.open') },
              ]}
            >
              <TextField {...fieldProps(form, `note-${item.code}`)} defaultValue={String(form.values[`note-${item.code}`] ?? item.content.note)} label={t('review.note')} optional={useText('common')('form.optional')} />
              <details className="more" open={item.state === 'more_needed' || form.errors[`question-${item.code}`] !== undefined}>
                <summary>{t('review.more')}</summary>
                <TextArea {...fieldProps(form, `question-${item.code}`)} defaultValue={String(form.values[`question-${item.code}`] ?? item.content.question)} rows={2} label={t('review.question')} optional={useText('common')('form.optional')} />
              </details>
            </Criterion>
          ),
        )}
      </div>
      <div className="actionbar">
        <Button name="intent" value="finish_review" id="f-finish" arrow>
          {t('review.finish')}
        </Button>
        <Button look="secondary" name="intent" value="ask_for_more">
          {t('review.ask')}
        </Button>
        <Button look="quiet" name="intent" value="save">
          {t('review.saveOnly')}
        </Button>
      </div>
    </form>
  );
}

function Evidence({ item }: { item: ItemInReview }) {
  const t = useText('providers');
  const labels = useLabels();
  const format = useFormat();
  const { content } = item;
  const end = content.endsOn ?? item.validUntil;
  return (
    <>
      {[content.text, content.reference, end ? t('review.validUntil', { date: format.date(end) }) : ''].filter(Boolean).join(', ')}
      {content.persons.map((person) => (
        <span key={person.personId}>
          <br />
          {t('review.persons', { name: person.name, kind: t(`qualifications.${person.kind}`), number: person.number, date: person.validUntil ? format.date(person.validUntil) : t('review.noEnd') })}
        </span>
      ))}
      {content.capabilities.map((one) => (
        <span key={one.capability}>
          <br />
          {t('review.casesFor', { kind: labels.incidentKinds[one.capability], count: one.confirmedCases })}
        </span>
      ))}
    </>
  );
}

/** Few enough to leave room for the number below them; the last one is lit when all proofs are met. */
const lights = 5;

function FourEyes({ view }: { view: ReviewView }) {
  const t = useText('providers');
  const tc = useText('common');
  const decided = view.application?.state === 'ready_for_decision';
  return (
    <Lamp id="vier-augen" title={t('review.fourEyes')} titleSmall dial>
      <ScoreArc id="nachweise-erfuellt" small count={lights} lit={view.itemsTotal === 0 ? 0 : Math.floor((lights * view.itemsAccepted) / view.itemsTotal)} value={tc('format.ofTotal', { part: view.itemsAccepted, total: view.itemsTotal })} unit={t('review.criteria')} />
      <hr />
      <Timeline
        entries={[
          { key: 'a', state: view.application?.reviewerA ? 'done' : 'now', content: <><strong>{view.application?.reviewerA ?? t('review.nobody')}</strong> {t('review.reviews')}</> },
          { key: 'b', state: decided ? 'now' : 'open', content: <><strong>{t('review.anotherPerson')}</strong> {t('review.decides')}</> },
        ]}
      />
    </Lamp>
  );
}

function Decision({ view, form, formToken, stepUp }: Part & { stepUp: string }) {
  const t = useText('providers');
  const labels = useLabels();
  const format = useFormat();
  return (
    <Panel id="entscheidung" title={t('review.decisionTitle')} gap={4}>
      <p className="muted">{view.isReviewerA ? t('review.sameReviewer') : t('review.decisionLead')}</p>
      {view.isReviewerA ? null : !view.steppedUp ? (
        <p>
          <LinkButton href={stepUp}>{t('review.stepUp')}</LinkButton>
        </p>
      ) : (
        <form method="post" className="stack stack--4">
          <input type="hidden" name="formToken" value={formToken} />
          <input type="hidden" name="intent" value="decide" />
          <fieldset className="stack stack--2" id="f-granted">
            <legend className="field__label">{t('review.grant')}</legend>
            {view.provable.map((one) => (
              <SelectField
                key={one.capability}
                id={`f-level-${one.capability}`}
                name={`level-${one.capability}`}
                label={labels.incidentKinds[one.capability]}
                hint={one.until ? t('review.provenUntil', { date: format.date(one.until) }) : t('review.notProven')}
                optional={null}
                empty={t('review.no')}
                defaultValue={one.until ? String(one.level) : ''}
                options={[1, 2, 3, 4].filter((level) => level <= one.level).map((level) => ({ value: String(level), label: `${level} ${labels.capabilityLevels[level as 1 | 2 | 3 | 4]}` }))}
              />
            ))}
          </fieldset>
          <RadioCards {...choiceProps(form, 'verdict')} legend={t('review.verdict')} options={(['approve', 'approve_with_conditions', 'reject', 'disagree'] as const).map((value) => ({ value, label: t(`review.verdicts.${value}`) }))} />
          <CheckboxList {...choiceProps(form, 'conditions')} legend={t('review.conditions')} optional={useText('common')('form.optional')} options={approvalConditions.map((value) => ({ value, label: t(`conditions.${value}`) }))} />
          <SelectField {...fieldProps(form, 'reason')} label={t('review.reason')} optional={useText('common')('form.optional')} empty={useText('common')('action.select')} options={rejectionReasons.map((value) => ({ value, label: t(`review.reasons.${value}`) }))} />
          <div>
            <Button>{t('review.decide')}</Button>
          </div>
        </form>
      )}
    </Panel>
  );
}

function SuspensionPanel({ view, form, formToken, stepUp }: Part & { stepUp: string }) {
  const t = useText('providers');
  const format = useFormat();
  const { standing } = view;
  if (!standing || (!standing.maySuspend && standing.suspension === null)) return null;
  return (
    <Panel id="sperre" title={t('review.suspendTitle')} gap={4}>
      <p className="muted">{t('review.suspendLead')}</p>
      {standing.suspension ? (
        <p>
          {standing.suspension.byName}. {standing.suspension.confirmedBy ? t('review.confirmed') : t('review.confirmBy', { date: format.dateTime(standing.suspension.confirmBy) })}
        </p>
      ) : null}
      {!view.steppedUp ? (
        <p>
          <LinkButton look="secondary" href={stepUp}>{t('review.stepUp')}</LinkButton>
        </p>
      ) : (
        <form method="post" className="stack stack--3">
          <input type="hidden" name="formToken" value={formToken} />
          {standing.suspension === null ? (
            <>
              <SelectField {...fieldProps(form, 'suspendReason')} label={t('review.suspendReason')} empty={useText('common')('action.select')} options={suspensionReasons.map((value) => ({ value, label: t(`review.suspendReasons.${value}`) }))} />
              <Button look="secondary" name="intent" value="suspend">{t('review.suspend')}</Button>
            </>
          ) : view.mayConfirmSuspension ? (
            <>
              {standing.suspension.confirmedBy === null ? <Button name="intent" value="confirm_suspension" id="f-suspension">{t('review.confirm')}</Button> : null}
              <Checkbox id="f-hearing" name="hearing" label={t('review.hearing')} />
              <Checkbox id="f-grave" name="grave" label={t('review.grave')} />
              <Button look="secondary" name="intent" value="lift_suspension">{t('review.lift')}</Button>
              <Button look="quiet" name="intent" value="revoke">{t('review.revoke')}</Button>
            </>
          ) : null}
        </form>
      )}
    </Panel>
  );
}

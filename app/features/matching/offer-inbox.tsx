import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { Badge, Severity } from '#app/ui/badge/badge.tsx';
import { LinkButton } from '#app/ui/button/button.tsx';
import { DataTable } from '#app/ui/data-table/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { litOfTime } from '#app/figures/arc-of-lights.ts';
import { Lamp } from '#app/ui/lamp/lamp.tsx';
import { ScoreArc } from '#app/ui/lights/score-arc.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Row, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { Rows, Section } from '#app/ui/panel/panel.tsx';
import { bigTime, placeOf, severityLevel } from './offer-words.ts';
import type { CaseCard, OfferCard, ProviderInbox } from './view.ts';

export type InboxLinks = { readonly offer: (id: string) => string; readonly case: (id: string) => string; readonly duty: string };

/** Offers that wait, offers that may still be answered, own cases, earlier offers. */
export function OfferInbox({ inbox, links }: { inbox: ProviderInbox; links: InboxLinks }) {
  const t = useText('matching');
  const [first, ...others] = [...inbox.open].sort((a, b) => a.leftMs - b.leftMs);
  return (
    <Wrap>
      <Stack gap={6}>
        <PageHeader title={t('inbox.title')} lead={t('inbox.lead')} />
        {first ? <UrgentOffer offer={first} links={links} /> : null}
        {first && others.length === 0 ? null : <Section id="open-offers" title={t(first ? 'inbox.openToo' : 'inbox.open')}>
          {others.length === 0 ? (
            <EmptyState title={t('inbox.openEmpty')} action={<LinkButton look="secondary" href={links.duty}>{t('inbox.toDuty')}</LinkButton>}>
              {t('inbox.openEmptyMore')}
            </EmptyState>
          ) : (
            <WaitingOffers offers={others} links={links} />
          )}
        </Section>}
        {inbox.late.length > 0 ? (
          <Section id="late-offers" title={t('inbox.late')}>
            <p className="muted">{t('inbox.lateMore')}</p>
            <WaitingOffers offers={inbox.late} links={links} />
          </Section>
        ) : null}
        <Section id="own-cases" title={t('inbox.cases')}>
          {inbox.cases.length === 0 ? <p className="muted">{t('inbox.casesEmpty')}</p> : <CaseTable cases={inbox.cases} links={links} />}
        </Section>
        {inbox.past.length > 0 ? (
          <Section id="past-offers" title={t('inbox.past')}>
            <PastOffers offers={inbox.past} links={links} />
          </Section>
        ) : null}
      </Stack>
    </Wrap>
  );
}

/** The offer whose window ends first stands in the light. */
function UrgentOffer({ offer, links }: { offer: OfferCard; links: InboxLinks }) {
  const t = useText('matching');
  const labels = useLabels();
  const format = useFormat();
  const left = bigTime(offer.leftMs, t);
  const periodMs = Date.parse(offer.until) - Date.parse(offer.sentAt);
  return (
    <Lamp
      id="urgent-offer"
      split="7-5"
      eyebrow={offer.state === 'accepted' ? labels.offerStates.accepted : t('inbox.waits')}
      title={t('offer.title', { kind: labels.incidentKinds[offer.kind], place: placeOf(offer.district, { t, labels }) })}
      side={
        <div className="score">
          <ScoreArc id="urgent-left" count={12} lit={litOfTime(offer.leftMs, periodMs)} value={left.value} unit={t('offer.untilUnit', { unit: left.unit, moment: format.dayTime(offer.until) })} />
        </div>
      }
    >
      <p className="row row--tight">
        <Severity level={severityLevel[offer.severity]}>{labels.severities[offer.severity]}</Severity>
        <span className="muted t-2">{offer.reference}</span>
      </p>
      <p>
        <LinkButton href={links.offer(offer.id)} arrow>{t(offer.state === 'accepted' ? 'inbox.toConfirm' : 'inbox.toOffer')}</LinkButton>
      </p>
    </Lamp>
  );
}

/** Offers with the time that is left, readable without scrolling sideways on a phone. */
function WaitingOffers({ offers, links }: { offers: readonly OfferCard[]; links: InboxLinks }) {
  const t = useText('matching');
  const labels = useLabels();
  const format = useFormat();
  return (
    <Rows
      items={offers.map((offer) => ({
        key: offer.id,
        content: (
          <Row apart>
            <Stack gap={1}>
              <a href={links.offer(offer.id)}>
                <strong>
                  {labels.incidentKinds[offer.kind]}, {placeOf(offer.district, { t, labels })}
                </strong>
              </a>
              <Row tight>
                <Severity level={severityLevel[offer.severity]}>{labels.severities[offer.severity]}</Severity>
                <Badge tone={offer.state === 'accepted' ? 'warn' : 'neutral'}>{labels.offerStates[offer.state]}</Badge>
                <span className="muted t-2">{offer.reference}</span>
              </Row>
            </Stack>
            <span>
              <strong>{offer.leftMs > 0 ? t('inbox.left', { duration: format.duration(offer.leftMs) }) : t('inbox.overdue', { duration: format.durationSince(offer.leftMs) })}</strong>
              <br />
              <small>{t('inbox.until', { moment: format.dayTime(offer.until) })}</small>
            </span>
          </Row>
        ),
      }))}
    />
  );
}

function PastOffers({ offers, links }: { offers: readonly OfferCard[]; links: InboxLinks }) {
  const t = useText('matching');
  const labels = useLabels();
  const format = useFormat();
  return (
    <DataTable
      id="past-table"
      caption={t('inbox.past')}
      captionHidden
      rows={offers}
      rowKey={(offer) => offer.id}
      columns={[
        { key: 'offer', title: t('inbox.offer'), rowHeader: true, cell: (offer) => <a href={links.offer(offer.id)}>{labels.incidentKinds[offer.kind]}, {placeOf(offer.district, { t, labels })}</a> },
        { key: 'severity', title: t('inbox.severity'), cell: (offer) => <Severity level={severityLevel[offer.severity]}>{labels.severities[offer.severity]}</Severity> },
        { key: 'state', title: t('inbox.state'), cell: (offer) => <Badge>{labels.offerStates[offer.state]}</Badge> },
        { key: 'sent', title: t('inbox.sent'), cell: (offer) => format.dayTime(offer.sentAt) },
      ]}
    />
  );
}

function CaseTable({ cases, links }: { cases: readonly CaseCard[]; links: InboxLinks }) {
  const t = useText('matching');
  const labels = useLabels();
  const format = useFormat();
  return (
    <DataTable
      id="case-table"
      caption={t('inbox.cases')}
      captionHidden
      rows={cases}
      rowKey={(one) => one.caseId}
      columns={[
        { key: 'case', title: t('inbox.case'), rowHeader: true, cell: (one) => (one.readable ? <a href={links.case(one.caseId)}>{one.reference}</a> : one.reference) },
        { key: 'company', title: t('inbox.company'), cell: (one) => one.company },
        { key: 'what', title: t('inbox.what'), cell: (one) => labels.incidentKinds[one.kind] },
        { key: 'severity', title: t('inbox.severity'), cell: (one) => <Severity level={severityLevel[one.severity]}>{labels.severities[one.severity]}</Severity> },
        {
          key: 'state',
          title: t('inbox.state'),
          cell: (one) => (
            <>
              {labels.caseStates[one.state]}
              {one.assignmentState === 'first_contact_due' && one.firstContactDue ? (
                <>
                  <br />
                  <small>{t('inbox.contactDue', { moment: format.dayTime(one.firstContactDue) })}</small>
                </>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}

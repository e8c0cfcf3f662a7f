import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { scoreTerms } from '#app/domain/routing/rules.ts';
import { DataTable } from '#app/ui/data-table/data-table.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { Section } from '#app/ui/panel/panel.tsx';
import { named } from './ticket-words.tsx';
import type { OfficeCaseView } from './view.ts';

/** The stored decision in full: how many each filter turned away, every term of every score, waves and offers. */
export function RoutingSection({ view }: { view: OfficeCaseView }) {
  const t = useText('office');
  const { explanation } = view;
  return (
    <Section id="vermittlung" title={t('routing.title')} gap={5}>
      {explanation === null ? <p className="muted">{t('routing.none')}</p> : <Decision explanation={explanation} names={view.providerNames} />}
      <Offers view={view} />
    </Section>
  );
}

type Explanation = NonNullable<OfficeCaseView['explanation']>;

function Decision({ explanation, names }: { explanation: Explanation; names: Readonly<Record<string, string>> }) {
  const t = useText('office');
  const labels = useLabels();
  const eligible = explanation.rows.filter((row) => row.eligible).length;
  return (
    <>
      <p>{t('routing.summary', { eligible, considered: explanation.rows.length, version: explanation.rulesVersion })}</p>
      {explanation.relaxations.length > 0 ? (
        <p>{t('routing.relaxed', { steps: useFormat().list(explanation.relaxations.map(({ step }) => t(`decisions.relax.${step}`))) })}</p>
      ) : null}
      {explanation.warnings.map((warning) => (
        <p key={warning}>{t(`routing.warnings.${warning}`)}</p>
      ))}
      <DataTable
        id="rangfolge"
        caption={t('routing.scoresCaption')}
        rows={explanation.rows.filter((row) => row.eligible)}
        rowKey={(row) => row.providerId}
        empty={<></>}
        columns={[
          { key: 'rank', title: t('routing.rank'), numeric: true, cell: (row) => row.rank ?? '–' },
          {
            key: 'provider',
            title: t('routing.provider'),
            rowHeader: true,
            cell: (row) => (
              <>
                {names[row.providerId] ?? row.providerId}
                {row.guarded ? <><br /><span className="muted t-2">{t('routing.guarded')}</span></> : null}
                {row.wished ? <><br /><span className="muted t-2">{t('routing.wished')}</span></> : null}
              </>
            ),
          },
          ...scoreTerms.map((term) => ({
            key: term,
            title: t(`routing.terms.${term}`),
            numeric: true,
            cell: (row: Explanation['rows'][number]) => {
              const found = row.score?.terms.find((one) => one.term === term);
              return found === undefined ? '' : `${found.points} / ${found.weight}`;
            },
          })),
          { key: 'points', title: t('routing.points'), numeric: true, cell: (row) => (row.score === null ? '' : <strong>{row.score.points}</strong>) },
        ]}
      />
      {explanation.byReason.length > 0 ? (
        <DataTable
          id="ausschluss"
          caption={t('routing.filtersCaption')}
          rows={explanation.byReason}
          rowKey={(row) => row.reason}
          columns={[
            { key: 'reason', title: t('routing.reason'), rowHeader: true, cell: (row) => labels.routingReasons[row.reason] },
            { key: 'count', title: t('routing.count'), numeric: true, cell: (row) => row.count },
          ]}
        />
      ) : null}
      {eligible < explanation.rows.length ? (
        <Disclosure summary={t('routing.outsideCaption')}>
          <DataTable
            id="ausgeschieden"
            caption={t('routing.outsideCaption')}
            captionHidden
            rows={explanation.rows.filter((row) => !row.eligible)}
            rowKey={(row) => row.providerId}
            columns={[
              { key: 'provider', title: t('routing.provider'), rowHeader: true, cell: (row) => names[row.providerId] ?? row.providerId },
              { key: 'reasons', title: t('routing.reason'), cell: (row) => [...new Set(row.failures.map((failure) => labels.routingReasons[failure.reason]))].join('. ') },
            ]}
          />
        </Disclosure>
      ) : null}
    </>
  );
}

function Offers({ view }: { view: OfficeCaseView }) {
  const t = useText('office');
  const labels = useLabels();
  const format = useFormat();
  return (
    <DataTable
      id="angebote"
      caption={t('routing.offersCaption')}
      rows={view.offers}
      rowKey={(offer) => offer.id}
      empty={<p className="muted">{t('routing.offersEmpty')}</p>}
      columns={[
        { key: 'wave', title: t('routing.wave'), numeric: true, cell: (offer) => offer.wave },
        { key: 'provider', title: t('routing.provider'), rowHeader: true, cell: (offer) => offer.provider },
        { key: 'state', title: t('routing.state'), cell: (offer) => named(labels.offerStates, offer.state) },
        { key: 'sent', title: t('routing.sent'), cell: (offer) => (offer.sentAt ? format.dayTime(offer.sentAt) : '') },
        { key: 'until', title: t('routing.until'), cell: (offer) => (offer.until ? format.dayTime(offer.until) : '') },
      ]}
    />
  );
}

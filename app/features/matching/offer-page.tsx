import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { Severity } from '#app/ui/badge/badge.tsx';
import { LinkButton } from '#app/ui/button/button.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { Facts } from '#app/ui/facts/facts.tsx';
import type { Fact } from '#app/ui/facts/facts.tsx';
import { litOfTime } from '#app/figures/arc-of-lights.ts';
import { Lamp } from '#app/ui/lamp/lamp.tsx';
import { Cols, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { ScoreArc } from '#app/ui/lights/score-arc.tsx';
import { Panel, Section } from '#app/ui/panel/panel.tsx';
import { TopicList } from '#app/ui/topics/topic-list.tsx';
import { OfferDecision } from './offer-decision.tsx';
import type { OfferLinks } from './offer-decision.tsx';
import { bigTime, companyLine, placeOf, severityLevel } from './offer-words.ts';
import type { OfferView } from './view.ts';

const lights = 12;
const decisionId = 'entscheidung';

type Props = { view: OfferView; formToken: string; links: OfferLinks; fault: string | null; fieldFault: string | null };

/** One offer: time left, the brief without names, why this provider, and the decision. */
export function OfferPage({ view, formToken, links, fault, fieldFault }: Props) {
  const t = useText('matching');
  const labels = useLabels();
  const format = useFormat();
  const { brief } = view;
  const left = bigTime(view.leftMs, t);
  const open = view.stage === 'answer' || view.stage === 'confirm' || view.stage === 'answer_late';
  const moment = format.dayTime(view.until);
  return (
    <Wrap>
      <Stack gap={6}>
        <p className="t-2">
          <a className="back" href={links.inbox}>{t('offer.back')}</a>
        </p>
        {fault ? <Flash tone="danger">{fault}</Flash> : null}
        <Lamp
          id="offer"
          level={1}
          split="7-5"
          eyebrow={t('offer.eyebrow', { reference: brief.reference })}
          title={t('offer.title', { kind: labels.incidentKinds[brief.kind], place: placeOf(brief.district, { t, labels }) })}
          side={
            <div className="score">
              <ScoreArc
                id="left"
                count={lights}
                lit={open && view.leftMs > 0 ? litOfTime(view.leftMs, view.periodMs) : 0}
                value={open ? left.value : '–'}
                unit={view.leftMs > 0 && open ? t('offer.untilUnit', { unit: left.unit, moment }) : t('offer.overUnit', { moment })}
              />
            </div>
          }
        >
          <p className="row">
            <Severity level={severityLevel[brief.severity]}>{labels.severities[brief.severity]}</Severity>
            {brief.onsiteWanted === 'yes' ? <span className="muted">{t('offer.onsite')}</span> : null}
            {brief.remotePossible === 'yes' && brief.onsiteWanted !== 'yes' ? <span className="muted">{t('offer.remote')}</span> : null}
          </p>
          {open ? (
            <p>
              <LinkButton look="primary" href={`#${decisionId}`} arrow>{t('offer.toDecision')}</LinkButton>
            </p>
          ) : null}
        </Lamp>
        <Cols split="8-4">
          <Stack gap={6}>
            <Section id="brief" title={t('offer.brief')}>
              <p className="muted">{t('offer.briefLead')}</p>
              <Facts facts={briefFacts(view, { t, labels, format })} />
            </Section>
            <div id={decisionId}>
              <OfferDecision view={view} formToken={formToken} links={links} fieldFault={fieldFault} />
            </div>
          </Stack>
          <WhyYou view={view} />
        </Cols>
      </Stack>
    </Wrap>
  );
}

type Words = { t: ReturnType<typeof useText<'matching'>>; labels: ReturnType<typeof useLabels>; format: ReturnType<typeof useFormat> };

function briefFacts({ brief }: OfferView, { t, labels, format }: Words): Fact[] {
  const fact = (key: string, term: string, value: string | null): { key: string; term: string; value: string | null } => ({ key, term, value });
  // The answer is the company's; „I do not know“ is no sentence for somebody else to read.
  const told = (code: string, words: string) => (code === 'unknown' ? null : words);
  const facts = [
    fact('company', t('offer.company'), companyLine(brief, { t, labels })),
    fact('situation', t('offer.situation'), told(brief.operation, labels.operationStates[brief.operation])),
    ...(brief.standstill.length > 0 ? [fact('standstill', t('offer.standstill'), format.list(brief.standstill.map((one) => labels.standstill[one])))] : []),
    fact('seen', t('offer.firstSeen'), t('offer.firstSeenAbout', { moment: format.dayTime(brief.firstSeenAt) })),
    fact('devices', t('offer.devices'), told(brief.devices, labels.countClasses[brief.devices])),
    fact('servers', t('offer.servers'), told(brief.servers, labels.countClasses[brief.servers])),
    fact('sites', t('offer.sites'), told(brief.sites, labels.countClasses[brief.sites])),
    fact('backups', t('offer.backups'), told(brief.backups, labels.triStates[brief.backups])),
    fact('remote', t('offer.remoteFact'), told(brief.remotePossible, labels.triStates[brief.remotePossible])),
    fact('onsite', t('offer.onsiteFact'), told(brief.onsiteWanted, labels.triStates[brief.onsiteWanted])),
    fact('language', t('offer.language'), labels.languages[brief.language]),
    fact('insurer', t('offer.insurer'), told(brief.insurer, labels.insurerStates[brief.insurer])),
  ];
  const unknown = facts.filter((one) => one.value === null).map((one) => one.term);
  return [...facts.filter((one) => one.value !== null), ...(unknown.length > 0 ? [fact('unknown', t('offer.unknown'), format.list(unknown))] : [])];
}

/** The provider's own line of the score, nobody else's. */
function WhyYou({ view }: { view: OfferView }) {
  const t = useText('matching');
  const format = useFormat();
  const { explanation } = view;
  return (
    <Panel id="why" as="aside" title={t('offer.why')}>
      {explanation === null || !explanation.eligible ? (
        <p>{t('offer.byHand')}</p>
      ) : (
        <>
          <p>
            <strong>{t('offer.rank', { rank: format.number(explanation.rank), of: format.number(explanation.of) })}</strong>
            {explanation.points === null ? null : <>, {t('offer.points', { points: format.number(explanation.points) })}</>}
          </p>
          <TopicList
            topics={explanation.terms.map((term) => ({
              key: term.term,
              tone: 'light',
              label: t(`terms.${term.term}`),
              note: term.points === null ? t('offer.termHidden') : t('offer.term', { points: format.number(term.points), weight: format.number(term.weight) }),
            }))}
          />
          {explanation.points === null ? <p className="muted t-2">{t('offer.pointsHidden')}</p> : null}
          <p className="t-2">
            {t(explanation.balanceOffers >= 0 ? 'offer.balanceOwed' : 'offer.balanceAhead', { balance: format.number(Math.abs(explanation.balanceOffers)) })}
          </p>
          {explanation.guarded ? <p className="t-2">{t('offer.guarded')}</p> : null}
        </>
      )}
      <p className="muted t-2">{t('offer.firstWins')}</p>
    </Panel>
  );
}

import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import type { CompanyRoutingView } from './routing-views.server.ts';

/** What happens now with a case, until when, and who was considered: for the company's case page. */
export function RoutingStatus({ view }: { view: CompanyRoutingView }) {
  const t = useText('matching');
  const labels = useLabels();
  const format = useFormat();
  const { explanation } = view;
  const running = view.now === 'waiting' || view.now === 'asked' || view.now === 'confirming';
  return (
    <div className="stack stack--3">
      <p>
        <strong>{view.now === 'asked' ? t('company.asked', { count: view.asked }) : t(`company.${view.now}`)}</strong>
      </p>
      {running && view.until ? <p>{view.now === 'asked' ? t('company.answersBy', { count: view.asked, moment: format.dayTime(view.until) }) : t('company.until', { moment: format.dayTime(view.until) })}</p> : null}
      {view.officeActsBy ? <p>{t('company.officeActsBy', { moment: format.dayTime(view.officeActsBy) })}</p> : null}
      {explanation ? (
        <>
          <p className="muted">{t('company.pool', { considered: format.number(explanation.considered), eligible: format.number(explanation.eligible) })}</p>
          {explanation.reasons.length > 0 || explanation.furtherReasons > 0 ? (
            <Disclosure bare summary={t('company.whyNot')}>
              <ul className="t-2">
                {explanation.reasons.map((one) => (
                  <li key={one.reason}>{t('company.reason', { count: format.number(one.count), reason: labels.routingReasons[one.reason] })}</li>
                ))}
                {explanation.furtherReasons > 0 ? <li>{t('company.further', { count: format.number(explanation.furtherReasons) })}</li> : null}
              </ul>
            </Disclosure>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

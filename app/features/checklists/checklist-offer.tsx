import type { ReactNode } from 'react';
import { useFormat, useText } from '#app/content/use-text.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { Facts } from '#app/ui/facts/facts.tsx';
import { Panel } from '#app/ui/panel/panel.tsx';
import type { OfferView } from './run-view.ts';

/** A checklist that one can start: for whom, how long, what one gets; `children` are the way to start it. */
export function ChecklistOffer({ offer, children }: { offer: OfferView; children: ReactNode }) {
  const t = useText('checklists');
  const format = useFormat();
  return (
    <Panel id={`offer-${offer.id}`} title={offer.title} gap={4}>
      <p className="measure">{offer.summary}</p>
      <Facts
        facts={[
          { key: 'who', term: t('browse.forWhom'), value: format.list(offer.kinds) },
          { key: 'size', term: t('browse.size'), value: format.list(offer.sizes) },
          {
            key: 'long',
            term: t('browse.howLong'),
            value: `${t('browse.minutes', { minutes: offer.minutes })}; ${t('browse.questions', { count: offer.questions, topics: offer.topics.length })}`,
          },
          { key: 'get', term: t('browse.whatYouGet'), value: t('browse.get') },
        ]}
      />
      <div className="row row--tight">{children}</div>
      <div>
        <Disclosure summary={t('browse.topics')}>
          <ul className="list">
            {offer.topics.map((topic) => (
              <li key={topic}>{topic}</li>
            ))}
          </ul>
        </Disclosure>
        <Disclosure summary={t('browse.sources')}>
          <ul className="list">
            {offer.sources.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
          <p className="muted t-2">{t('browse.checkedOn', { date: format.date(offer.checkedOn) })}</p>
        </Disclosure>
      </div>
    </Panel>
  );
}

/** The form that starts a run. The key makes repeated posts start one. */
export function StartForm({ checklistId, action, formToken, formKey, children }: { checklistId: string; action: string; formToken: string; formKey: string; children: ReactNode }) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="formToken" value={formToken} />
      <input type="hidden" name="idempotencyKey" value={formKey} />
      <input type="hidden" name="checklistId" value={checklistId} />
      {children}
    </form>
  );
}

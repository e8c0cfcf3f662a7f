import type { ReactNode } from 'react';
import { useFormat, useText } from '#app/content/use-text.tsx';
import type { ChecklistScope } from '#app/domain/checklist/vocabulary.ts';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { Facts } from '#app/ui/facts/facts.tsx';
import { Cols, Stack } from '#app/ui/layout/layout.tsx';
import { Panel, Rows, Section } from '#app/ui/panel/panel.tsx';
import type { OfferView } from '../runs/run-view.ts';

const scopes: readonly ChecklistScope[] = ['whole', 'subject'];

/** All checklists: at a glance first, then each with what one has to know before starting; `start` is the way to start one. */
export function ChecklistChoice({ offers, start }: { offers: readonly OfferView[]; start: (offer: OfferView) => ReactNode }) {
  const t = useText('checklists');
  const byScope = scopes.map((scope) => ({ scope, offers: offers.filter((offer) => offer.scope === scope) })).filter((group) => group.offers.length > 0);
  return (
    <Stack gap={6}>
      <Section id="which" title={t('browse.which')} gap={4}>
        <p className="measure">{t('browse.get')}</p>
        <Cols split="6-6">
          {byScope.map((group) => (
            <div key={group.scope} className="stack stack--2">
              <h3 className="t-3">{t(`browse.scope.${group.scope}`)}</h3>
              <Rows items={group.offers.map((offer) => ({ key: offer.id, content: <Glance offer={offer} /> }))} />
            </div>
          ))}
        </Cols>
      </Section>
      {byScope.map((group) => (
        <Section key={group.scope} id={`scope-${group.scope}`} title={t(`browse.scope.${group.scope}`)}>
          <Cols split="6-6" fill className="cards">
            {group.offers.map((offer) => (
              <ChecklistOffer key={offer.id} offer={offer}>
                {start(offer)}
              </ChecklistOffer>
            ))}
          </Cols>
        </Section>
      ))}
    </Stack>
  );
}

function Glance({ offer }: { offer: OfferView }) {
  const t = useText('checklists');
  return (
    <div className="row row--apart">
      <a href={`#offer-${offer.id}`}>{offer.title}</a>
      <span className="muted t-2">{t('browse.glance', { minutes: offer.minutes, count: offer.questions })}</span>
    </div>
  );
}

/** A checklist that one can start: for whom, how long; `children` are the way to start it. */
function ChecklistOffer({ offer, children }: { offer: OfferView; children: ReactNode }) {
  const t = useText('checklists');
  const format = useFormat();
  return (
    <Panel id={`offer-${offer.id}`} level={3} title={offer.title} gap={4}>
      <p className="measure">{offer.summary}</p>
      <Facts
        facts={[
          { key: 'who', term: t('browse.forWhom'), value: forWhom(offer, t('browse.everyKind'), format.list) },
          {
            key: 'long',
            term: t('browse.howLong'),
            value: `${t('browse.minutes', { minutes: offer.minutes })}; ${t('browse.questions', { count: offer.questions, topics: offer.topics.length })}`,
          },
        ]}
      />
      <div className="row row--tight">{children}</div>
      <Disclosure summary={t('browse.more')}>
        <h4 className="t-3">{t('browse.topics')}</h4>
        <ul className="list">
          {offer.topics.map((topic) => (
            <li key={topic}>{topic}</li>
          ))}
        </ul>
        <h4 className="t-3">{t('browse.sources')}</h4>
        <ul className="list">
          {offer.sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
        <p className="muted t-2">{t('browse.checkedOn', { date: format.date(offer.checkedOn) })}</p>
      </Disclosure>
    </Panel>
  );
}

/** Only what narrows the circle is said. */
function forWhom({ kinds, sizes }: OfferView, everybody: string, list: (parts: readonly string[]) => string): string {
  const said = [kinds, sizes].flatMap((parts) => (parts === null ? [] : [list(parts)]));
  return said.length === 0 ? everybody : said.join('; ');
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

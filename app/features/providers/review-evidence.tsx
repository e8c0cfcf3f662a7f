import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { DocumentList } from './document-list.tsx';
import type { ReviewedItem } from './review-view.server.ts';

/** What a provider says and shows for one proof. */
export function Evidence({ item, document }: { item: ReviewedItem; document: (id: string) => string }) {
  const t = useText('providers');
  const labels = useLabels();
  const format = useFormat();
  const { content } = item;
  const end = content.endsOn ?? item.validUntil;
  return (
    <>
      {[content.text, content.reference, end ? t('review.validUntil', { date: format.date(end) }) : ''].map((part) => part.trim().replace(/\.$/, '')).filter(Boolean).join(', ')}
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
      <DocumentList documents={item.documents} href={document} />
    </>
  );
}

import { useText } from '#app/content/use-text.tsx';
import type { ContactView } from './contact-view.ts';

/** Whom to call and when; numbers are links on a phone and readable on paper. */
export function ContactList({ contacts }: { contacts: readonly ContactView[] }) {
  const t = useText('incidents');
  return (
    <ul className="rows rows--open">
      {contacts.map((contact) => (
        <li key={contact.id}>
          <b>{contact.name}</b>{' '}
          {contact.phone ? (
            <a className="tel" href={`tel:${contact.phone.dialled}`}>
              {contact.phone.shown}
            </a>
          ) : null}
          <p className="t-2 muted">
            {contact.when}
            {contact.hours ? ` (${contact.hours})` : ''}
          </p>
          {contact.own ? <span className="only-print write-line">{t('card.ownNumber')}</span> : null}
        </li>
      ))}
    </ul>
  );
}

import { textOf } from '#app/content/translator.ts';
import type { Region } from '#app/content/region/region.ts';
import { ownContacts } from '#app/domain/triage/first-aid-card.ts';
import type { FirstAidCall } from '#app/domain/triage/first-aid-card.ts';
import type { Locale } from '../ports.ts';

export type ContactView = {
  readonly id: string;
  readonly name: string;
  readonly when: string;
  readonly phone: { readonly shown: string; readonly dialled: string } | null;
  readonly hours: string | null;
  /** Known to the company alone: a line to write the number on. */
  readonly own: boolean;
};

/** Whom to call, with numbers of the region's data; people the company knows itself get a line to write on. */
export function contactsOf(calls: readonly FirstAidCall[], region: Region, locale: Locale): readonly ContactView[] {
  const t = textOf(locale, 'triage');
  return calls.flatMap(({ contact, when }): ContactView[] => {
    const own = ownContacts.find((one) => one === contact);
    if (own !== undefined) return [{ id: contact, name: t(`ownContacts.${own}`), when: when[locale], phone: null, hours: null, own: true }];
    const known = region.contacts.find((one) => one.id === contact);
    if (known === undefined) return [];
    const hours = known.hours?.[locale] ?? null;
    const saidBefore = hours !== null && when[locale].includes(hours);
    return [{ id: contact, name: known.name[locale], when: when[locale], phone: known.phone, hours: saidBefore ? null : hours, own: false }];
  });
}

/** The name of the one a report goes to by law: an authority of the region, or somebody the company knows. */
export function recipientName(recipient: string, region: Region, locale: Locale): string {
  const t = textOf(locale, 'triage');
  if (recipient === 'customer' || recipient === 'persons_concerned' || recipient === 'own_insurer') return t(`recipients.${recipient}`);
  return region.contacts.find((one) => one.id === recipient)?.name[locale] ?? recipient;
}

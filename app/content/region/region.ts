/**
 * Everything that differs from one regional network to the next. Another network runs the same software with another value
 * of this type. Facts that change in the world carry the day they were last checked; `checkedOn: null` marks a placeholder
 * or an unconfirmed entry, which the start of a production system names.
 */
export type Bilingual = { readonly de: string; readonly en: string };

export type ContactId = string;

/** How a page may use a contact. */
export type ContactRole =
  | 'network_hotline'
  | 'emergency_services'
  | 'police_cybercrime'
  | 'data_protection_authority'
  | 'federal_help'
  | 'federal_reporting'
  | 'blocking_number';

export type Contact = {
  readonly id: ContactId;
  readonly role: ContactRole;
  readonly name: Bilingual;
  /** One sentence: what it is for. */
  readonly about: Bilingual;
  /** As printed, and as dialled (E.164 or short number). */
  readonly phone: { readonly shown: string; readonly dialled: string } | null;
  readonly hours: Bilingual | null;
  readonly email: string | null;
  readonly web: string | null;
  readonly address: string | null;
  /** ISO date; null: placeholder or not confirmed. */
  readonly checkedOn: string | null;
};

export type District = {
  readonly id: string;
  readonly name: Bilingual;
  /** The place distances are measured between. */
  readonly centre: { readonly town: string; readonly latitude: number; readonly longitude: number };
};

export type Region = {
  readonly id: string;
  readonly name: Bilingual;
  /** Shown instead of a district when the anonymised brief has to be coarsened. */
  readonly wholeRegion: Bilingual;
  readonly zone: string;
  readonly holidays: { readonly country: string; readonly state: string };
  readonly association: {
    readonly name: string;
    readonly checkedOn: string | null;
    /** Imprint lines; placeholders until the association enters its own. */
    readonly imprint: readonly string[];
  };
  readonly districts: readonly District[];
  /** Minutes by car between district centres, both directions alike; the diagonal is the usual way within a district. */
  readonly travelMinutes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly travelCheckedOn: string | null;
  /** Districts that share a border; a provider of one may be asked for the other when nobody nearer is left. */
  readonly neighbours: Readonly<Record<string, readonly string[]>>;
  readonly hotline: ContactId;
  readonly dataProtectionAuthority: ContactId;
  readonly contacts: readonly Contact[];
};

/** A contact that the region must have; throws when the id is unknown, which is a fault of the data. */
export function contactOf(region: Region, id: ContactId): Contact {
  const found = region.contacts.find((one) => one.id === id);
  if (found === undefined) throw new Error(`Region ${region.id} has no contact ${id}`);
  return found;
}

/** Minutes by car between two districts; null when one of them is not of this region. */
export function travelMinutesBetween(region: Region, from: string, to: string): number | null {
  return region.travelMinutes[from]?.[to] ?? null;
}

/** Entries of the region that nobody has confirmed, as the start of a production system lists them. */
export function unconfirmedEntries(region: Region): readonly string[] {
  return [
    ...(region.association.checkedOn === null ? ['association'] : []),
    ...(region.travelCheckedOn === null ? ['travelMinutes'] : []),
    ...region.contacts.filter((one) => one.checkedOn === null).map((one) => `contact ${one.id}`),
  ];
}

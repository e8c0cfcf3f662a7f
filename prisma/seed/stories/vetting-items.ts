import type { Calendar } from '../calendar.ts';
import type { DemoProvider } from '../demo-types.ts';
import type { ItemCode } from '#app/domain/vetting/items.ts';
import type { ItemInput } from '#app/features/providers/save-item.server.ts';

/** Days after the demo's start on which the liability insurance ends, where the story needs a certain day. */
const insuranceEnds: Readonly<Record<string, number>> = { rechtsgrat: -6 };

type Words = { readonly text: string; readonly reference: string };

const words: Readonly<Record<ItemCode, Words>> = {
  V1: { text: 'Eingetragen im Handelsregister Chemnitz, Gewerbe angemeldet.', reference: 'Registerauszug.pdf' },
  V2: { text: 'Betriebshaftpflicht mit Vermögensschäden und Cyber-Deckung, 3 Mio. Euro je Fall.', reference: 'Police.pdf' },
  V3: { text: 'Verschwiegenheitserklärung unterschrieben, alle Beschäftigten verpflichtet.', reference: 'Verschwiegenheit.pdf' },
  V4: { text: 'Vertrag zur Auftragsverarbeitung mit Anlage der Maßnahmen, beidseitig unterschrieben.', reference: 'Auftragsverarbeitung.pdf' },
  V5: { text: 'Keine Beteiligungen an Mitgliedsbetrieben. Eigene Kunden sind im Profil ausgenommen.', reference: 'Erklaerung_Interessen.pdf' },
  V6: { text: 'Fälle der letzten vier Jahre mit Ansprechpartnern, die wir mit deren Zustimmung nennen.', reference: 'Fallliste.pdf' },
  V7: { text: 'Benannte Personen mit Nachweis.', reference: 'Zertifikate.pdf' },
  V8: { text: 'Eigene Absicherung geprüft, Bericht liegt bei.', reference: 'Pruefbericht.pdf' },
  V9: { text: 'Rufbereitschaft rund um die Uhr, zwei Nummern, Rückruf in 15 Minuten.', reference: 'Bereitschaftsplan.pdf' },
  V10: { text: 'Arbeitsanweisung zur Beweissicherung mit Formular für die Beweiskette.', reference: 'Beweissicherung.pdf' },
  V11: { text: 'Zwei geschwärzte Abschlussberichte.', reference: 'Musterberichte.pdf' },
  V12: { text: 'Stundensätze werktags, nachts und am Wochenende, Anfahrt nach Landkreis.', reference: 'Preisblatt.pdf' },
  V13: { text: 'Auskunft aus dem Gewerbezentralregister, keine Einträge.', reference: 'Auskunft.pdf' },
  V14: { text: 'Verhaltensregeln des Vereins anerkannt.', reference: 'Verhaltensregeln.pdf' },
  V15: { text: 'Partner der im Profil genannten Versicherer.', reference: 'Bestaetigung.pdf' },
  V16: { text: 'Sprachen und Landkreise wie im Profil.', reference: 'Profil' },
};

const levelOf = (provider: DemoProvider) => Math.max(...provider.capabilities.map((one) => one.level));

/** What a provider hands in, item by item. */
export function itemsOf(provider: DemoProvider, calendar: Calendar): ItemInput[] {
  const expert = levelOf(provider) >= 3;
  const codes = (Object.keys(words) as ItemCode[]).filter(
    (code) => (code !== 'V9' || provider.duty === 'always') && (code !== 'V10' || expert) && (code !== 'V15' || provider.panels.length > 0),
  );
  return codes.map((code) => ({
    code,
    ...words[code],
    endsOn: endOf(code),
    persons:
      code === 'V7'
        ? provider.people.map((person, at) => ({
            personId: person.key,
            name: person.name,
            kind: expert ? ('expert' as const) : ('practitioner' as const),
            number: `CSN-${2100 + at + provider.since}`,
            validUntil: calendar.dateOf(-500 - 40 * at),
          }))
        : [],
    certifiedProviderUntil: null,
    capabilities: code === 'V6' ? provider.capabilities.flatMap(({ kinds }) => kinds.map((capability) => ({ capability, confirmedCases: 3, certificateUntil: null }))) : [],
  }));

  function endOf(code: ItemCode): string | null {
    if (code === 'V2') return calendar.dateOf(-(insuranceEnds[provider.key] ?? 400));
    return code === 'V8' ? calendar.dateOf(-330) : null;
  }
}

/** Every capability applied for, one entry a kind. */
export function requestedOf(provider: DemoProvider) {
  return provider.capabilities.flatMap(({ kinds, level }) => kinds.map((capability) => ({ capability, level })));
}

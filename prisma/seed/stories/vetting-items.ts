import type { Calendar } from '../calendar.ts';
import type { DemoProvider } from '../demo-types.ts';
import type { ItemCode } from '#app/domain/vetting/items.ts';
import type { ItemInput } from '#app/features/providers/save-item.server.ts';

/** Days after the demo's start on which the liability insurance ends, where the story needs a certain day. */
const insuranceEnds: Readonly<Record<string, number>> = { rechtsgrat: -6 };

type Words = { readonly text: string; readonly reference: string; /** Name of the document; null: the words are enough. */ readonly file: string | null };

/** Lines of the page that a proof brings. */
type ItemFile = { readonly kind: 'pdf'; readonly name: string; readonly lines: readonly string[] };

/** What a provider hands in for one proof, and the pages it brings. */
export type DemoItem = { readonly input: ItemInput; readonly file: ItemFile | null };

const words: Readonly<Record<ItemCode, Words>> = {
  V1: { text: 'Eingetragen im Handelsregister Chemnitz, Gewerbe angemeldet.', reference: 'Auszug vom März 2026', file: 'Registerauszug.pdf' },
  V2: { text: 'Betriebshaftpflicht mit Vermögensschäden und Cyber-Deckung, 3 Mio. Euro je Fall.', reference: 'Bestätigung des Versicherers', file: 'Police.pdf' },
  V3: { text: 'Verschwiegenheitserklärung unterschrieben, alle Beschäftigten verpflichtet.', reference: 'unterschrieben im Mai 2026', file: 'Verschwiegenheit.pdf' },
  V4: { text: 'Vertrag zur Auftragsverarbeitung mit Anlage der Maßnahmen, beidseitig unterschrieben.', reference: 'Fassung 3', file: 'Auftragsverarbeitung.pdf' },
  V5: { text: 'Keine Beteiligungen an Mitgliedsbetrieben. Eigene Kunden sind im Profil ausgenommen.', reference: '', file: 'Erklaerung_Interessen.pdf' },
  V6: { text: 'Fälle der letzten vier Jahre mit Ansprechpartnern, die wir mit deren Zustimmung nennen.', reference: '', file: 'Fallliste.pdf' },
  V7: { text: 'Benannte Personen mit Nachweis.', reference: '', file: 'Zertifikate.pdf' },
  V8: { text: 'Eigene Absicherung geprüft, Bericht liegt bei.', reference: 'Bericht der letzten Prüfung', file: 'Pruefbericht.pdf' },
  V9: { text: 'Rufbereitschaft rund um die Uhr, zwei Nummern, Rückruf in 15 Minuten.', reference: '', file: 'Bereitschaftsplan.pdf' },
  V10: { text: 'Arbeitsanweisung zur Beweissicherung mit Formular für die Beweiskette.', reference: 'Fassung 2', file: 'Beweissicherung.pdf' },
  V11: { text: 'Zwei geschwärzte Abschlussberichte.', reference: '', file: 'Musterberichte.pdf' },
  V12: { text: 'Stundensätze werktags, nachts und am Wochenende, Anfahrt nach Landkreis.', reference: 'gültig ab Januar 2026', file: 'Preisblatt.pdf' },
  V13: { text: 'Auskunft aus dem Gewerbezentralregister, keine Einträge.', reference: '', file: 'Auskunft.pdf' },
  V14: { text: 'Verhaltensregeln des Vereins anerkannt.', reference: 'unterschrieben im Mai 2026', file: 'Verhaltensregeln.pdf' },
  V15: { text: 'Partner der im Profil genannten Versicherer.', reference: '', file: 'Bestaetigung.pdf' },
  V16: { text: 'Sprachen und Landkreise wie im Profil.', reference: '', file: null },
};

const levelOf = (provider: DemoProvider) => Math.max(...provider.capabilities.map((one) => one.level));

/** What a provider hands in, item by item. */
export function itemsOf(provider: DemoProvider, calendar: Calendar): DemoItem[] {
  const expert = levelOf(provider) >= 3;
  const codes = (Object.keys(words) as ItemCode[]).filter(
    (code) => (code !== 'V9' || provider.duty === 'always') && (code !== 'V10' || expert) && (code !== 'V15' || provider.panels.length > 0),
  );
  return codes.map((code) => ({ input: inputOf(code), file: fileOf(code) }));

  function fileOf(code: ItemCode): ItemFile | null {
    const { text, reference, file } = words[code];
    if (file === null) return null;
    const { persons } = inputOf(code);
    return { kind: 'pdf', name: file, lines: [provider.name, provider.town, '', text, reference, ...persons.map((person) => `${person.name}, ${person.number}`)] };
  }

  function inputOf(code: ItemCode): ItemInput {
    const { text, reference } = words[code];
    return {
      code,
      text,
      reference,
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
      withdraw: [],
    };
  }

  function endOf(code: ItemCode): string | null {
    if (code === 'V2') return calendar.dateOf(-(insuranceEnds[provider.key] ?? 400));
    return code === 'V8' ? calendar.dateOf(-330) : null;
  }
}

/** Every capability applied for, one entry a kind. */
export function requestedOf(provider: DemoProvider) {
  return provider.capabilities.flatMap(({ kinds, level }) => kinds.map((capability) => ({ capability, level })));
}

import { hours } from './tale.ts';
import type { CaseTale } from './tale.ts';

/** Cases of the last hours: waiting for the office, for a provider, for a first word, or for nobody. */
export const freshCases: readonly CaseTale[] = [
  {
    key: 'bergkristall-phone', at: { minutesAgo: hours(22) }, kind: 'lost_device', by: 'anett-riedel', noticed: 90,
    answers: { deviceEncrypted: 'yes', devices: 'one', personalData: 'no', backups: 'yes', passwordsEntered: 'no', routingWanted: 'no', title: 'Diensthandy verloren', description: 'Das Handy der Rezeption ist seit dem Frühstücksdienst weg.', callbackName: 'Anett Riedel', callbackPhone: '030 23125 169' },
    steps: [],
  },
  {
    key: 'schacht-weakness', at: { minutesAgo: hours(6) }, kind: 'vulnerability_found', by: 'tobias-krell', noticed: 200,
    answers: { title: 'Lücke in der Lernplattform', description: 'Ein Schüler hat uns gezeigt, dass man Noten anderer sehen kann, wenn man die Nummer in der Adresse ändert.', personalData: 'yes', personsConcerned: 'under_500', callbackName: 'Tobias Krell', callbackPhone: '030 23125 167' },
    steps: [[40, { act: 'office', decision: 'ask', question: 'Ist die Lernplattform von außen erreichbar, und betreibt die Schule sie selbst?' }]],
  },
  {
    key: 'seidel-advice', at: { minutesAgo: hours(4) + 10 }, kind: 'advice', by: 'katrin-seidel', noticed: 5,
    answers: { title: 'Fernzugriff des Maschinenlieferanten', description: 'Der Lieferant unserer Plattensäge möchte Fernzugriff. Wie sichern wir das ab?', callbackName: 'Katrin Seidel', callbackPhone: '030 23125 160' },
    steps: [[30, { act: 'office', decision: 'make_ready' }]],
  },
  {
    key: 'lichtblick-takeover', at: { minutesAgo: 46 }, kind: 'account_takeover', by: 'kevin-starke', noticed: 35,
    answers: { passwordsEntered: 'yes', operation: 'hampered', standstill: ['email'], personalData: 'yes', personsConcerned: 'under_50', insurer: 'free', title: 'Postfach der Einsatzleitung gesperrt', description: 'Das Kennwort der Einsatzleitung stimmt nicht mehr, und es gehen Mails hinaus.', callbackName: 'Kevin Starke', callbackPhone: '030 23125 174' },
    steps: [[12, { act: 'accept' }]],
  },
  {
    key: 'drechsel-ddos', at: { minutesAgo: 38 }, kind: 'ddos', by: 'carsten-drechsel', noticed: 55,
    answers: { ongoing: 'yes', operation: 'hampered', standstill: ['website', 'orders_and_shop'], insurer: 'none', title: 'Bestellseite nicht erreichbar', description: 'Die Bestellseite antwortet seit einer Stunde nicht mehr. Der Vermieter des Servers spricht von einem Angriff.', callbackName: 'Carsten Drechsel', callbackPhone: '030 23125 168' },
    steps: [],
  },
  {
    key: 'lauterbachtal-ransomware', at: { minutesAgo: 18 }, kind: 'ransomware', by: 'ute-schubert', colleague: 'rene-arnold', noticed: 15,
    answers: { ongoing: 'yes', operation: 'stopped', standstill: ['public_service', 'files'], devices: 'six_to_twenty', servers: 'one', backups: 'unknown', personalData: 'yes', personsConcerned: 'under_5000', ransomDemand: 'yes', onsiteWanted: 'yes', insurer: 'none', title: 'Fachverfahren verschlüsselt', description: 'Das Einwohnermeldeverfahren startet nicht, alle Dateien haben eine fremde Endung.', callbackName: 'Ute Schubert', callbackPhone: '030 23125 175', releaseMode: 'immediate' },
    steps: [[4, { act: 'decline', reason: 'capacity' }]],
  },
  {
    key: 'morgenroth-transfer', at: { minutesAgo: 9 }, kind: 'payment_fraud', by: 'frank-morgenroth', noticed: 40,
    answers: { money: 'within_24h', passwordsEntered: 'no', insurer: 'none', title: 'Geld an falsches Konto überwiesen', description: '8.950 Euro sind heute an ein Konto gegangen, das nicht unserem Lieferanten gehört.', callbackName: 'Frank Morgenroth', callbackPhone: '030 23125 163' },
    steps: [],
  },
  {
    key: 'hofmann-mail', at: { minutesAgo: 5 }, kind: 'phishing_click', by: 'susanne-hofmann', noticed: 20,
    answers: { passwordsEntered: 'no', title: 'Verdächtige Mail geöffnet', description: 'An der Anmeldung wurde ein Anhang geöffnet, angeblich von der Kasse.', callbackName: 'Dr. Susanne Hofmann', callbackPhone: '030 23125 162' },
    steps: [],
  },
  {
    key: 'muldental-draft', at: { minutesAgo: 14 }, kind: 'website_defaced', by: 'henry-vogel', noticed: 30, sent: false,
    answers: { title: 'Vereinsseite zeigt Werbung', description: 'Auf der Seite des Vereins erscheint Werbung.' },
    steps: [],
  },
];

import type { Calendar } from '../calendar.ts';
import type { Stage } from '../stage.ts';
import { minutesLater } from '../timeline.ts';
import type { Story } from '../timeline.ts';
import { answerChecklist, closeRun } from './assessments.ts';
import type { Maturity } from './assessments.ts';
import { handTopicsOver } from './hand-overs.ts';
import type { HandedOver } from './hand-overs.ts';
import { handInProofs } from './proofs.ts';
import type { Proof } from './proofs.ts';
import { enterSites, holdFor } from './sites.ts';
import type { DemoSite } from './sites.ts';

const checklist = 'basis';

type Sitting = { readonly days: number; readonly time: string; readonly share: number; readonly person?: string };
type Run = { readonly maturity: Maturity; readonly sittings: readonly Sitting[]; readonly closed: boolean; readonly notes?: Readonly<Record<string, string>>; readonly proofs?: readonly Proof[]; readonly handedOver?: readonly HandedOver[]; /** How many of the company's sites, in their order. */ readonly holdsFor?: number };
type Told = { readonly person: string; readonly sites?: { readonly by: string; readonly days: number; readonly registered: string; readonly further: readonly DemoSite[] }; readonly runs: readonly Run[] };

const restoreProof: Proof = { requirementId: 'backup-restore-tested', words: 'Rücksicherung der Auftragsdaten', takenDaysAgo: 95, goodForDays: 365, file: { name: 'Protokoll-Ruecksicherung.pdf', kind: 'pdf', lines: ['Rücksicherung der Auftragsdaten', 'Dauer: 2 Stunden 10 Minuten', 'Ergebnis: vollständig'] } };
const trainingProof: Proof = { requirementId: 'staff-trained', words: 'Liste der letzten Schulung', takenDaysAgo: 350, goodForDays: 365, file: { name: 'Schulung-Teilnehmer.txt', kind: 'txt', lines: ['Schulung Phishing', '14 von 16 Personen haben teilgenommen.'] } };

const topicsOfWuensche: readonly HandedOver[] = [
  { topicId: 'emergency', message: 'Du hast den Notfallplan mit der Feuerwehr abgesprochen.', colleague: 'joerg-wuensche', dueInDays: 7 },
  { topicId: 'network', message: 'Bitte bis Ende der Woche, die Versicherung fragt danach.', outsider: { name: 'Robert Meinel', role: 'Silberader IT-Sicherheit GmbH' }, note: 'Für zwei ältere Steuerungen noch nicht umgestellt.', by: 'joerg-wuensche' },
];

/** Who checks itself, when, and how far it has come. */
const told: readonly Told[] = [
  {
    person: 'katrin-seidel',
    runs: [
      {
        maturity: { otherwise: 0.3, emergency: 0.1, backup: 0.3, devices: 0.5 },
        sittings: [{ days: 366, time: '18:05', share: 0.4 }, { days: 364, time: '18:30', share: 1 }],
        closed: true,
      },
      {
        maturity: { otherwise: 0.58, devices: 0.8, accounts: 0.62, emergency: 0.18, backup: 0.42, network: 0.48 },
        sittings: [{ days: 6, time: '17:40', share: 0.5 }, { days: 5, time: '18:10', share: 1 }],
        closed: true,
        notes: {
          'backup-restore-tested': 'Zuletzt im Frühjahr zusammen mit dem IT-Betreuer versucht, Aufträge ja, Zeichnungen nein.',
          'emergency-sheet': 'Vorlage liegt in der Werkstatt, drei Nummern fehlen noch.',
        },
        proofs: [
          { requirementId: 'backup-restore-tested', words: 'Protokoll der Rücksicherung im Frühjahr', takenDaysAgo: 201, goodForDays: 365, file: { name: 'Ruecksicherung-Fruehjahr.pdf', kind: 'pdf', lines: ['Rücksicherung, Protokoll', 'Aufträge zurückgeholt: ja', 'Zeichnungen zurückgeholt: nein'] } },
        ],
      },
    ],
  },
  {
    person: 'anja-lorenz',
    sites: { by: 'joerg-wuensche', days: 94, registered: 'Hauptwerk', further: [{ name: 'Werk 2', town: 'Werdau', district: 'zwickau' }] },
    runs: [
      { maturity: { otherwise: 0.66, network: 0.55, emergency: 0.5 }, sittings: [{ days: 92, time: '10:10', share: 0.6 }, { days: 90, time: '14:00', share: 1, person: 'joerg-wuensche' }], closed: true, holdsFor: 1, proofs: [restoreProof] },
      { maturity: { otherwise: 0.8, network: 0.75, emergency: 0.7 }, sittings: [{ days: 3, time: '13:20', share: 0.35 }], closed: false, holdsFor: 2, proofs: [trainingProof], handedOver: topicsOfWuensche },
    ],
  },
  { person: 'renate-albrecht', runs: [{ maturity: { otherwise: 0.72, people: 0.5 }, sittings: [{ days: 74, time: '9:15', share: 1 }], closed: true }] },
  { person: 'ute-schubert', runs: [{ maturity: { otherwise: 0.45, backup: 0.6 }, sittings: [{ days: 60, time: '11:00', share: 0.7 }, { days: 58, time: '8:30', share: 1, person: 'rene-arnold' }], closed: true }] },
  { person: 'maik-fiedler', runs: [{ maturity: { otherwise: 0.5 }, sittings: [{ days: 41, time: '16:20', share: 1 }], closed: true }] },
  { person: 'susanne-hofmann', runs: [{ maturity: { otherwise: 0.55, people: 0.35, organisation: 0.4 }, sittings: [{ days: 33, time: '19:10', share: 1 }], closed: true }] },
  { person: 'doreen-haupt', runs: [{ maturity: { otherwise: 0.4 }, sittings: [{ days: 20, time: '12:40', share: 0.55 }], closed: false }] },
  { person: 'birgit-loose', runs: [{ maturity: { otherwise: 0.48, accounts: 0.3 }, sittings: [{ days: 27, time: '15:00', share: 1 }], closed: true }] },
  { person: 'carsten-drechsel', runs: [{ maturity: { otherwise: 0.62 }, sittings: [{ days: 15, time: '7:50', share: 0.8 }], closed: false }] },
  { person: 'anett-riedel', runs: [{ maturity: { otherwise: 0.38 }, sittings: [{ days: 1, time: '21:10', share: 0.25 }], closed: false }] },
];

export function checklistStories(stage: Stage, calendar: Calendar): Story[] {
  return told.map(({ person, sites, runs }) => ({
    name: `checklists of ${person}`,
    async tell(until) {
      if (sites) {
        await until(calendar.day(sites.days, '9:00'));
        await enterSites(stage, sites.by, sites.registered, sites.further);
      }
      for (const { maturity, sittings, closed, notes, proofs, handedOver, holdsFor } of runs) {
        let id: string | null = null;
        for (const { days, time, share, person: other } of sittings) {
          await until(calendar.day(days, time));
          id = await answerChecklist(stage, { person: other ?? person, checklist, maturity, share, ...(notes ? { notes } : {}) }, id);
        }
        const last = sittings.at(-1);
        if (id !== null && holdsFor !== undefined) await holdFor(stage, person, id, holdsFor);
        if (id !== null) await handInProofs(stage, last?.person ?? person, id, proofs ?? []);
        if (id !== null) await handTopicsOver(stage, last?.person ?? person, id, handedOver ?? []);
        if (!closed || id === null || last === undefined) continue;
        await until(minutesLater(calendar.day(last.days, last.time), 24));
        await closeRun(stage, last.person ?? person, id);
      }
    },
  }));
}

import type { ChecklistDossierAnswer, ChecklistDossierInput, DossierEnvelope } from '#app/domain/dossier/checklist-dossier-input.ts';
import type { DossierLanguage } from '#app/domain/dossier/document.ts';
import type { IncidentDossierInput, Stated } from '#app/domain/dossier/incident-dossier-input.ts';

/** Invented input that fills every block of both dossiers. */

function envelope(language: DossierLanguage): DossierEnvelope {
  return {
    language,
    timeZone: 'Europe/Berlin',
    documentId: 'GD-2026-7F3K-92MX',
    checkCode: '4Q8T-ZD2W-11VB',
    checkAddress: 'geleucht.example/echtheit',
    createdAt: '2026-11-19T08:15:00.000Z',
    issuer: 'Südwestsachsen Digital e. V.',
    recipient: language === 'de' ? 'Zeichnung Cyber, Beispiel Versicherung AG' : 'Cyber underwriting, Beispiel Versicherung AG',
    checkpoint: { number: 1284, hash: '9f2c41d07be86a35c1e0', at: '2026-11-19T08:00:00.000Z' },
    signer: { name: 'Erika Mustermann', role: language === 'de' ? 'Geschäftsführerin' : 'Managing director', place: 'Olbernhau' },
  };
}

type Question = readonly [
  number: string, topic: number, must: boolean, de: string, en: string, shortDe: string, shortEn: string,
  answer: ChecklistDossierAnswer['answer'], basis: ChecklistDossierAnswer['basis'],
];

const topicNames = [
  ['Zugänge und Passwörter', 'Zugänge', 'Accounts and passwords', 'Accounts'],
  ['Datensicherung', 'Sicherung', 'Backup', 'Backup'],
  ['Updates und Systeme', 'Updates', 'Updates and systems', 'Updates'],
  ['E-Mail und Web', 'E-Mail', 'Mail and web', 'Mail'],
  ['Netz und Fernzugriff', 'Netz', 'Network and remote access', 'Network'],
  ['Notfallplan', 'Notfallplan', 'Emergency plan', 'Emergency'],
  ['Mitarbeitende', 'Mitarbeitende', 'People', 'People'],
  ['Dienstleister und Cloud', 'Dienstleister', 'Providers and cloud', 'Providers'],
] as const;

const topicsOfInsurers = ['access', 'backup', 'updates', 'malware_protection', 'firewall', 'incident_plan', 'awareness', 'dependence'] as const;

const questions: readonly Question[] = [
  ['1.1', 0, true, 'Hat jede Person ein eigenes Konto, auch an gemeinsam genutzten Rechnern?', 'Does everybody have an account of their own, also on shared computers?', 'Eigene Konten', 'Own accounts', 'yes', 'checked'],
  ['1.2', 0, true, 'Verlangen Fernzugang, E-Mail und Verwaltungszugänge einen zweiten Faktor?', 'Do remote access, mail and administration ask for a second factor?', 'Zweiter Faktor', 'Second factor', 'partly', 'provider_said'],
  ['1.3', 0, false, 'Nutzt die Werkstatt Konten ohne Verwaltungsrechte?', 'Does the workshop use accounts without administrator rights?', 'Keine Verwaltungsrechte', 'No administrator rights', 'yes', 'checked'],
  ['2.1', 1, true, 'Wird jeden Arbeitstag gesichert, und liegt eine Kopie getrennt vom Netz?', 'Is there a backup each working day, and is one copy kept apart from the network?', 'Tägliche, getrennte Sicherung', 'Daily backup kept apart', 'yes', 'document_seen'],
  ['2.2', 1, true, 'Wurde die Rücksicherung in den letzten zwölf Monaten geprüft?', 'Has restoring been tested within the last twelve months?', 'Rücksicherung geprüft', 'Restore tested', 'no', 'checked'],
  ['3.1', 2, true, 'Werden wichtige Updates binnen 14 Tagen eingespielt?', 'Are important updates installed within 14 days?', 'Updates binnen 14 Tagen', 'Updates within 14 days', 'yes', 'provider_said'],
  ['3.2', 2, false, 'Laufen Systeme, für die es keine Updates mehr gibt, getrennt vom übrigen Netz?', 'Do systems without further updates run apart from the rest of the network?', 'Alte Systeme getrennt', 'Old systems kept apart', 'not_applicable', null],
  ['4.1', 3, true, 'Hat jedes Gerät einen Schutz vor Schadprogrammen, der sich selbst aktuell hält?', 'Does every device have malware protection that keeps itself current?', 'Schutz vor Schadprogrammen', 'Malware protection', 'yes', 'checked'],
  ['4.2', 3, false, 'Werden Makros aus dem Internet blockiert?', 'Are macros from the internet blocked?', 'Makros blockiert', 'Macros blocked', 'unknown', 'estimated'],
  ['5.1', 4, true, 'Trennt eine Firewall den Betrieb vom Internet, und prüft jemand ihre Regeln?', 'Does a firewall stand between company and internet, and does somebody review its rules?', 'Firewall', 'Firewall', 'yes', 'provider_said'],
  ['5.2', 4, false, 'Ist der Fernzugang des Maschinenlieferanten nur auf Anfrage offen?', 'Is the machine supplier’s remote access open on request only?', 'Fernwartung', 'Remote maintenance', 'unknown', null],
  ['6.1', 5, true, 'Gibt es einen Notfallplan auf Papier, den die Beschäftigten kennen?', 'Is there an emergency plan on paper that the staff know?', 'Notfallplan', 'Emergency plan', 'unknown', 'estimated'],
  ['7.1', 6, true, 'Wurden alle Beschäftigten in den letzten zwölf Monaten geschult?', 'Has all staff been trained within the last twelve months?', 'Schulung', 'Training', 'yes', 'document_seen'],
  ['8.1', 7, false, 'Steht im Vertrag mit dem IT-Dienstleister, wie schnell er hilft?', 'Does the contract with the IT provider say how fast it helps?', 'Vertrag mit IT-Dienstleister', 'Contract with IT provider', null, null],
];

/** The input of a carpenter's shop of 18 people. */
export function checklistSample(language: DossierLanguage): ChecklistDossierInput {
  const de = language === 'de';
  const pick = <T>(german: T, english: T): T => (de ? german : english);
  return {
    ...envelope(language),
    company: {
      name: 'Tischlerei Muster & Söhne GmbH',
      sector: pick('C 31.0 Herstellung von Möbeln', 'C 31.0 Manufacture of furniture'),
      staffBand: pick('10 bis 49', '10 to 49'),
      turnoverBand: pick('bis 2,5 Mio. €', 'up to € 2.5 m'),
      sites: ['Olbernhau', 'Zwickau'],
    },
    scope: {
      covers: pick('Büro und Werkstatt an beiden Standorten, 14 Arbeitsplätze', 'Office and workshop at both sites, 14 workplaces'),
      leftOut: pick(
        ['Steuerungen der CNC-Maschinen (verantwortet der Hersteller)', 'Private Mobiltelefone der Beschäftigten'],
        ['Controls of the CNC machines (in the hands of the manufacturer)', 'Private mobile phones of staff'],
      ),
    },
    checklist: { id: 'grundschutz-betrieb', version: 3, title: pick('Grundprüfung Betrieb', 'Basic check for companies') },
    assessment: {
      startedAt: '2026-11-12T09:00:00.000Z',
      completedAt: '2026-11-17T15:40:00.000Z',
      people: [
        { name: 'Erika Mustermann', role: pick('Geschäftsführerin', 'managing director'), answers: 10, bases: [{ basis: 'checked', answers: 6 }, { basis: 'provider_said', answers: 3 }, { basis: null, answers: 1 }] },
        { name: 'Max Mustermann', role: pick('Büroleitung', 'office manager'), answers: 5, bases: [{ basis: 'document_seen', answers: 3 }, { basis: 'estimated', answers: 2 }] },
      ],
      confirmedBy: { name: 'Erika Mustermann', position: pick('Geschäftsführerin', 'managing director') },
    },
    statements: [
      { number: '2.3', question: pick('Betreiben Sie eigene Server?', 'Do you run servers of your own?'), answer: 'yes', answeredBy: 'Max Mustermann', answeredAt: '2026-11-12T09:05:00.000Z' },
      { number: '8.2', question: pick('Verkaufen Sie im Internet?', 'Do you sell online?'), answer: 'no', answeredBy: 'Erika Mustermann', answeredAt: '2026-11-12T09:06:00.000Z' },
    ],
    notAsked: [{ number: '8.3', title: pick('Schutz des Online-Ladens', 'Protection of the online shop'), why: pick('Folgt aus den Angaben oben', 'Follows from the statements above') }],
    result: { points: 59, maximum: 100 },
    previous: { completedAt: '2025-11-20T10:00:00.000Z', version: 2, points: 41, maximum: 100, otherSites: null, changes: { better: 9, worse: 2, new: 1, gone: 0, questionChanged: 3 } },
    topics: topicNames.map(([title, short, titleEn, shortEn], index) => ({
      title: pick<string>(title, titleEn), shortTitle: pick<string>(short, shortEn),
      points: [11, 6, 12, 9, 6, 2, 8, 5][index]!, maximum: [15, 14, 15, 12, 12, 10, 12, 10][index]!,
      previousPoints: [6, 6, 8, 7, 5, 1, 5, 3][index]!, previousMaximum: [15, 14, 15, 12, 12, 10, 12, 10][index]!,
    })),
    answers: questions.map(([number, topic, must, german, englishText, shortDe, shortEn, answer, basis], index) => ({
      number, must, answer, basis,
      insurerTopic: topicsOfInsurers[topic]!,
      parts: number === '1.2' ? [{ text: pick('Fernzugang', 'Remote access'), answer: 'yes' }, { text: pick('Verwaltung', 'Administration'), answer: 'no' }] : [],
      topic: pick(topicNames[topic]![0], topicNames[topic]![2]),
      question: pick(german, englishText),
      shortTitle: pick(shortDe, shortEn),
      note: number === '2.1'
        ? pick('werktags 19 Uhr; eine Platte im Wechsel außer Haus', 'weekdays 7 pm; one disk off site in turns')
        : number === '1.2' ? pick('Fernzugang und E-Mail ja, Verwaltung noch nicht', 'Remote access and mail yes, administration not yet') : null,
      reason: answer === 'not_applicable'
        ? pick('Alle Rechner laufen mit unterstützten Systemen.', 'All computers run supported systems.')
        : answer === 'unknown' ? pick('Der IT-Dienstleister ist gefragt, die Antwort steht aus.', 'The IT provider has been asked, the answer is pending.') : null,
      evidence: basis === 'document_seen' || number === '1.1'
        ? [{ title: pick('Bericht der Sicherungssoftware', 'Report of the backup software'), on: `2026-1${index % 2}-0${(index % 8) + 1}`, until: null }]
        : [],
      since: answer === 'yes' ? `202${3 + (index % 3)}-0${(index % 9) + 1}-01` : null,
      answeredBy: answer === null ? null : index % 3 === 0 ? 'Max Mustermann' : 'Erika Mustermann',
      answeredAt: answer === null ? null : '2026-11-17T14:05:00.000Z',
    })),
    words: [{ word: pick('Firewall', 'firewall'), meaning: pick('Sie lässt nur den Verkehr zwischen zwei Netzen durch, der erlaubt ist.', 'It lets only permitted traffic pass between two networks.') }],
    measures: [
      { title: pick('Rücksicherung eines Ordners und der Auftragssoftware testen', 'Test restoring a folder and the order software'), owner: 'Max Mustermann', dueOn: '2026-12-11', status: 'in_progress', doneOn: null },
      { title: pick('Notfallplan auf einer Seite schreiben und aushängen', 'Write the emergency plan on one page and hang it up'), owner: 'Erika Mustermann', dueOn: '2026-12-18', status: 'open', doneOn: null },
      { title: pick('Zweiten Faktor für Verwaltungszugänge einschalten', 'Switch on the second factor for administration'), owner: null, dueOn: null, status: 'open', doneOn: null },
      { title: pick('Schulung aller Beschäftigten', 'Training of all staff'), owner: 'Erika Mustermann', dueOn: '2026-10-01', status: 'done', doneOn: '2026-09-24' },
      { title: pick('Makros aus dem Internet sperren', 'Block macros from the internet'), owner: null, dueOn: null, status: 'proposed', doneOn: null },
    ],
    providers: [
      { name: 'Beispiel IT-Service Zwickau', service: pick('Betreuung der Rechner, Sicherung, Firewall', 'Care of computers, backup, firewall'), since: '2021-04-01', mayBeNamed: true },
      { name: 'wird nicht genannt', service: 'CAD', since: null, mayBeNamed: false },
    ],
    earlierIncidents: null,
  };
}

const known = <T>(value: T): Stated<T> => ({ certainty: 'known', value });
const estimated = <T>(value: T): Stated<T> => ({ certainty: 'estimated', value });
const open = { certainty: 'not_stated' } as const;

/** The same shop after ransomware on its file server. */
export function incidentSample(language: DossierLanguage): IncidentDossierInput {
  const pick = <T>(german: T, english: T): T => (language === 'de' ? german : english);
  return {
    ...envelope(language),
    documentId: 'GD-2026-8H2P-41QT',
    recipient: pick('Schadenabteilung, Beispiel Versicherung AG', 'Claims department, Beispiel Versicherung AG'),
    caseReference: 'GL-2026-0147',
    company: {
      name: 'Tischlerei Muster & Söhne GmbH',
      sector: pick('C 31.0 Herstellung von Möbeln', 'C 31.0 Manufacture of furniture'),
      staffBand: pick('10 bis 49', '10 to 49'),
      sites: ['Olbernhau', 'Zwickau'],
    },
    insurance: {
      insurer: known('Beispiel Versicherung AG'),
      policyNumber: known('CY-0815-4711'),
      broker: open,
      contact: known(pick('Erika Mustermann, Mobiltelefon 0171 39 200 55', 'Erika Mustermann, mobile 0171 39 200 55')),
      informed: known('yes'),
      hotlineUsedAt: known('2026-11-19T06:50:00.000Z'),
    },
    reporter: {
      name: 'Erika Mustermann',
      role: known(pick('Geschäftsführerin', 'Managing director')),
      phone: known('0171 39 200 55'),
      learnedHow: known(pick('Anruf aus dem Büro: Dateien ließen sich nicht öffnen', 'Call from the office: files would not open')),
    },
    times: {
      occurred: estimated('2026-11-18T22:30:00.000Z'),
      noticed: known('2026-11-19T05:40:00.000Z'),
      reportedInternally: known('2026-11-19T05:55:00.000Z'),
      reportedToPortal: known('2026-11-19T06:12:00.000Z'),
      insurerInformed: known('2026-11-19T06:50:00.000Z'),
    },
    what: {
      kind: pick('Verschlüsselung durch Erpresser', 'Ransomware'),
      severity: pick('Kritisch', 'Critical'),
      state: pick('in Bearbeitung', 'in progress'),
      description: pick(
        'Am Donnerstagmorgen ließen sich keine Aufträge mehr öffnen. Auf dem Server liegt in jedem Ordner eine Textdatei mit einer Forderung.\nDer Server und drei Rechner im Büro wurden sofort vom Netz getrennt.',
        'On Thursday morning no order could be opened. On the server there is a text file with a demand in each folder.\nThe server and three office computers were disconnected at once.',
      ),
      stillGoingOn: estimated('no'),
      ransomDemand: known('yes'),
      further: [{ question: pick('Läuft die Arbeit?', 'Is work running?'), answer: known(pick('Die Arbeit steht still', 'Work stands still')) }],
    },
    reach: {
      systems: known(pick('Dateiserver, Auftragssoftware, 3 Büro-Rechner', 'File server, order software, 3 office computers')),
      sites: known('Olbernhau'),
      services: estimated(pick('E-Mail nicht betroffen', 'Mail not affected')),
      workplaces: estimated('14'),
      providerConcerned: open,
      backupsConcerned: open,
    },
    data: {
      personalData: estimated('yes'),
      kinds: estimated(pick('Kundenanschriften, Lohnunterlagen', 'Customers’ addresses, payroll')),
      persons: estimated(pick('100 bis 1.000', '100 to 1,000')),
      records: open,
      specialCategories: open,
    },
    timeline: [
      { at: '2026-11-19T06:12:00.000Z', what: pick('Gemeldet', 'Reported'), by: 'Erika Mustermann, Tischlerei Muster & Söhne GmbH' },
      { at: '2026-11-19T06:12:00.000Z', what: pick('Eingeordnet', 'Classified'), by: null },
      { at: '2026-11-19T06:35:00.000Z', what: pick('Fall übernommen', 'Case taken on'), by: 'Beispiel IT-Service Zwickau' },
      { at: '2026-11-19T06:45:00.000Z', what: pick('Erster Kontakt, Telefon', 'First contact, telephone'), by: 'Rolf Beispiel, Beispiel IT-Service Zwickau' },
    ],
    measures: [
      { at: known('2026-11-19T05:50:00.000Z'), what: pick('Server und drei Rechner vom Netz getrennt, nicht ausgeschaltet', 'Server and three computers disconnected, left running'), by: 'Max Mustermann' },
      { at: known('2026-11-19T06:20:00.000Z'), what: pick('Kennwörter der Verwaltungskonten von einem unbeteiligten Gerät geändert', 'Administrator passwords changed from an unaffected device'), by: 'Max Mustermann' },
      { at: estimated('2026-11-19T08:25:00.000Z'), what: pick('Dienstleister vor Ort, Abbild des Servers begonnen', 'Provider on site, image of the server begun'), by: 'Beispiel IT-Service Zwickau' },
    ],
    providers: [
      { name: 'Beispiel IT-Service Zwickau', task: pick('Eindämmen, Abbilder, Wiederherstellen', 'Containment, images, recovery'), engagedAt: known('2026-11-19T06:35:00.000Z'), firstContactAt: known('2026-11-19T06:45:00.000Z'), vetted: { since: '2026-03-02', until: '2028-06-30' }, insurerConsent: open },
    ],
    evidence: { untouched: known('yes'), keptWhere: known(pick('Server verschlossen im Büro, Abbilder beim Dienstleister', 'Server locked in the office, images with the provider')) },
    exhibits: [
      { number: 'B1', title: pick('Textdatei mit der Forderung', 'Text file with the demand'), takenAt: '2026-11-19T06:05:00.000Z', takenBy: 'Max Mustermann', bytes: 1843, sha256: 'a3f1c09b7d2e4856901bc3d7e8f2a41566d0c9be73a1f4582e6b90d7c1a3e5f8' },
      { number: 'B2', title: pick('Foto des Bildschirms', 'Photo of the screen'), takenAt: '2026-11-19T06:07:00.000Z', takenBy: 'Max Mustermann', bytes: 2_415_120, sha256: '0c9be73a1f4582e6b90d7c1a3e5f8a3f1c09b7d2e4856901bc3d7e8f2a41566d' },
    ],
    authorities: [
      { name: pick('Zentrale Ansprechstelle Cybercrime der Polizei', 'Police contact point for cybercrime'), informedAt: known('2026-11-19T07:30:00.000Z'), fileNumber: null },
      { name: pick('Datenschutzaufsicht', 'Data protection authority'), informedAt: open, fileNumber: null },
    ],
    personsInformed: open,
    costs: [
      { kind: pick('Untersuchung', 'Forensics'), cents: estimated(480_000) },
      { kind: pick('Wiederherstellung', 'Recovery'), cents: estimated(750_000) },
      { kind: pick('Rechtsrat', 'Legal advice'), cents: open },
    ],
    interruptions: [
      { system: pick('Auftragssoftware', 'Order software'), from: known('2026-11-19T05:40:00.000Z'), until: open, stillDown: true },
      { system: pick('Zuschnitt', 'Cutting'), from: known('2026-11-19T06:00:00.000Z'), until: known('2026-11-19T11:00:00.000Z'), stillDown: false },
    ],
    loss: { waitingPeriodHours: known(12), lostTurnoverCents: open, thirdPartyClaims: open },
    deadlines: [
      { what: pick('Meldung an die Datenschutzaufsicht', 'Notification to the data protection authority'), rule: pick('Art. 33 DSGVO, 72 Stunden ab Bemerken', 'Art. 33 GDPR, 72 hours from noticing'), dueAt: '2026-11-22T05:40:00.000Z', atOnce: false, state: 'open', doneAt: null },
      { what: pick('Versicherer informieren', 'Inform the insurer'), rule: pick('unverzüglich, laut Vertrag', 'without delay, by contract'), dueAt: '2026-11-19T17:00:00.000Z', atOnce: false, state: 'done', doneAt: '2026-11-19T06:50:00.000Z' },
    ],
    findings: {
      at: '2026-11-19T08:10:00.000Z',
      by: 'Rolf Beispiel',
      outcome: pick('Schaden begrenzt', 'Damage limited'),
      causes: [pick('Offener Fernzugang', 'Open remote access')],
      causeText: null,
      effort: pick('Bis 1 Arbeitstag', 'Up to 1 working day'),
      recommendations: pick('Fernzugang nur mit zweitem Faktor.', 'Remote access only with a second factor.'),
    },
    openPoints: pick(
      ['Sind die Sicherungen vom Wochenende lesbar?', 'Stimmt der Versicherer dem Dienstleister zu?'],
      ['Are the weekend’s backups readable?', 'Does the insurer agree to the provider?'],
    ),
    nextReportOn: known('2026-11-20'),
    leftOut: [
      { what: pick('Nachrichten zwischen Betrieb und Dienstleister', 'Messages between company and provider'), why: pick('Vom Betrieb nicht ausgewählt', 'Not selected by the company') },
    ],
  };
}

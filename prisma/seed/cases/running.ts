import { days, hours } from './tale.ts';
import type { CaseTale } from './tale.ts';

/** Cases that a provider is working on. */
export const runningCases: readonly CaseTale[] = [
  {
    key: 'wuensche-ransomware', at: { minutesAgo: hours(8) + 28 }, kind: 'ransomware', by: 'anja-lorenz', colleague: 'joerg-wuensche', noticed: 12,
    answers: {
      ongoing: 'yes', operation: 'stopped', standstill: ['production', 'orders_and_shop', 'files'], devices: 'more_than_twenty', servers: 'two_to_five', sites: 'one', backups: 'yes', intruderActive: 'unknown',
      personalData: 'yes', personsConcerned: 'under_500', ransomDemand: 'yes', nis2Scope: 'important', onsiteWanted: 'yes', insurer: 'free', insurerInformed: 'yes', insurerName: 'Muldenland Versicherung', policyNumber: 'CY-2025-88014',
      title: 'Verschlüsselung auf zwei Servern', description: 'Auf dem Auftragsserver und dem Dateiserver lassen sich keine Dateien mehr öffnen. In jedem Ordner liegt ein Erpressertext.', systems: 'SRV-AUFTRAG, SRV-DATEI, Windows-Domäne mit etwa 40 Arbeitsplätzen, Fernzugang für Lieferanten', measuresSoFar: 'Netz getrennt, Geräte laufen weiter. Letzte Sicherung auf Band, abgezogen.', furtherContacts: 'Jörg Wünsche, Geschäftsführer, für Freigaben', callbackName: 'Anja Lorenz', callbackPhone: '030 23125 171', releaseMode: 'immediate',
    },
    steps: [
      [6, { act: 'accept' }],
      [13, { act: 'contact', channel: 'telephone', note: 'Netz ist getrennt und bleibt es. Anfahrt.' }],
      [40, { act: 'say', side: 'company', text: 'Herr Wünsche ist informiert und kommt in die Firma. Sollen die Leute in der Fertigung nach Hause?' }],
      [46, { act: 'say', side: 'provider', text: 'Bitte noch nicht. Die Maschinen selbst sind nach Ihrer Beschreibung nicht betroffen, wir prüfen das zuerst.' }],
      [95, { act: 'attach', side: 'company', file: { kind: 'png', name: 'Erpressertext.png', purpose: 'screenshot', origin: 'Foto vom Bildschirm SRV-DATEI', lines: ['wuensche-erpresser'] } }],
      [120, { act: 'attach', side: 'company', file: { kind: 'pdf', name: 'Bandprotokoll.pdf', purpose: 'document', origin: 'Sicherungsserver, ausgedruckt', lines: ['Sicherung Dienstag: vollständig', 'Sicherung Mittwoch: nicht gestartet'] } }],
      [155, { act: 'attach', side: 'provider', file: { kind: 'txt', name: 'anmeldungen.txt', purpose: 'log', origin: 'Protokoll des Fernzugangs', lines: ['02:14 Fernzugang Lieferant 3, fremde Adresse', '02:31 Anmeldung SRV-DATEI', '03:05 Anmeldung SRV-AUFTRAG'] } }],
      [170, { act: 'deadline_done', fileNumber: 'BSI-2026-11-20417' }],
      [200, { act: 'say', side: 'provider', text: 'Einfallstor gefunden: Fernzugang ohne zweiten Faktor. Er ist gesperrt.' }],
      [215, { act: 'milestone', milestone: 'mark_contained', note: 'Fernzugang der Lieferanten gesperrt, keine Verbindung nach außen mehr.' }],
      [250, { act: 'note', text: 'Band am Abend abholen, zweites Laufwerk aus der Werkstatt mitbringen.' }],
      [hours(7) + 40, { act: 'say', side: 'company', second: true, text: 'Foto vom Erpressertext ist hochgeladen. Die Versicherung weiß Bescheid, die Schadennummer folgt.' }],
      [hours(7) + 55, { act: 'attach', side: 'company', file: { kind: 'eml', name: 'Schadenmeldung.eml', purpose: 'mail', origin: 'Antwort der Versicherung', lines: ['From: Schaden <schaden@muldenland-versicherung.example>', 'To: a.lorenz@maschinenbau-wuensche.example', 'Subject: Eingang Ihrer Meldung', '', 'Wir haben Ihre Meldung erhalten.'] } }],
      [hours(8) + 4, { act: 'say', side: 'provider', text: 'Die Sicherung vom Dienstag ist sauber. Wir können heute Abend mit dem Auftragsserver beginnen. Bitte lassen Sie die Rechner in der Konstruktion aus.' }],
    ],
  },
  {
    key: 'lauterbachtal-leak', at: { days: 2, time: '11:20' }, kind: 'data_leak', by: 'rene-arnold', colleague: 'ute-schubert', noticed: 180,
    answers: { personalData: 'yes', sensitiveData: 'yes', personsConcerned: 'under_5000', operation: 'running', insurer: 'none', title: 'Verdacht auf Datenabfluss', description: 'Der Dateiserver hat in der Nacht ungewöhnlich viele Daten nach außen übertragen.', systems: 'Dateiserver Meldewesen', callbackName: 'René Arnold', callbackPhone: '030 23125 172' },
    steps: [
      [12, { act: 'accept' }],
      [30, { act: 'release' }],
      [42, { act: 'contact', channel: 'telephone' }],
      [120, { act: 'say', side: 'provider', text: 'Wir brauchen die Protokolle der Firewall seit Montag. Können Sie diese heute noch bereitstellen?' }],
      [hours(5), { act: 'wait', reason: 'information_needed', days: 4, note: 'Protokolle der Firewall fehlen noch.' }],
      [hours(6), { act: 'tell_office', side: 'company', text: 'Unser Rechenzentrum braucht bis morgen für die Protokolle. Ist das für die Frist zu spät?' }],
      [hours(6) + 35, { act: 'office_answers', text: 'Die Meldung an die Aufsicht ist auch vorläufig möglich. Bitte warten Sie damit nicht auf die Protokolle.' }],
    ],
  },
  {
    key: 'zschopautal-laptop', at: { days: 4, time: '8:15' }, kind: 'lost_device', by: 'maik-fiedler', noticed: hours(12),
    answers: { deviceEncrypted: 'no', devices: 'one', personalData: 'yes', personsConcerned: 'under_500', backups: 'yes', passwordsEntered: 'unknown', insurer: 'none', title: 'Laptop aus Vorführwagen gestohlen', description: 'Der Verkaufslaptop lag im Vorführwagen. Scheibe eingeschlagen, Laptop weg.', callbackName: 'Maik Fiedler', callbackPhone: '030 23125 166' },
    steps: [
      [30, { act: 'office', decision: 'make_ready' }],
      [70, { act: 'accept' }],
      [90, { act: 'release' }],
      [120, { act: 'contact', channel: 'telephone', note: 'Konten gesperrt, Anzeige ist erstattet.' }],
      [180, { act: 'attach', side: 'company', file: { kind: 'pdf', name: 'Anzeige.pdf', purpose: 'document', origin: 'Bestätigung der Polizei', lines: ['Bestätigung über die Erstattung einer Anzeige'] } }],
      [days(1), { act: 'say', side: 'provider', text: 'Auf dem Laptop lag eine Kundenliste ohne Verschlüsselung. Bitte prüfen Sie mit uns bis morgen, ob Sie die Aufsicht verständigen müssen.' }],
      [days(1) + 200, { act: 'deadline_done', fileNumber: 'SDTB 4-1266' }],
    ],
  },
  {
    key: 'reuter-malware', at: { days: 5, time: '10:45' }, kind: 'malware', by: 'david-reuter', noticed: 30,
    answers: { devices: 'one', operation: 'hampered', standstill: ['office_work'], backups: 'yes', insurer: 'none', title: 'Rechner öffnet fremde Fenster', description: 'Auf dem Rechner im Besprechungsraum öffnen sich Fenster, der Mauszeiger bewegt sich.', intruderActive: 'no', callbackName: 'David Reuter', callbackPhone: '030 23125 173' },
    steps: [
      [20, { act: 'office', decision: 'make_ready' }],
      [55, { act: 'accept' }],
      [70, { act: 'release' }],
      [100, { act: 'contact', channel: 'on_site' }],
      [hours(5), { act: 'milestone', milestone: 'mark_contained', note: 'Fernsteuerung entfernt.' }],
      [days(2), { act: 'milestone', milestone: 'mark_restored', note: 'Rechner neu aufgesetzt, Daten zurückgespielt.' }],
      [days(2) + 30, { act: 'say', side: 'provider', text: 'Der Rechner läuft wieder. Wir beobachten ihn noch zwei Tage, danach kommt der Abschlussbericht.' }],
    ],
  },
  {
    key: 'morgenroth-mailbox', at: { days: 6, time: '13:35' }, kind: 'account_takeover', by: 'frank-morgenroth', noticed: 45,
    answers: { passwordsEntered: 'yes', operation: 'running', personalData: 'unknown', insurer: 'none', title: 'Postfach Einkauf übernommen', description: 'Lieferanten bekommen Mails aus unserem Postfach Einkauf mit einer neuen Kontonummer.', callbackName: 'Frank Morgenroth', callbackPhone: '030 23125 163' },
    steps: [
      [8, { act: 'accept' }],
      [20, { act: 'release' }],
      [26, { act: 'contact', channel: 'telephone' }],
      [hours(3), { act: 'milestone', milestone: 'mark_contained', note: 'Postfach gesperrt, 23 Lieferanten gewarnt.' }],
      [days(1), { act: 'milestone', milestone: 'mark_restored', note: 'Neue Kennwörter, zweiter Faktor.' }],
      [days(3), { act: 'report', report: { outcome: 'solved', effort: 'up_to_1_day', causes: ['stolen_password'], causeText: 'Kennwort war mehrfach verwendet.', measuresTaken: 'Postfach bereinigt, Lieferanten gewarnt, zweiter Faktor.', recommendations: 'Kennwortverwaltung für alle Büroplätze.', openPoints: 'Zwei Lieferanten haben noch nicht geantwortet.' } }],
    ],
  },
  {
    key: 'albrecht-client-data', at: { days: 7, time: '9:25' }, kind: 'malware', by: 'nico-albrecht', noticed: 50,
    answers: { devices: 'two_to_five', operation: 'hampered', standstill: ['files'], backups: 'yes', personalData: 'yes', personsConcerned: 'under_500', insurer: 'free', insurerInformed: 'yes', insurerName: 'Muldenland Versicherung', title: 'Schadsoftware in der Kanzlei', description: 'Der Virenschutz meldet denselben Fund auf drei Arbeitsplätzen.', callbackName: 'Nico Albrecht', callbackPhone: '030 23125 161' },
    steps: [
      [15, { act: 'office', decision: 'make_ready' }],
      [60, { act: 'accept' }],
      [80, { act: 'release' }],
      [110, { act: 'contact', channel: 'telephone' }],
      [days(1), { act: 'say', side: 'provider', text: 'Bevor wir die drei Rechner neu aufsetzen, muss Ihre Versicherung zustimmen. Bitte leiten Sie das Schreiben weiter.' }],
      [days(1) + 60, { act: 'wait', reason: 'insurer', days: 9, note: 'Zustimmung der Versicherung zum Neuaufsetzen.' }],
    ],
  },
];

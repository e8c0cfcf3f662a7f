import type { ItemCode, ItemState } from '#app/domain/vetting/items.ts';

/** Providers: public list, profile, application, review by the office. */
export const providers = {
  items: {
    V1: 'Rechtsform und Vertretung', V2: 'Haftpflicht mit Cyber-Deckung', V3: 'Verschwiegenheit', V4: 'Auftragsverarbeitung', V5: 'Erklärung zu Interessenkonflikten',
    V6: 'Fähigkeiten mit Fällen oder Zertifikat', V7: 'Qualifikation der Personen', V8: 'Eigene Sicherheit', V9: 'Bereitschaft', V10: 'Umgang mit Beweisen',
    V11: 'Musterberichte', V12: 'Preisblatt', V13: 'Zuverlässigkeit', V14: 'Verhaltensregeln', V15: 'Zulassung bei Versicherungen', V16: 'Sprachen und Einsatzgebiet',
  } satisfies Record<ItemCode, string>,
  itemStates: { missing: 'Fehlt', submitted: 'Eingereicht', accepted: 'Erfüllt', refused: 'Nicht erfüllt', more_needed: 'Nachforderung' } satisfies Record<ItemState, string>,
  qualifications: { first_responder: 'Digitaler Ersthelfer', practitioner: 'Vorfall-Praktiker', expert: 'Vorfall-Experte', expert_equal: 'Gleichwertig (GCFA, GCIH, OSCP)' },
  responseClasses: { emergency: 'Rund um die Uhr, Rückruf in 15 Minuten', fast: 'Rückruf in 60 Minuten', standard: 'In der Geschäftszeit' },
  conditions: { under_supervision: 'Begleitung durch erfahrene Kollegen', report_after_each_case: 'Bericht nach jedem Fall', renew_proof_soon: 'Ein Nachweis wird bald erneuert', remote_only: 'Nur Fernhilfe' },
  kindCount: '{count, plural, one {# Art von Vorfall} other {# Arten von Vorfällen}}',
  levelName: 'Stufe {level, number}, {name}',
  list: {
    title: 'Dienstleister, die helfen', lead: 'Hier stehen zugelassene Dienstleister, die der Veröffentlichung zugestimmt haben.',
    kind: 'Art des Vorfalls', filtered: '{count, plural, one {# Dienstleister} other {# Dienstleister}}', at: '{town}, zugelassen bis {date}', area: 'Hilft {ways} in: {districts}', remote: 'aus der Ferne', onSite: 'vor Ort',
    empty: 'Hier steht noch niemand.', emptyText: 'Im Notfall fragt die Vermittlung trotzdem alle zugelassenen Dienstleister an.',
    howTitle: 'Wie die Zulassung funktioniert',
    how: 'Jeder Dienstleister legt bis zu sechzehn Nachweise vor. Eine Person der Geschäftsstelle prüft jeden einzelnen, eine zweite entscheidet. Beide dürfen mit dem Dienstleister nichts zu tun haben. Läuft ein Pflichtnachweis ab, wird der Dienstleister ab Mitternacht nicht mehr angefragt. Nach spätestens 24 Monaten beginnt die Prüfung neu.',
    apply: 'Als Dienstleister bewerben',
  },
  apply: {
    title: 'Als Dienstleister bewerben', lead: 'Mit der Bewerbung wird Ihr Betrieb auch Dienstleister. Angefragt werden Sie erst nach der Zulassung.',
    steps: 'Sie wählen, wobei Sie helfen, und reichen Ihre Nachweise ein. Zwei Personen prüfen. Über jede Art von Vorfall und jede Stufe wird einzeln entschieden.', button: 'Bewerbung beginnen',
  },
  profile: {
    title: 'Profil', lead: 'Die Vermittlung liest diese Angaben bei jeder neuen Entscheidung.', districts: 'Einsatzgebiet', languages: 'Sprachen', ways: 'Wie Sie helfen', capacity: 'Wie viele Fälle zugleich', capacityHint: 'Ein kritischer Fall zählt mehrfach.',
    responseClass: 'Wie schnell Sie zusagen zu reagieren', panels: 'Versicherungen, bei denen Sie zugelassen sind', panelsHint: 'Eine je Zeile.', exclusions: 'Betriebe, für die Sie nicht arbeiten', exclude: 'Weiterer Betrieb', excludeHint: 'Genauer Name. Nur die Geschäftsstelle sieht diese Liste.',
    published: 'Im öffentlichen Verzeichnis zeigen', save: 'Profil speichern', saved: 'Gespeichert.', pauseTitle: 'Pause', pauseLead: 'Während einer Pause werden Sie nicht angefragt. Laufende Fälle bleiben bei Ihnen.', pause: 'Pause beginnen', resume: 'Pause beenden', pauseOffers: 'Beantworten Sie zuerst die offenen Anfragen.', remote: 'Fernhilfe', onSite: 'Vor Ort',
  },
  vetting: {
    title: 'Zulassung', standing: 'Stand', until: 'Gültig bis', none: 'Sie haben noch keine Zulassung.', begin: 'Neue Bewerbung beginnen', requestedTitle: 'Wobei Sie helfen wollen', requestedLead: 'Wählen Sie je Art des Vorfalls die höchste Stufe, die Sie belegen können.', notRequested: 'Nicht beantragt', changeRequested: 'Auswahl ändern', saveRequested: 'Auswahl speichern',
    itemsTitle: 'Nachweise', itemsCount: '{done, number} von {total, number} Pflichtnachweisen liegen vor', 
    text: 'Was belegt diesen Punkt?', reference: 'Nummer oder Datum des Dokuments', endsOn: 'Gültig bis', saveItem: 'Nachweis einreichen', mandatory: 'Pflicht', optional: 'freiwillig', question: 'Nachforderung', person: 'Person', personName: 'Name', morePersons: 'Weitere Personen', qualification: 'Qualifikation', number: 'Nummer des Zertifikats', cases: 'Abgeschlossene Fälle, bestätigt: {kind}', certificate: 'Zertifikat gültig bis: {kind}', certifiedUntil: 'Zertifikat des Betriebs gültig bis', certifiedHint: 'Nur für vom BSI zertifizierte Dienstleister für Vorfallbearbeitung.',
    rejected: 'Ihre Bewerbung wurde am {date} abgelehnt', rejectedNext: 'Sie können sich neu bewerben, sobald das Fehlende vorliegt. Sind Sie anderer Meinung, sprechen Sie mit der Geschäftsstelle; dann sehen andere Personen noch einmal hin.', closed: 'Ihre Bewerbung ist seit dem {date} geschlossen', closedText: 'Es fehlten Nachweise, oder sie wurde beendet. Sie können jederzeit eine neue beginnen.',
    submit: 'Bewerbung einreichen', submitMore: 'Nachgereichtes absenden', notYet: 'Es fehlen noch Pflichtnachweise oder die Auswahl, wobei Sie helfen.', dueBy: 'Bitte reichen Sie das Fehlende bis {date} nach.', reviewing: 'Ihre Bewerbung wird geprüft. Ändern lässt sich gerade nichts.', approvals: 'Zugelassen für', conditions: 'Auflagen', saved: 'Gespeichert.',
  },
  documents: {
    file: 'Dokument', another: 'Weiteres Dokument', hint: 'PDF oder Bild, je Datei bis 20 MB. Mehrere Dateien sind möglich.', hintOptional: 'Nur wenn Sie etwas beilegen möchten: PDF oder Bild, je Datei bis 20 MB.',
    readers: 'Ihre Dokumente werden verschlüsselt gespeichert. Lesen können sie nur Ihr Betrieb und die Personen, die Ihre Zulassung prüfen. Jedes Öffnen wird vermerkt.',
    present: 'Liegt vor', handedIn: '{size}, eingereicht am {date}', withdrawn: '{size}, zurückgezogen am {date}', hash: 'Prüfsumme {short}', withdraw: '„{name}“ vom {date} zurückziehen',
  },
  office: {
    title: 'Zulassungen', lead: 'Zwei Personen entscheiden über jede Zulassung. Keine von beiden darf mit dem Dienstleister verbunden sein.', search: 'Name oder Ort', filter: 'Anzeigen', filters: { all: 'Alle', to_review: 'Wartet auf uns', approved: 'Zugelassen', ending: 'Läuft ab', stopped: 'Ruht' },
    name: 'Dienstleister', standing: 'Stand', until: 'Gültig bis', application: 'Bewerbung', approvals: 'Zugelassen für', count: '{shown, number} von {total, number}', empty: 'Hier steht niemand.', suspensionOpen: 'Sperre wartet auf Bestätigung',
  },
  review: {
    back: 'Zulassungen', applied: 'Bewerbung vom {date}.', requested: 'Beantragt', noApplication: 'Zurzeit läuft keine Bewerbung.', step: 'Schritt {step, number} von {steps, number}', steps: { submitted: 'Eingereicht', in_review: 'Fachliche Prüfung', more_needed: 'Nachforderung', ready_for_decision: 'Entscheidung' }, begin: 'Prüfung übernehmen',
    accepted: 'Erfüllt', more: 'Nachfordern', refused: 'Nein', open: 'Offen', note: 'Notiz für die Geschäftsstelle', question: 'Was fehlt? Der Text geht an den Antragsteller.', saveOnly: 'Nur speichern', ask: 'Nachforderung senden', finish: 'Zur Entscheidung geben', validUntil: 'gültig bis {date}', notSubmitted: 'Nicht eingereicht', persons: '{name}, {kind}, Nr. {number}, bis {date}', noEnd: 'ohne Ende', casesFor: '{kind}: {count, plural, one {# Fall} other {# Fälle}}',
    fourEyes: 'Vier Augen', criteria: 'Nachweise erfüllt', reviews: 'prüft', decides: 'entscheidet, sobald alle Nachweise geprüft sind', anotherPerson: 'Eine zweite Person', nobody: 'Noch niemand', masterData: 'Stammdaten', town: 'Ort', size: 'Größe', member: 'Mitglied', yes: 'ja', no: 'nein', area: 'Einsatz',
    tie: { own_firm: 'Sie gehören zu diesem Betrieb.', board_member: 'Sie sitzen in einem Gremium dieses Betriebs.', customer: 'Sie oder Ihr Betrieb stehen mit diesem Betrieb in einer Kundenbeziehung.', competitor: 'Sie oder Ihr Betrieb bieten dieselbe Hilfe an wie dieser Betrieb.' }, takeOver: 'Prüfung übernehmen', takeOverLead: 'Wer die Prüfung übernimmt, beurteilt alle Nachweise neu. Die Notizen bleiben.', documentsHidden: 'Die Unterlagen sehen nur Personen, die Zulassungen prüfen.',
    decisionTitle: 'Entscheidung', decisionLead: 'Es entscheidet eine andere Person als die prüfende, mit erneutem zweitem Faktor.', sameReviewer: 'Sie haben geprüft. Die Entscheidung trifft eine zweite Person.', stepUp: 'Zweiten Faktor bestätigen', grant: 'Zulassen für', provenUntil: 'belegt bis {date}', notProven: 'nicht belegt', verdict: 'Entscheidung', verdicts: { approve: 'Zulassen', approve_with_conditions: 'Zulassen mit Auflagen', reject: 'Ablehnen', disagree: 'Zurück in die Prüfung' }, conditions: 'Auflagen', reason: 'Grund der Ablehnung', words: 'Begründung', wordsHint: 'Bei einer Ablehnung liest sie der Dienstleister. Geben Sie die Bewerbung zurück, liest sie nur die prüfende Person; dann ist sie Pflicht.', givenBack: 'Von {name} am {date} zurückgegeben', reasons: { proof_insufficient: 'Nachweise reichen nicht', persons_insufficient: 'Qualifikation reicht nicht', unreliable: 'Zuverlässigkeit nicht gegeben', capability_unproven: 'Fähigkeit nicht belegt' }, decide: 'Entscheidung festhalten',
    suspendTitle: 'Sperre', suspendLead: 'Eine Person kann sofort sperren. Eine zweite bestätigt binnen drei Arbeitstagen, sonst gilt die Zulassung weiter.', suspendReason: 'Grund', suspendReasons: { breach_of_confidentiality: 'Verschwiegenheit verletzt', pressure_on_company: 'Druck auf einen Betrieb', missed_duty: 'Bereitschaft versäumt', false_statement: 'Falsche Angaben', own_incident: 'Eigener Vorfall', other: 'Anderer Grund' }, suspend: 'Sofort sperren', confirm: 'Sperre bestätigen', confirmBy: 'Zu bestätigen bis {date}', confirmed: 'Die Sperre ist bestätigt.', lift: 'Sperre aufheben', revoke: 'Zulassung widerrufen', hearing: 'Anhörung ist dokumentiert', grave: 'Schwerwiegender Grund, ohne Ankündigungsfrist', saved: 'Gespeichert.',
  },
  ties: {
    own: 'Meine Verbindungen', lead: 'Niemand prüft oder entscheidet über den eigenen Betrieb, einen Kunden oder einen Wettbewerber. Geben Sie hier an, was Sie verbindet. Die Angabe gilt sofort, und nur Sie sehen diese Liste.',
    title: 'Sie können hier nicht mitwirken', standIns: 'Prüfen und entscheiden können: {names}.', nobody: 'Im Verein ist sonst niemand frei. Bitte laden Sie eine Person von außen als Prüfende ein.', question: 'Verbindet Sie etwas mit diesem Dienstleister?', declareHere: 'Verbindung angeben',
    reviewerATied: 'Die prüfende Person hat inzwischen eine Verbindung angegeben. Eine andere muss die Prüfung übernehmen.',
    declareTitle: 'Verbindung angeben', kind: 'Was verbindet Sie?',
    kinds: { own_firm: 'Eigener Betrieb', board_member: 'Gremium', customer: 'Kundenbeziehung', competitor: 'Wettbewerb' },
    hints: { own_firm: 'Er gehört Ihnen ganz oder teilweise, oder Sie arbeiten dort.', board_member: 'Vorstand, Beirat, Aufsichtsrat oder Ähnliches.', customer: 'Sie oder Ihr Betrieb kaufen dort oder verkaufen dorthin.', competitor: 'Sie oder Ihr Betrieb bieten dasselbe an.' },
    provider: 'Mit welchem Dienstleister?', notHere: 'Mit keinem, der hier steht', elsewhere: 'Mein eigener Betrieb ist hier kein Dienstleister', elsewhereLead: 'Dann nennen Sie, wobei er hilft. Über Bewerber mit denselben Fähigkeiten entscheiden andere.', capabilities: 'Wobei er hilft', ownElsewhere: 'Eigener Betrieb: {capabilities}',
    declare: 'Verbindung speichern', present: 'Angegeben', none: 'Noch nichts angegeben.', since: 'seit {date}', countsUntil: 'beendet, zählt noch bis {date}', end: 'Besteht nicht mehr',
  },
  channelTest: {
    title: 'Erreichbarkeit', last: 'Zuletzt erfolgreich geprüft am {date}. Ein Test gilt 90 Tage.', never: 'Noch nie geprüft. Ohne erfolgreichen Test wird dieser Dienstleister nicht angefragt.',
    channels: 'Auf wie vielen Wegen haben Sie jemanden erreicht?', voice: 'Am Telefon hat jemand abgenommen oder rechtzeitig zurückgerufen', note: 'Test festhalten',
  },
  faults: {
    dateWrong: 'Bitte geben Sie ein Datum ein, zum Beispiel 2027-03-31.', countWrong: 'Bitte geben Sie eine Zahl von 0 bis 99 ein.', personIncomplete: 'Bitte geben Sie zu jeder Person Name und Qualifikation an.', textTooLong: 'Bitte kürzen Sie den Text auf 4.000 Zeichen.', fileRequired: 'Bitte legen Sie das Dokument bei.',
    empty: 'Die Datei ist leer.', no_name: 'Die Datei hat keinen brauchbaren Namen. Bitte benennen Sie sie um.', type_not_taken: 'Bitte laden Sie ein PDF oder ein Bild hoch (PNG, JPEG, WebP, HEIC).', type_differs: 'Der Inhalt passt nicht zur Endung des Namens. Bitte prüfen Sie die Datei.', file_too_large: 'Die Datei ist größer als 20 MB. Bitte verkleinern oder teilen Sie sie.', item_full: 'Zu diesem Nachweis liegen schon acht Dokumente vor. Ziehen Sie zuerst eines zurück.', application_full: 'Die Bewerbung hat schon 300 MB. Mehr geht nicht.', too_many_files: 'Bitte höchstens acht Dateien auf einmal. Die ersten acht sind gespeichert.',
    tieNeedsProvider: 'Bitte wählen Sie den Dienstleister oder nennen Sie, wobei Ihr eigener Betrieb hilft.',
    standing_stopped: 'Der Dienstleister ist gesperrt. Erst wenn die Sperre aufgehoben ist, lässt er sich neu zulassen.',
    endRequired: 'Bitte nennen Sie das Ende, das auf dem Nachweis steht.', endOver: 'Dieser Nachweis ist schon abgelaufen.', personRequired: 'Bitte nennen Sie mindestens eine Person.', capabilityRequired: 'Bitte wählen Sie mindestens eine Art von Vorfall.', wayRequired: 'Bitte wählen Sie Fernhilfe, vor Ort oder beides.', unknownDistrict: 'Diesen Landkreis kennen wir nicht.', companyUnknown: 'Einen Betrieb mit genau diesem Namen gibt es hier nicht. Ein Ausschluss ist dann nicht nötig.',
    wordsRequired: 'Bitte schreiben Sie, was noch einmal geprüft werden soll.', noteRequired: 'Bitte eine Notiz eintragen.', questionRequired: 'Bitte schreiben Sie, was fehlt.', notProven: 'Das ist durch die anerkannten Nachweise nicht belegt.', choose: 'Bitte eine Auswahl treffen.', every_item_decided: 'Noch nicht alle Nachweise sind entschieden.', reason_per_item: 'Bitte wählen Sie mindestens einen Punkt zum Nachfordern und schreiben Sie, was fehlt.', capabilities_decided: 'Bitte wählen Sie, wofür der Dienstleister zugelassen wird.', with_conditions: 'Bitte wählen Sie mindestens eine Auflage.', untied: 'Sie sind mit diesem Dienstleister verbunden und können nicht mitwirken. Wer es kann, steht oben.', reviewer_a_untied: 'Die prüfende Person hat inzwischen eine Verbindung angegeben. Eine andere muss die Prüfung übernehmen.', is_not_reviewer_a: 'Wer geprüft hat, entscheidet nicht.', is_second_person: 'Das muss eine zweite Person tun.', hearing_documented: 'Bitte dokumentieren Sie zuerst die Anhörung.', no_open_offers: 'Beantworten Sie zuerst die offenen Anfragen.', mandatory_items_present: 'Es fehlen noch Pflichtnachweise.',
  },
} as const;

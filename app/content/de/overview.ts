/** First page of a company after signing in. */
export const overview = {
  pageTitle: 'Übersicht',
  title: 'Übersicht {organisation}',
  points: 'von 100 Punkten',
  changedAt: 'zuletzt bearbeitet am {moment}',
  closedAt: 'abgeschlossen am {moment}',
  answered: '{part, number} von {total, number}',
  next: {
    eyebrow: 'Ihr nächster Schritt',
    finishReport: { title: 'Ihre Meldung ist noch nicht abgeschickt', text: 'Alles Eingegebene ist gespeichert. Erst nach dem Absenden suchen wir Hilfe für Sie.', go: 'Meldung fortsetzen' },
    case: { textWithDeadline: 'Stand: {state}. Die nächste gesetzliche Frist endet am {moment}.', text: 'Stand: {state}.', go: 'Fall öffnen' },
    check: { text: '{open, plural, =0 {Alle Fragen sind beantwortet. Jetzt fehlt nur der Abschluss.} one {Eine Frage ist noch offen.} other {# Fragen sind noch offen.}}', go: 'Weiter prüfen' },
    measure: { text: 'Diese Maßnahme bringt nach Ihrer letzten Prüfung am meisten.', go: 'Maßnahmen ansehen' },
    begin: { title: 'Wissen, wo Ihr Betrieb steht', text: 'Die Prüfung stellt Fragen in klarer Sprache. Sie können jederzeit unterbrechen, jede Antwort bleibt gespeichert.', go: 'Prüfung beginnen' },
  },
  cases: {
    title: 'Laufende Fälle',
    all: 'Alle Fälle',
    none: 'Kein Vorfall läuft',
    noneText: 'Wenn etwas passiert, melden Sie es hier. Die ersten Schritte sehen Sie sofort.',
    report: 'Vorfall melden',
    untitled: 'Neue Meldung',
  },
  checks: { title: 'Prüfungen', all: 'Alle Prüfungen', none: 'Noch keine Prüfung', noneText: 'Die erste Prüfung dauert rund 50 Minuten und lässt sich aufteilen.', begin: 'Prüfung aussuchen' },
  ready: {
    title: 'Für den Notfall bereit',
    text: 'Das Notfallblatt öffnet Ihre versiegelten Inhalte wieder, wenn alle Passwörter verloren sind. Es gehört ausgedruckt in den Schrank.',
    sheet: 'Team und Notfallblatt',
    measures: 'Offene Maßnahmen',
  },
} as const;

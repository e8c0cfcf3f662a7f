import type { Locale } from '#app/features/ports.ts';

/** Every address of the site. German paths; English lies below /en. */
export type Paths = ReturnType<typeof pathsFor>;

export function pathsFor(locale: Locale) {
  const at = (path: string) => (locale === 'de' ? path : path === '/' ? '/en' : `/en${path}`);
  return {
    start: at('/'),
    emergency: {
      start: at('/notfall'),
      card: (kind: string) => at(`/notfall/${kind}`),
      report: at('/notfall/melden'),
    },
    checklists: { start: at('/pruefen'), quick: at('/pruefen/schnell'), nis2: at('/pruefen/nis2') },
    providers: { list: at('/dienstleister'), apply: at('/dienstleister/bewerben') },
    figures: at('/zahlen'),
    authenticity: at('/echtheit'),
    security: at('/sicherheit'),
    imprint: at('/impressum'),
    privacy: at('/datenschutz'),
    accessibility: at('/barrierefreiheit'),
    accounts: {
      register: at('/registrieren'),
      registerStep: (step: string) => at(`/registrieren/${step}`),
      signIn: at('/anmelden'),
      code: at('/anmelden/code'),
      recover: at('/anmelden/wiederherstellen'),
      recoverStep: (step: string) => at(`/anmelden/wiederherstellen/${step}`),
      unlock: at('/anmelden/entsperren'),
      stepUp: at('/anmelden/bestaetigen'),
      keptForm: at('/anmelden/formular'),
      signOut: at('/abmelden'),
      invitation: (token: string) => at(`/einladung/${token}`),
      account: at('/konto'),
      password: at('/konto/passwort'),
      secondFactor: at('/konto/zweiter-faktor'),
      recoveryCode: at('/konto/wiederherstellungscode'),
      sessions: at('/konto/sitzungen'),
    },
    company: {
      overview: at('/betrieb'),
      profile: at('/betrieb/profil'),
      assessments: at('/betrieb/pruefungen'),
      assessment: (id: string) => at(`/betrieb/pruefungen/${id}`),
      requirement: (id: string, requirementId: string) => at(`/betrieb/pruefungen/${id}/frage/${requirementId}`),
      assessmentOpen: (id: string) => at(`/betrieb/pruefungen/${id}/offen`),
      assessmentClose: (id: string) => at(`/betrieb/pruefungen/${id}/abschliessen`),
      assessmentResult: (id: string) => at(`/betrieb/pruefungen/${id}/ergebnis`),
      measures: at('/betrieb/massnahmen'),
      cases: at('/betrieb/faelle'),
      newCase: at('/betrieb/faelle/neu'),
      reportStep: (id: string, step: string) => at(`/betrieb/faelle/${id}/melden/${step}`),
      case: (id: string) => at(`/betrieb/faelle/${id}`),
      caseMessages: (id: string) => at(`/betrieb/faelle/${id}/nachrichten`),
      caseExhibits: (id: string) => at(`/betrieb/faelle/${id}/beweise`),
      caseDeadlines: (id: string) => at(`/betrieb/faelle/${id}/fristen`),
      caseHistory: (id: string) => at(`/betrieb/faelle/${id}/verlauf`),
      caseReports: (id: string) => at(`/betrieb/faelle/${id}/berichte`),
      caseRelease: (id: string) => at(`/betrieb/faelle/${id}/freigeben`),
      caseClosure: (id: string) => at(`/betrieb/faelle/${id}/abschluss`),
      documents: at('/betrieb/dokumente'),
      team: at('/betrieb/team'),
      teamSheet: at('/betrieb/team/notfallblatt'),
    },
    provider: {
      overview: at('/partner'),
      offer: (id: string) => at(`/partner/anfragen/${id}`),
      case: (id: string) => at(`/partner/faelle/${id}`),
      caseMessages: (id: string) => at(`/partner/faelle/${id}/nachrichten`),
      caseExhibits: (id: string) => at(`/partner/faelle/${id}/beweise`),
      caseDeadlines: (id: string) => at(`/partner/faelle/${id}/fristen`),
      caseHistory: (id: string) => at(`/partner/faelle/${id}/verlauf`),
      caseReport: (id: string) => at(`/partner/faelle/${id}/bericht`),
      duty: at('/partner/bereitschaft'),
      profile: at('/partner/profil'),
      vetting: at('/partner/zulassung'),
      team: at('/partner/team'),
      teamSheet: at('/partner/team/notfallblatt'),
    },
    office: {
      board: at('/buero'),
      case: (id: string) => at(`/buero/faelle/${id}`),
      providers: at('/buero/dienstleister'),
      provider: (id: string) => at(`/buero/dienstleister/${id}`),
      ties: at('/buero/verbindungen'),
      duty: at('/buero/bereitschaft'),
      audit: at('/buero/protokoll'),
      accounts: at('/buero/konten'),
      mail: at('/buero/postausgang'),
    },
    shared: (token: string) => at(`/freigabe/${token}`),
    demoMail: at('/demo/postfach'),
    files: {
      exhibit: (caseId: string, exhibitId: string) => `/dateien/faelle/${caseId}/${exhibitId}`,
      vettingDocument: (providerId: string, documentId: string) => `/dateien/zulassung/${providerId}/${documentId}`,
      assessmentPdf: (id: string) => at(`/betrieb/pruefungen/${id}/ergebnis.pdf`),
      casePdf: (id: string) => at(`/betrieb/faelle/${id}/bericht.pdf`),
      quickCheckPdf: at('/pruefen/schnell/ergebnis.pdf'),
      sharedPdf: (token: string) => at(`/freigabe/${token}/dokument.pdf`),
      emergencySheet: at('/betrieb/team/notfallblatt.pdf'),
    },
  };
}

/** The first page of a signed-in person. */
export function homePath(paths: Paths, type: 'company' | 'provider' | 'office'): string {
  return { company: paths.company.overview, provider: paths.provider.overview, office: paths.office.board }[type];
}

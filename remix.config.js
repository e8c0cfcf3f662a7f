/**
 * The table of contents of the site: German addresses over English file names. English lies below /en at the same
 * address. Every route of this table is classified in app/domain/access/routes.ts; a test compares the two.
 */

/** Address -> file below app/routes. */
export const pages = [
  ['/', 'public/start.tsx'],
  ['/notfall', 'public/emergency.tsx'],
  ['/notfall/:art', 'public/first-aid-card.tsx'],
  ['/sicherheit', 'public/security.tsx'],
  ['/impressum', 'public/imprint.tsx'],
  ['/datenschutz', 'public/privacy.tsx'],
  ['/barrierefreiheit', 'public/accessibility.tsx'],
  ['/demo/postfach', 'public/demo-mail.tsx'],
  ['/betrieb', 'company/overview.tsx'],
  ['/pruefen', 'public/checklists.tsx'],
  ['/pruefen/schnell', 'public/quick-check.tsx'],
  ['/pruefen/schnell/ergebnis.pdf', 'files/quick-check-pdf.ts'],
  ['/pruefen/nis2', 'public/nis2.tsx'],
  ['/pruefen/vergleich', 'public/comparison.tsx'],
  ['/betrieb/pruefungen', 'company/assessments.tsx'],
  ['/betrieb/pruefungen/:id', 'company/assessment.tsx'],
  ['/betrieb/pruefungen/:id/frage/:anforderung', 'company/requirement.tsx'],
  ['/betrieb/pruefungen/:id/frage/:anforderung/nachweise', 'company/requirement-evidence.tsx'],
  ['/betrieb/pruefungen/:id/nachweise/:beleg', 'company/evidence-removal.tsx'],
  ['/betrieb/pruefungen/:id/weitergeben/:thema', 'company/topic-hand-over.tsx'],
  ['/betrieb/pruefungen/:id/weitergaben/:weitergabe', 'company/hand-over.tsx'],
  ['/betrieb/pruefungen/:id/frage/:anforderung/zwischenspeichern', 'company/requirement-autosave.ts'],
  ['/betrieb/pruefungen/:id/thema/:thema', 'company/topic.tsx'],
  ['/betrieb/pruefungen/:id/offen', 'company/assessment-open.tsx'],
  ['/betrieb/pruefungen/:id/standorte', 'company/assessment-sites.tsx'],
  ['/betrieb/pruefungen/:id/abschliessen', 'company/assessment-close.tsx'],
  ['/betrieb/pruefungen/:id/ergebnis', 'company/assessment-result.tsx'],
  ['/betrieb/pruefungen/einlesen', 'company/assessment-import.tsx'],
  ['/betrieb/pruefungen/:id/beitrag', 'company/assessment-benchmark.ts'],
  ['/betrieb/pruefungen/:id/mitnehmen', 'company/assessment-export.tsx'],
  ['/betrieb/pruefungen/:id/mitnehmen/datei', 'files/assessment-file.ts'],
  ['/betrieb/pruefungen/:id/plan', 'company/assessment-plan.tsx'],
  ['/betrieb/pruefungen/:id/vergleich', 'company/assessment-comparison.tsx'],
  ['/betrieb/pruefungen/:id/normen/:norm', 'company/assessment-by-standard.tsx'],
  ['/betrieb/massnahmen', 'company/measures.tsx'],
  ['/betrieb/massnahmen/luecken', 'company/measure-gaps.tsx'],
  ['/betrieb/massnahmen/kalender', 'company/measure-feed.tsx'],
  ['/betrieb/massnahmen/:id', 'company/measure.tsx'],
  ['/betrieb/massnahmen/:id/erledigt', 'company/measure-close.tsx'],
  ['/betrieb/massnahmen/:id/entfernen', 'company/measure-remove.tsx'],
  ['/kalender/:token', 'files/measure-feed.ts'],
  ['/betrieb/faelle', 'company/cases.tsx'],
  ['/betrieb/faelle/neu', 'company/new-case.tsx'],
  ['/betrieb/faelle/:id/melden/:schritt', 'company/report-step.tsx'],
  ['/betrieb/pruefungen/:id/ergebnis.pdf', 'files/assessment-pdf.ts'],
  ['/betrieb/faelle/:id/bericht.pdf', 'files/case-pdf.ts'],
  ['/betrieb/faelle/:id/berichte', 'company/case-reports.tsx'],
  ['/betrieb/dokumente', 'company/documents.tsx'],
  ['/echtheit', 'public/authenticity.tsx'],
  ['/freigabe/:token', 'public/shared.tsx'],
  ['/freigabe/:token/dokument.pdf', 'files/shared-pdf.ts'],
  ['/partner', 'provider/overview.tsx'],
  ['/partner/anfragen/:id', 'provider/offer.tsx'],
  ['/partner/bereitschaft', 'provider/duty.tsx'],
  ['/buero/bereitschaft', 'office/duty.tsx'],
  ['/registrieren', 'account/register.tsx'],
  ['/registrieren/postfach', 'account/register-mailbox.tsx'],
  ['/registrieren/bestaetigen/:token', 'account/confirm-mail.tsx'],
  ['/registrieren/zweiter-faktor', 'account/second-factor-set-up.tsx'],
  ['/registrieren/wiederherstellung', 'account/keep-recovery-code.tsx'],
  ['/registrieren/freischaltung', 'account/waiting.tsx'],
  ['/anmelden', 'account/sign-in.tsx'],
  ['/anmelden/code', 'account/sign-in-code.tsx'],
  ['/anmelden/entsperren', 'account/unlock.tsx'],
  ['/anmelden/formular', 'account/kept-form.tsx'],
  ['/anmelden/bestaetigen', 'account/step-up.tsx'],
  ['/anmelden/wiederherstellen', 'account/recover.tsx'],
  ['/anmelden/wiederherstellen/:token', 'account/recover-step.tsx'],
  ['/abmelden', 'account/sign-out.tsx'],
  ['/einladung/:token', 'account/invitation.tsx'],
  ['/konto', 'account/account.tsx'],
  ['/konto/passwort', 'account/password.tsx'],
  ['/konto/zweiter-faktor', 'account/second-factor.tsx'],
  ['/konto/wiederherstellungscode', 'account/recovery-code.tsx'],
  ['/konto/sitzungen', 'account/sessions.tsx'],
  ['/betrieb/team', 'company/team.tsx'],
  ['/betrieb/team/notfallblatt', 'company/team-sheet.tsx'],
  ['/betrieb/team/standorte', 'company/sites.tsx'],
  ['/betrieb/team/standorte/:standort', 'company/site.tsx'],
  ['/betrieb/team/standorte/:standort/entfernen', 'company/site-remove.tsx'],
  ['/partner/team', 'provider/team.tsx'],
  ['/partner/team/notfallblatt', 'provider/team-sheet.tsx'],
  ['/buero/konten', 'office/accounts.tsx'],
  ['/betrieb/faelle/:id', 'company/case.tsx'],
  ['/betrieb/faelle/:id/nachrichten', 'company/case-messages.tsx'],
  ['/betrieb/faelle/:id/beweise', 'company/case-exhibits.tsx'],
  ['/betrieb/faelle/:id/fristen', 'company/case-deadlines.tsx'],
  ['/betrieb/faelle/:id/verlauf', 'company/case-history.tsx'],
  ['/betrieb/faelle/:id/freigeben', 'company/case-release.tsx'],
  ['/betrieb/faelle/:id/abschluss', 'company/case-closure.tsx'],
  ['/betrieb/faelle/:id/schritt/:zug', 'company/case-step.tsx'],
  ['/betrieb/faelle/:id/angaben', 'company/case-facts.tsx'],
  ['/betrieb/faelle/:id/angaben/:angabe', 'company/case-facts-step.tsx'],
  ['/partner/faelle/:id', 'provider/case.tsx'],
  ['/partner/faelle/:id/nachrichten', 'provider/case-messages.tsx'],
  ['/partner/faelle/:id/beweise', 'provider/case-exhibits.tsx'],
  ['/partner/faelle/:id/fristen', 'provider/case-deadlines.tsx'],
  ['/partner/faelle/:id/verlauf', 'provider/case-history.tsx'],
  ['/partner/faelle/:id/bericht', 'provider/case-report.tsx'],
  ['/dienstleister', 'public/providers.tsx'],
  ['/dienstleister/bewerben', 'company/provider-application.tsx'],
  ['/partner/profil', 'provider/profile.tsx'],
  ['/partner/zulassung', 'provider/vetting.tsx'],
  ['/buero', 'office/board.tsx'],
  ['/buero/faelle/:id', 'office/case.tsx'],
  ['/buero/dienstleister', 'office/providers.tsx'],
  ['/buero/dienstleister/:id', 'office/provider.tsx'],
  ['/buero/verbindungen', 'office/ties.tsx'],
  ['/buero/protokoll', 'office/audit.tsx'],
  ['/buero/postausgang', 'office/mail.tsx'],
];

/** Addresses without a language: for machines, files and forms that lead nowhere. */
export const resources = [
  ['schemas/:datei', 'files/schema.ts'],
  ['dateien/faelle/:fall/:beweis', 'files/exhibit.ts'],
  ['dateien/pruefungen/:id/:beleg', 'files/evidence.ts'],
  ['dateien/zulassung/:dienstleister/:nachweis', 'files/vetting-document.ts'],
];

/** @type {import('@remix-run/dev').VitePluginConfig} */
export default {
  appDirectory: 'app',
  ignoredRouteFiles: ['**/*'],
  routes(defineRoutes) {
    return defineRoutes((route) => {
      for (const locale of ['de', 'en']) {
        for (const [address, file] of pages) {
          const relative = address.replace(/^\//, '');
          const path = locale === 'de' ? relative : `en/${relative}`.replace(/\/$/, '');
          const isStart = path === '';
          route(isStart ? undefined : path, `routes/${file}`, { id: `${locale}/${file}`, index: isStart });
        }
      }
      for (const [address, file] of resources) {
        route(address, `routes/${file}`, { id: file });
      }
      route('*', 'routes/public/not-found.tsx', { id: 'not-found' });
    });
  },
  future: {
    // Harmless, and needed for the move to React Router 7.
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    // Unfixed denial-of-service and injection faults of version 2 live behind these two: docs/decisions/0005-no-single-fetch.md.
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
    // The routes are this file.
    v3_routeConfig: false,
    unstable_optimizeDeps: true,
  },
};

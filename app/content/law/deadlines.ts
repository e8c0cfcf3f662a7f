import type { LegalRules } from '#app/domain/deadlines/legal.ts';

/**
 * Legal reporting periods in force in Germany. Check before every release and set `checkedOn` to the day of the check.
 * Sources: Art. 33 and 34 GDPR; § 32 BSIG in the version of the act of 2 December 2025 (BGBl. 2025 I Nr. 301), amended 2026;
 * § 30 VVG (notice of the insured event without undue delay) and the policy for the insurer. A proposal to extend the 72 hours of the GDPR (Digital Omnibus) is not law.
 */
export const germanLegalRules: LegalRules = {
  version: '2026-11',
  checkedOn: '2026-11-22',
  zone: 'Europe/Berlin',
  duties: {
    gdpr_authority: {
      regime: 'gdpr',
      trigger: 'awareness',
      period: { unit: 'hours', amount: 72 },
      legalBasis: 'Art. 33 Abs. 1 DSGVO',
      recipient: 'sdtb',
    },
    gdpr_controller: {
      regime: 'gdpr',
      trigger: 'awareness',
      period: { unit: 'at_once' },
      legalBasis: 'Art. 33 Abs. 2 DSGVO',
      recipient: 'customer',
    },
    gdpr_persons: {
      regime: 'gdpr',
      trigger: 'awareness',
      period: { unit: 'at_once' },
      legalBasis: 'Art. 34 Abs. 1 DSGVO',
      recipient: 'persons_concerned',
    },
    nis2_early_warning: {
      regime: 'nis2',
      trigger: 'awareness',
      period: { unit: 'hours', amount: 24 },
      legalBasis: '§ 32 Abs. 1 Nr. 1 BSIG',
      recipient: 'bsi_portal',
    },
    nis2_report: {
      regime: 'nis2',
      trigger: 'awareness',
      period: { unit: 'hours', amount: 72 },
      legalBasis: '§ 32 Abs. 1 Nr. 2 BSIG',
      recipient: 'bsi_portal',
    },
    nis2_final: {
      regime: 'nis2',
      trigger: 'nis2_report_sent',
      period: { unit: 'months', amount: 1 },
      legalBasis: '§ 32 Abs. 1 Nr. 4 BSIG',
      recipient: 'bsi_portal',
    },
    insurer_notice: {
      regime: 'insurer',
      trigger: 'awareness',
      period: { unit: 'at_once' },
      legalBasis: '§ 30 Abs. 1 VVG, Versicherungsvertrag',
      recipient: 'own_insurer',
    },
  },
};

import { labelsOf } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import type { Stated, YesNo } from '#app/domain/dossier/incident-dossier-input.ts';
import { intlTag } from '#app/content/locale.ts';
import type { TriState } from '#app/domain/triage/kinds.ts';
import type { CaseForDossier } from '#app/features/cases/case-for-dossier.server.ts';
import type { IncidentContent } from '#app/features/dossiers/ports.ts';
import type { Locale } from '#app/features/ports.ts';

/** A case as cases gives it, in the words of a report for a claims handler. What nobody was asked is "not stated". */
export function incidentContentOf(found: CaseForDossier, locale: Locale): IncidentContent {
  const { facts, report, company } = found;
  const labels = labelsOf(locale);
  const t = textOf(locale, 'dossiers');
  const label = (group: Readonly<Record<string, string>>, key: string | null) => (key === null ? null : (group[key] ?? null));
  return {
    caseReference: found.reference,
    company: {
      name: company.name,
      sector: sectorOf(company.sectorSection, labels.sectors) ?? t('shared.notStated'),
      staffBand: label(labels.sizeClasses, company.sizeClass) ?? t('shared.notStated'),
      sites: [[company.town, label(labels.districts, company.district)].filter(Boolean).join(', ')],
    },
    insurance: {
      insurer: stated(report.insurerName),
      policyNumber: stated(report.policyNumber),
      broker: open,
      contact: stated(found.callback === null ? null : `${found.callback.name}, ${found.callback.phone}`),
      hotlineUsedAt: open,
    },
    reporter: {
      name: found.callback?.name ?? t('shared.notStated'),
      role: found.callback === null ? open : known(t('pages.report.callback')),
      phone: stated(found.callback?.phone ?? null),
      learnedHow: open,
    },
    times: {
      occurred: facts.occurredAt === null ? open : { certainty: 'estimated', value: facts.occurredAt },
      noticed: { certainty: facts.noticedEstimated ? 'estimated' : 'known', value: facts.noticedAt },
      reportedInternally: stated(found.reportedAt),
      insurerInformed: stated(doneAt(found, 'insurer_notice')),
    },
    what: {
      kind: labels.incidentKinds[found.kind],
      severity: labels.severities[found.severity],
      state: labels.caseStates[found.state],
      description: report.description,
      stillGoingOn: yesNo(facts.ongoing),
      ransomDemand: yesNo(facts.ransomDemand),
    },
    reach: {
      systems: stated(report.systems),
      sites: counted(facts.sites, labels.countClasses),
      services: stated(listOf(facts.standstill.map((one) => labels.standstill[one]), locale)),
      workplaces: counted(facts.devices, labels.countClasses),
      providerConcerned: open,
      backupsConcerned: opposite(facts.backups),
    },
    data: {
      personalData: yesNo(facts.personalData),
      kinds: open,
      persons: counted(facts.personsConcerned, labels.personCountClasses),
      records: open,
      specialCategories: yesNo(facts.sensitiveData),
    },
    measures: measuresOf(found, locale),
    providers: found.providers.map((one) => ({
      name: one.name,
      task: t(one.role === 'leading' ? 'pages.report.leads' : 'pages.report.supports'),
      engagedAt: known(one.engagedAt),
      insurerConsent: open,
    })),
    evidence: { untouched: open, keptWhere: open },
    exhibits: found.exhibits.map((one) => ({ number: `B${one.number}`, title: one.name, takenAt: one.at, takenBy: one.by, bytes: one.size, sha256: one.sha256 })),
    authorities: authoritiesOf(found, locale),
    personsInformed: stated(doneAt(found, 'gdpr_persons')),
    costs: [],
    interruptions: [],
    loss: { waitingPeriodHours: open, lostTurnoverCents: open, thirdPartyClaims: open },
    deadlines: found.deadlines.map((one) => ({
      what: label(labels.duties, one.duty) ?? one.duty,
      rule: one.legalBasis,
      dueAt: one.dueAt,
      state: one.state === 'possible' ? 'open' : one.state === 'open' && one.clock === 'overdue' ? 'overdue' : one.state,
      doneAt: one.doneAt,
    })),
    openPoints: found.closingReport === null || found.closingReport.openPoints.trim() === '' ? [] : [t('pages.report.providerOpen', { text: found.closingReport.openPoints })],
    nextReportOn: open,
    leftOut: found.messageCount === 0 ? [] : [{ what: t('pages.report.messages'), why: t('pages.report.messagesWhy') }],
  };
}

const open = { certainty: 'not_stated' } as const;

function known<T>(value: T): Stated<T> {
  return { certainty: 'known', value };
}

function stated(value: string | null): Stated<string> {
  return value === null || value === '' ? open : known(value);
}

function yesNo(value: TriState): Stated<YesNo> {
  return value === 'unknown' ? open : known(value);
}

/** "Is there an untouched backup?" asked the other way round. */
function opposite(value: TriState): Stated<YesNo> {
  return value === 'unknown' ? open : known(value === 'yes' ? 'no' : 'yes');
}

/** A class is an estimate by nature. */
function counted<K extends string>(value: K, labels: Readonly<Record<K, string>>): Stated<string> {
  return value === 'unknown' ? open : { certainty: 'estimated', value: labels[value] };
}

function sectorOf(section: string | null, sectors: Readonly<Record<string, string>>): string | null {
  const name = section === null ? undefined : sectors[section];
  return name === undefined ? null : `${section} ${name}`;
}

function listOf(parts: readonly string[], locale: Locale): string | null {
  return parts.length === 0 ? null : new Intl.ListFormat(intlTag[locale], { type: 'conjunction' }).format(parts);
}

function doneAt(found: CaseForDossier, duty: string): string | null {
  return found.deadlines.find((one) => one.duty === duty && one.state === 'done')?.doneAt ?? null;
}

/** What the report says was done, then every step that moved the case or has words beside it, in order of time. */
function measuresOf(found: CaseForDossier, locale: Locale): IncidentContent['measures'] {
  const t = textOf(locale, 'dossiers');
  const labels = labelsOf(locale);
  const { measuresSoFar } = found.report;
  const before = measuresSoFar === null ? [] : [{ at: open, what: t('pages.report.soFar', { text: measuresSoFar }), by: found.company.name }];
  const steps = found.steps.flatMap((step) => {
    const words = [step.event === 'log_first_contact' ? t('pages.report.firstContact') : null, step.toState === null ? null : labels.caseStates[step.toState], step.note].filter((one) => one !== null);
    return words.length === 0 ? [] : [{ at: known(step.at), what: words.join('. '), by: step.organisation }];
  });
  const report = found.closingReport;
  const after = report === null ? [] : [{ at: known(report.at), what: t('pages.report.closing', { text: report.measuresTaken }), by: report.by }];
  return [...before, ...steps, ...after];
}

function authoritiesOf(found: CaseForDossier, locale: Locale): IncidentContent['authorities'] {
  const t = textOf(locale, 'dossiers');
  const names: Readonly<Record<string, string>> = {
    sdtb: t('pages.report.recipients.sdtb'),
    bsi_portal: t('pages.report.recipients.bsi_portal'),
    customer: t('pages.report.recipients.customer'),
  };
  return found.deadlines.flatMap((one) => {
    const name = names[one.recipient];
    if (name === undefined || one.state === 'not_applicable') return [];
    return [{ name, informedAt: stated(one.state === 'done' ? one.doneAt : null), fileNumber: one.fileNumber }];
  });
}

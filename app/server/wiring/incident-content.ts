import { labelsOf } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import type { Stated, YesNo } from '#app/domain/dossier/incident-dossier-input.ts';
import { intlTag } from '#app/content/locale.ts';
import type { TriState } from '#app/domain/triage/kinds.ts';
import { fieldById } from '#app/domain/triage/fields.ts';
import type { FieldId } from '#app/domain/triage/fields.ts';
import type { CaseForDossier } from '#app/features/cases/case-for-dossier.server.ts';
import type { IncidentContent } from '#app/features/dossiers/ports.ts';
import type { Locale } from '#app/features/ports.ts';
import { siteInWords } from '#app/features/site-in-words.ts';
import { findingsOf, measuresOf, stateOf, timelineOf } from './incident-course.ts';

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
      sites: [[found.callback?.site ? siteInWords(found.callback.site, locale) : company.town, label(labels.districts, company.district)].filter(Boolean).join(', ')],
    },
    insurance: {
      insurer: stated(report.insurerName),
      policyNumber: stated(report.policyNumber),
      broker: open,
      contact: stated(found.callback === null ? null : `${found.callback.name}, ${found.callback.phone}`),
      informed: yesNo(doneAt(found, 'insurer_notice') === null ? facts.insurerInformed : 'yes'),
      hotlineUsedAt: open,
    },
    reporter: reporterOf(found, locale),
    times: {
      occurred: facts.occurredAt === null ? open : { certainty: 'estimated', value: facts.occurredAt },
      noticed: { certainty: facts.noticedEstimated ? 'estimated' : 'known', value: facts.noticedAt },
      reportedInternally: open,
      reportedToPortal: stated(found.reportedAt),
      insurerInformed: stated(doneAt(found, 'insurer_notice')),
    },
    what: {
      kind: labels.incidentKinds[found.kind],
      severity: labels.severities[found.severity],
      state: stateOf(found.state, locale),
      description: report.description,
      stillGoingOn: yesNo(facts.ongoing),
      ransomDemand: yesNo(facts.ransomDemand),
      further: furtherOf(found, locale),
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
    timeline: timelineOf(found, locale),
    measures: measuresOf(found, locale),
    providers: found.providers.map((one) => ({
      name: one.name,
      task: t(one.role === 'leading' ? 'pages.report.leads' : 'pages.report.supports'),
      engagedAt: known(one.engagedAt),
      firstContactAt: stated(one.firstContactAt),
      vetted: one.approvedSince === null ? null : { since: one.approvedSince, until: one.approvedUntil },
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
      atOnce: one.atOnce,
      state: one.state === 'open' && one.clock === 'overdue' ? ('overdue' as const) : one.state,
      doneAt: one.doneAt,
    })),
    findings: findingsOf(found, locale),
    openPoints: found.closingReport === null || found.closingReport.openPoints.trim() === '' ? [] : [t('pages.report.providerOpen', { text: found.closingReport.openPoints })],
    nextReportOn: open,
    leftOut: found.messageCount === 0 ? [] : [{ what: t('pages.report.messages'), why: t('pages.report.messagesWhy') }],
  };
}

/** Who sent the report. The number to call back is theirs only when they named themselves. */
function reporterOf(found: CaseForDossier, locale: Locale): IncidentContent['reporter'] {
  const t = textOf(locale, 'dossiers');
  const sender = found.steps.find((step) => step.event === 'submit')?.by ?? null;
  const { callback } = found;
  const isCallback = callback !== null && (sender === null || sender === callback.name);
  return {
    name: sender ?? callback?.name ?? t('shared.notStated'),
    role: isCallback ? known(t('pages.report.callback')) : open,
    phone: stated(isCallback ? callback.phone : null),
    learnedHow: open,
  };
}

/** What else was asked about this kind and matters to who settles the claim. A class of numbers is an estimate. */
function furtherOf({ facts, kind }: CaseForDossier, locale: Locale): IncidentContent['what']['further'] {
  const labels = labelsOf(locale);
  const t = textOf(locale, 'triage');
  const answers: readonly (readonly [FieldId, Stated<string>])[] = [
    ['operation', facts.operation === 'unknown' ? open : known(labels.operationStates[facts.operation])],
    ['servers', counted(facts.servers, labels.countClasses)],
    ['intruderActive', triState(facts.intruderActive, locale)],
    ['money', facts.money === 'unknown' ? open : known(labels.moneyStates[facts.money])],
    ['passwordsEntered', triState(facts.passwordsEntered, locale)],
    ['adminAccount', triState(facts.adminAccount, locale)],
    ['deviceEncrypted', triState(facts.deviceEncrypted, locale)],
    ['processorForOthers', triState(facts.processorForOthers, locale)],
  ];
  return answers.flatMap(([id, answer]) => {
    const { askedFor } = fieldById(id);
    return askedFor === 'every_kind' || askedFor.includes(kind) ? [{ question: t(`fields.${id}`), answer }] : [];
  });
}

function triState(value: TriState, locale: Locale): Stated<string> {
  return value === 'unknown' ? open : known(textOf(locale, 'dossiers')(`incident.yesNo.${value}`));
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

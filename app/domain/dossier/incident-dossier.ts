import type { EnvelopeTexts } from './checklist-dossier-texts.ts';
import type { CellMark, DossierDocument, DossierSection, TableBlock } from './document.ts';
import { metadataOf, provenanceFacts, signatureBlock } from './envelope.ts';
import type { IncidentDossierInput, Stated, YesNo } from './incident-dossier-input.ts';
import type { IncidentDossierTexts } from './incident-dossier-texts.ts';
import type { IncidentContext } from './stated-cells.ts';
import { plain, row, same, statedCell, statedTable, valueAndCertainty } from './stated-cells.ts';
import { fill, wordingFor } from './wording.ts';

/**
 * The report of an incident for a claims handler. Each statement carries its certainty; what nobody stated is printed as
 * "not stated" and never left away, so that a gap cannot be mistaken for a "no".
 */
export function incidentDossier(
  input: IncidentDossierInput,
  texts: IncidentDossierTexts,
  shared: EnvelopeTexts,
): DossierDocument {
  const context: IncidentContext = { input, texts, shared, wording: wordingFor(input.language, input.timeZone) };
  const { wording } = context;
  return {
    metadata: metadataOf(input, shared, wording, {
      title: `${texts.title} ${input.caseReference}`, subject: input.company.name,
    }),
    cover: {
      heading: texts.title,
      subheading: fill(texts.subheading, { company: input.company.name, reference: input.caseReference }),
      kindLine: fill(shared.kindLine, { kind: texts.kind, date: wording.date(input.createdAt) }),
    },
    sections: [
      firstPage(context),
      insurance(context),
      times(context),
      what(context),
      reach(context),
      data(context),
      measures(context),
      providers(context),
      evidence(context),
      authorities(context),
      deadlines(context),
      loss(context),
      openPoints(context),
      leftOut(context),
      origin(context),
    ],
  };
}

function firstPage(context: IncidentContext): DossierSection {
  const { input, texts, shared } = context;
  return {
    blocks: [
      {
        kind: 'paragraph',
        tone: 'lead',
        text: fill(texts.statement, {
          kind: input.what.kind,
          noticed: plain(context, input.times.noticed, context.wording.dateTime),
          goingOn: plain(context, input.what.stillGoingOn, (value) => texts.yesNo[value]),
          state: input.what.state,
        }),
      },
      {
        kind: 'facts',
        columns: 2,
        items: [
          { term: shared.forWhom, value: input.recipient ?? shared.forWhomOpen },
          { term: texts.caseReference, value: input.caseReference },
          { term: texts.kindOfIncident, value: input.what.kind },
          { term: texts.severity, value: input.what.severity },
          { term: texts.sector, value: input.company.sector },
          { term: texts.staff, value: input.company.staffBand },
          { term: texts.sites, value: input.company.sites.join('; ') || shared.notStated },
          { term: texts.state, value: input.what.state },
        ],
      },
      { kind: 'heading', text: texts.conductHeading },
      { kind: 'list', ordered: true, items: texts.conduct },
      { kind: 'paragraph', tone: 'muted', text: texts.conductNote },
      { kind: 'callout', tone: 'note', title: texts.certainty, text: texts.certaintyExplained },
    ],
  };
}

function insurance(context: IncidentContext): DossierSection {
  const { input, texts, wording } = context;
  return {
    heading: texts.insuranceHeading,
    blocks: [
      statedTable(context, [
        row(texts.insurer, input.insurance.insurer, same),
        row(texts.policyNumber, input.insurance.policyNumber, same),
        row(texts.broker, input.insurance.broker, same),
        row(texts.contact, input.insurance.contact, same),
        row(texts.hotlineUsed, input.insurance.hotlineUsedAt, wording.dateTime),
      ]),
      { kind: 'heading', text: texts.reporterHeading },
      statedTable(context, [
        row(texts.reporterName, { certainty: 'known', value: input.reporter.name }, same),
        row(texts.reporterRole, input.reporter.role, same),
        row(texts.reporterPhone, input.reporter.phone, same),
        row(texts.learnedHow, input.reporter.learnedHow, same),
      ]),
    ],
  };
}

function times(context: IncidentContext): DossierSection {
  const { input, texts, shared, wording } = context;
  return {
    heading: texts.timesHeading,
    blocks: [
      statedTable(context, [
        row(texts.occurred, input.times.occurred, wording.dateTime),
        row(texts.noticed, input.times.noticed, wording.dateTime),
        row(texts.reportedInternally, input.times.reportedInternally, wording.dateTime),
        row(texts.insurerInformed, input.times.insurerInformed, wording.dateTime),
      ]),
      { kind: 'paragraph', tone: 'muted', text: `${shared.timeZone}: ${shared.timeZoneValue}` },
    ],
  };
}

function what(context: IncidentContext): DossierSection {
  const { input, texts } = context;
  const yesNo = (value: YesNo): string => texts.yesNo[value];
  return {
    heading: texts.whatHeading,
    blocks: [
      statedTable(context, [
        row(texts.kindOfIncident, { certainty: 'known', value: input.what.kind }, same),
        row(texts.stillGoingOn, input.what.stillGoingOn, yesNo),
        row(texts.ransomDemand, input.what.ransomDemand, yesNo),
      ]),
      { kind: 'heading', text: texts.ownWords },
      { kind: 'paragraph', text: input.what.description ?? texts.noWords, tone: input.what.description ? undefined : 'muted' },
    ],
  };
}

function reach(context: IncidentContext): DossierSection {
  const { input: { reach }, texts } = context;
  return {
    heading: texts.reachHeading,
    blocks: [statedTable(context, [
      row(texts.systems, reach.systems, same),
      row(texts.sites, reach.sites, same),
      row(texts.services, reach.services, same),
      row(texts.workplaces, reach.workplaces, same),
      row(texts.providerConcerned, reach.providerConcerned, same),
      row(texts.backupsConcerned, reach.backupsConcerned, (value) => texts.yesNo[value]),
    ])],
  };
}

function data(context: IncidentContext): DossierSection {
  const { input: { data }, texts } = context;
  return {
    heading: texts.dataHeading,
    blocks: [statedTable(context, [
      row(texts.personalData, data.personalData, (value) => texts.yesNo[value]),
      row(texts.dataKinds, data.kinds, same),
      row(texts.persons, data.persons, same),
      row(texts.records, data.records, same),
      row(texts.specialCategories, data.specialCategories, (value) => texts.yesNo[value]),
    ])],
  };
}

function measures(context: IncidentContext): DossierSection {
  const { input, texts, shared, wording } = context;
  return {
    heading: texts.measuresHeading,
    blocks: [{
      kind: 'table',
      columns: [
        { heading: texts.at, width: 24 },
        { heading: texts.measure, width: 52 },
        { heading: texts.by, width: 24 },
      ],
      rows: input.measures.map((measure) => [
        statedCell(context, measure.at, wording.dateTime),
        { text: measure.what },
        { text: measure.by ?? shared.notStated },
      ]),
      emptyText: texts.measuresEmpty,
    }],
  };
}

function providers(context: IncidentContext): DossierSection {
  const { input, texts, wording } = context;
  return {
    heading: texts.providersHeading,
    blocks: [{
      kind: 'table',
      columns: [
        { heading: texts.provider, width: 28 },
        { heading: texts.task, width: 30 },
        { heading: texts.engagedAt, width: 22 },
        { heading: texts.insurerConsent, width: 20 },
      ],
      rows: input.providers.map((provider) => [
        { text: provider.name, strong: true },
        { text: provider.task },
        statedCell(context, provider.engagedAt, wording.dateTime),
        statedCell(context, provider.insurerConsent, (value) => texts.yesNo[value]),
      ]),
      emptyText: texts.providersEmpty,
    }],
  };
}

function evidence(context: IncidentContext): DossierSection {
  const { input, texts, wording } = context;
  return {
    heading: texts.evidenceHeading,
    blocks: [
      statedTable(context, [
        row(texts.untouched, input.evidence.untouched, (value) => texts.yesNo[value]),
        row(texts.keptWhere, input.evidence.keptWhere, same),
      ]),
      { kind: 'heading', text: texts.exhibitsHeading },
      { kind: 'paragraph', tone: 'muted', text: texts.exhibitsExplained },
      {
        kind: 'table',
        columns: [
          { heading: texts.number, width: 8 },
          { heading: texts.exhibit, width: 31 },
          { heading: texts.taken, width: 24 },
          { heading: texts.sha256, width: 37 },
        ],
        rows: input.exhibits.map((exhibit) => [
          { text: exhibit.number },
          { text: exhibit.title, note: wording.size(exhibit.bytes) },
          { text: wording.dateTime(exhibit.takenAt), note: exhibit.takenBy },
          // Groups of eight digits: people compare them by eye.
          { text: exhibit.sha256.replace(/(.{8})(?=.)/g, '$1  ') },
        ]),
        emptyText: texts.exhibitsEmpty,
      },
    ],
  };
}

function authorities(context: IncidentContext): DossierSection {
  const { input, texts, shared, wording } = context;
  return {
    heading: texts.authoritiesHeading,
    blocks: [
      {
        kind: 'table',
        columns: [
          { heading: texts.authority, width: 46 },
          { heading: texts.informedAt, width: 28 },
          { heading: texts.fileNumber, width: 26 },
        ],
        rows: input.authorities.map((authority) => [
          { text: authority.name },
          statedCell(context, authority.informedAt, wording.dateTime),
          { text: authority.fileNumber ?? shared.notStated },
        ]),
        emptyText: texts.authoritiesEmpty,
      },
      statedTable(context, [row(texts.personsInformed, input.personsInformed, same)]),
    ],
  };
}

const deadlineMarks = { open: 'empty', done: 'full', overdue: 'question', not_applicable: 'dash' } as const satisfies Record<
  string,
  CellMark
>;

function deadlines({ input, texts, wording }: IncidentContext): DossierSection {
  return {
    heading: texts.deadlinesHeading,
    blocks: [
      { kind: 'paragraph', tone: 'muted', text: texts.deadlinesExplained },
      {
        kind: 'table',
        columns: [
          { heading: texts.deadline, width: 48 },
          { heading: texts.due, width: 26 },
          { heading: texts.state, width: 26 },
        ],
        rows: input.deadlines.map((deadline) => [
          { text: deadline.what, note: deadline.rule },
          { text: wording.dateTime(deadline.dueAt) },
          {
            text: texts.deadlineStates[deadline.state],
            mark: deadlineMarks[deadline.state],
            note: deadline.doneAt ? fill(texts.deadlineDoneAt, { at: wording.dateTime(deadline.doneAt) }) : undefined,
          },
        ]),
        emptyText: texts.deadlinesEmpty,
      },
    ],
  };
}

function loss(context: IncidentContext): DossierSection {
  const { input, texts, wording } = context;
  const stated = input.costs.flatMap((cost) => (cost.cents.certainty === 'not_stated' ? [] : [cost.cents]));
  const sum: Stated<number> = stated.length === 0
    ? { certainty: 'not_stated' }
    : {
        // A sum is only known when every part of it is.
        certainty: stated.length === input.costs.length && stated.every((cents) => cents.certainty === 'known') ? 'known' : 'estimated',
        value: stated.reduce((total, cents) => total + cents.value, 0),
      };
  const costs: TableBlock = {
    kind: 'table',
    columns: [
      { heading: texts.costKind, width: 48 },
      { heading: texts.amount, width: 26, align: 'end' },
      { heading: texts.certainty, width: 26 },
    ],
    rows: input.costs.length === 0 ? [] : [
      ...input.costs.map((cost) => [{ text: cost.kind }, ...valueAndCertainty(context, cost.cents, wording.euro)]),
      [{ text: texts.costsSum, strong: true }, ...valueAndCertainty(context, sum, wording.euro)],
    ],
    emptyText: texts.costsEmpty,
  };
  return {
    heading: texts.lossHeading,
    blocks: [
      { kind: 'heading', text: texts.costsHeading },
      costs,
      { kind: 'heading', text: texts.interruptionsHeading },
      {
        kind: 'table',
        columns: [
          { heading: texts.system, width: 40 },
          { heading: texts.from, width: 30 },
          { heading: texts.until, width: 30 },
        ],
        rows: input.interruptions.map((interruption) => [
          { text: interruption.system },
          statedCell(context, interruption.from, wording.dateTime),
          interruption.stillDown ? { text: texts.stillDown } : statedCell(context, interruption.until, wording.dateTime),
        ]),
        emptyText: texts.interruptionsEmpty,
      },
      statedTable(context, [
        row(texts.waitingPeriod, input.loss.waitingPeriodHours, (hours) => fill(texts.hours, { hours: wording.number(hours) })),
        row(texts.lostTurnover, input.loss.lostTurnoverCents, wording.euro),
        row(texts.thirdPartyClaims, input.loss.thirdPartyClaims, same),
      ]),
    ],
  };
}

function openPoints(context: IncidentContext): DossierSection {
  const { input, texts, wording } = context;
  return {
    heading: texts.openHeading,
    blocks: [
      input.openPoints.length > 0
        ? { kind: 'list', ordered: false, items: input.openPoints }
        : { kind: 'paragraph', tone: 'muted', text: texts.openEmpty },
      statedTable(context, [row(texts.nextReport, input.nextReportOn, wording.date)]),
    ],
  };
}

function leftOut({ input, texts }: IncidentContext): DossierSection {
  return {
    heading: texts.leftOutHeading,
    blocks: [{
      kind: 'table',
      columns: [
        { heading: texts.leftOutWhat, width: 45 },
        { heading: texts.leftOutWhy, width: 55 },
      ],
      rows: input.leftOut.map((part) => [{ text: part.what }, { text: part.why }]),
      emptyText: texts.leftOutEmpty,
    }],
  };
}

function origin({ input, texts, shared, wording }: IncidentContext): DossierSection {
  return {
    heading: texts.originHeading,
    blocks: [
      provenanceFacts(input, shared, wording),
      { kind: 'paragraph', tone: 'muted', text: fill(shared.checkHow, { address: input.checkAddress }) },
      { kind: 'callout', tone: 'note', title: texts.noticeTitle, text: texts.notice },
      { kind: 'heading', text: texts.signHeading },
      signatureBlock(input, shared, texts.signStatement),
    ],
  };
}

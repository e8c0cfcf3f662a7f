import type { EnvelopeTexts } from './checklist-dossier-texts.ts';
import type { DossierDocument, DossierSection } from './document.ts';
import { metadataOf } from './envelope.ts';
import type { IncidentDossierInput } from './incident-dossier-input.ts';
import type { IncidentDossierTexts } from './incident-dossier-texts.ts';
import { data, reach, times, what } from './incident-sections/account.ts';
import { findings, measures, timeline } from './incident-sections/course.ts';
import { authorities, deadlines } from './incident-sections/duties.ts';
import { evidence } from './incident-sections/evidence.ts';
import { leftOut, openPoints, origin } from './incident-sections/limits.ts';
import { loss } from './incident-sections/loss.ts';
import { insurance, providers } from './incident-sections/parties.ts';
import type { IncidentContext } from './stated-cells.ts';
import { certaintyCounts, plain } from './stated-cells.ts';
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
      timeline(context),
      measures(context),
      providers(context),
      findings(context),
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
  const counts = certaintyCounts(input);
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
      {
        kind: 'callout',
        tone: 'note',
        title: fill(texts.certaintyCounts, { all: counts.known + counts.estimated + counts.not_stated, known: counts.known, estimated: counts.estimated, open: counts.not_stated }),
        text: texts.certaintyExplained,
      },
      { kind: 'heading', text: texts.conductHeading },
      { kind: 'list', ordered: true, items: texts.conduct },
      { kind: 'paragraph', tone: 'muted', text: texts.conductNote },
    ],
  };
}

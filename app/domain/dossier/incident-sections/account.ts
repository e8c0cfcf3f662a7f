import type { DossierSection } from '../document.ts';
import type { YesNo } from '../incident-dossier-input.ts';
import type { IncidentContext } from '../stated-cells.ts';
import { row, same, statedTable } from '../stated-cells.ts';

/** When what happened, each time with how sure it is. */
export function times(context: IncidentContext): DossierSection {
  const { input, texts, shared, wording } = context;
  return {
    heading: texts.timesHeading,
    blocks: [
      statedTable(context, [
        row(texts.occurred, input.times.occurred, wording.dateTime),
        row(texts.noticed, input.times.noticed, wording.dateTime),
        row(texts.reportedInternally, input.times.reportedInternally, wording.dateTime),
        row(texts.reportedToPortal, input.times.reportedToPortal, wording.dateTime),
        row(texts.insurerInformed, input.times.insurerInformed, wording.dateTime),
      ]),
      { kind: 'paragraph', tone: 'muted', text: `${shared.timeZone}: ${shared.timeZoneValue}` },
    ],
  };
}

/** What happened, coded and in the company's own words. */
export function what(context: IncidentContext): DossierSection {
  const { input, texts } = context;
  const yesNo = (value: YesNo): string => texts.yesNo[value];
  return {
    heading: texts.whatHeading,
    blocks: [
      statedTable(context, [
        row(texts.kindOfIncident, { certainty: 'known', value: input.what.kind }, same),
        row(texts.stillGoingOn, input.what.stillGoingOn, yesNo),
        row(texts.ransomDemand, input.what.ransomDemand, yesNo),
        ...input.what.further.map((one) => row(one.question, one.answer, same)),
      ]),
      { kind: 'heading', text: texts.ownWords },
      { kind: 'paragraph', text: input.what.description ?? texts.noWords, tone: input.what.description ? undefined : 'muted' },
    ],
  };
}

export function reach(context: IncidentContext): DossierSection {
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

export function data(context: IncidentContext): DossierSection {
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

import { checklistAnnex } from './checklist-annex.ts';
import type { ChecklistContext } from './checklist-answers.ts';
import { answerCell, applies, basisText, differsInSites, isKnown, share } from './checklist-answers.ts';
import type { ChecklistDossierInput } from './checklist-dossier-input.ts';
import type { ChecklistDossierTexts, EnvelopeTexts } from './checklist-dossier-texts.ts';
import type { DossierDocument, DossierSection } from './document.ts';
import { metadataOf, signatureBlock } from './envelope.ts';
import { fill, wordingFor } from './wording.ts';
import type { Wording } from './wording.ts';

/**
 * The result of a checklist for an underwriter: one page with what is asked first, then the annex.
 * States who said what, how they know it and what nobody knows; draws no conclusion about any rule or contract.
 */
export function checklistDossier(
  input: ChecklistDossierInput,
  texts: ChecklistDossierTexts,
  shared: EnvelopeTexts,
): DossierDocument {
  const context: ChecklistContext = { input, texts, shared, wording: wordingFor(input.language, input.timeZone) };
  const { wording } = context;
  return {
    metadata: metadataOf(input, shared, wording, { title: texts.title, subject: input.company.name }),
    cover: {
      heading: texts.title,
      subheading: input.company.name,
      kindLine: fill(shared.kindLine, { kind: texts.kind, date: wording.date(input.createdAt) }),
    },
    sections: [
      firstPage(context),
      mustItems(context),
      signing(context),
      ...checklistAnnex(context),
    ],
  };
}

function firstPage({ input, texts, shared, wording }: ChecklistContext): DossierSection {
  const { points, maximum } = input.result;
  const applicable = input.answers.filter(applies);
  const known = applicable.filter(isKnown).length;
  const notApplicable = input.answers.length - applicable.length;
  const coverage = applicable.length === 0
    ? fill(texts.coverageNone, { notApplicable })
    : fill(texts.coverageValue, { known, applicable: applicable.length, unknown: applicable.length - known, notApplicable });
  const pointsText = maximum > 0
    ? fill(texts.pointsValue, { points: wording.number(points), maximum: wording.number(maximum) })
    : texts.noPoints;
  return {
    blocks: [
      { kind: 'paragraph', tone: 'lead', text: statementOf(input, texts) },
      {
        kind: 'columns',
        leftShare: 0.34,
        left: [{
          kind: 'figure',
          figure: {
            kind: 'score',
            share: share(points, maximum),
            value: maximum > 0 ? wording.number(points) : '–',
            caption: maximum > 0 ? fill(texts.pointsOf, { maximum: wording.number(maximum) }) : texts.noPoints,
          },
          alt: fill(texts.scoreAlt, { points: pointsText, coverage }),
        }],
        right: [{
          kind: 'facts',
          columns: 1,
          items: [
            { term: texts.points, value: pointsText },
            { term: texts.coverage, value: coverage },
            { term: texts.trend, value: trendOf(input, texts, wording) },
            {
              term: texts.checklist,
              value: fill(texts.checklistCompleted, {
                title: input.checklist.title,
                version: input.checklist.version,
                date: wording.date(input.assessment.completedAt),
              }),
            },
          ],
        }],
      },
      {
        kind: 'facts',
        columns: 2,
        items: [
          { term: shared.forWhom, value: input.recipient ?? shared.forWhomOpen },
          { term: texts.sector, value: input.company.sector },
          { term: texts.staff, value: input.company.staffBand },
          { term: texts.turnover, value: input.company.turnoverBand ?? shared.notStated },
          ...sitesOf(input, texts, shared.notStated),
        ],
      },
    ],
  };
}

/** So many sites are named on the first page; of more their number is said, and annex A names them. */
const mostSitesNamed = 6;

function sitesOf({ company: { sites }, scope }: ChecklistDossierInput, texts: ChecklistDossierTexts, notStated: string): { term: string; value: string }[] {
  const { counted } = scope;
  if (counted === undefined || counted.all <= mostSitesNamed) {
    return [{ term: texts.sites, value: sites.join('; ') || notStated }, { term: texts.scope, value: scope.covers }];
  }
  const counts = { covered: String(counted.covered), all: String(counted.all) };
  return [{ term: texts.sites, value: counts.all }, { term: texts.scope, value: fill(texts.scopeOfMany, counts) }];
}

/** The one sentence on top: must items counted, never folded into a percentage. */
function statementOf(input: ChecklistDossierInput, texts: ChecklistDossierTexts): string {
  const applicable = input.answers.filter(applies);
  if (applicable.length === 0) return texts.noStatement;
  const must = applicable.filter((answer) => answer.must);
  if (must.length === 0) return texts.statementWithoutMust;
  const count = (value: string): number => must.filter((answer) => (answer.answer ?? 'unknown') === value).length;
  return fill(texts.statement, {
    all: must.length, yes: count('yes'), partly: count('partly'), no: count('no'), unknown: count('unknown'),
  });
}

/** Compares shares of the maximum, since the maximum differs between companies and runs; other versions are named. */
function trendOf(input: ChecklistDossierInput, texts: ChecklistDossierTexts, wording: Wording): string {
  const now = share(input.result.points, input.result.maximum);
  const before = input.previous && share(input.previous.points, input.previous.maximum);
  if (!input.previous || now === null || before === null) return texts.trendNone;
  const template = now > before ? texts.trendUp : now < before ? texts.trendDown : texts.trendSame;
  const sentence = fill(template, {
    points: wording.number(input.previous.points),
    maximum: wording.number(input.previous.maximum),
    date: wording.date(input.previous.completedAt),
  });
  const { better, worse, gone, questionChanged, new: added } = input.previous.changes;
  return [
    sentence,
    fill(texts.trendChanges, { better, worse, new: added, gone, changed: questionChanged }),
    input.previous.version === input.checklist.version ? null : fill(texts.trendOtherVersion, { version: input.previous.version }),
    differsInSites(input.previous) ? texts.trendOtherSites : null,
  ].filter((part) => part !== null).join(' ');
}

/** Without notes: the first page must hold all of them; the number leads to the wording and the remarks. */
function mustItems({ input, texts, wording }: ChecklistContext): DossierSection {
  const rows = input.answers.filter((answer) => answer.must).map((answer) => [
    { text: answer.number },
    { text: answer.shortTitle, strong: true },
    answerCell(answer, texts),
    { text: basisText(answer, texts) },
    { text: answer.evidence[0] ? wording.shortDate(answer.evidence[0].on) : texts.noEvidence },
    { text: answer.since ? wording.shortDate(answer.since) : '–' },
  ]);
  return {
    heading: texts.mustHeading,
    blocks: [
      {
        kind: 'table',
        columns: [
          { heading: texts.number, width: 5.5 },
          { heading: texts.question, width: 39 },
          { heading: texts.answer, width: 16 },
          { heading: texts.basis, width: 16.4 },
          { heading: texts.evidenceOn, width: 12.7 },
          { heading: texts.since, width: 10.4 },
        ],
        rows,
        emptyText: texts.mustEmpty,
      },
      ...(rows.length > 0 ? [{ kind: 'paragraph', tone: 'muted', text: texts.mustWhere } as const] : []),
    ],
  };
}

function signing({ input, texts, shared }: ChecklistContext): DossierSection {
  return {
    blocks: [
      { kind: 'callout', tone: 'note', title: texts.noticeTitle, text: texts.notice },
      { kind: 'heading', text: texts.signHeading },
      signatureBlock(input, shared, texts.signStatement),
    ],
  };
}

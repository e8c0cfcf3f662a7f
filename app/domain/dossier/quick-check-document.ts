import type { AnswerValue } from '../checklist/vocabulary.ts';
import { share } from './checklist-answers.ts';
import type { EnvelopeTexts } from './checklist-dossier-texts.ts';
import type { CellMark, DossierDocument, DossierLanguage, DossierSection } from './document.ts';
import { explainedWords } from './explained-words.ts';
import type { ExplainedWord } from './explained-words.ts';
import { fill, wordingFor } from './wording.ts';

/** What a quick check without account says; every text in the language of the document. */
export type QuickCheckContent = {
  readonly title: string;
  /** The one sentence about the result. */
  readonly headline: string;
  /** ISO date. */
  readonly on: string;
  readonly size: string;
  readonly organisation: string;
  readonly points: number;
  /** 0 when nothing applies; then there is no statement. */
  readonly maximum: number;
  readonly asked: number;
  readonly unknown: number;
  readonly must: readonly { readonly title: string; readonly reason: string; readonly state: string }[];
  readonly measures: readonly { readonly title: string; readonly summary: string; readonly effort: string }[];
  readonly words: readonly ExplainedWord[];
  readonly answers: readonly { readonly question: string; readonly value: AnswerValue; readonly answer: string }[];
};

export type QuickCheckTexts = Readonly<
  Record<
    | 'subheading' | 'kind' | 'footer' | 'size' | 'organisation' | 'result' | 'unknown' | 'unknownValue' | 'mustHeading' | 'mustNone' | 'point' | 'state'
    | 'wordsHeading' | 'wordsLead' | 'measuresHeading' | 'measuresNone' | 'measure' | 'effort' | 'answersHeading' | 'question' | 'answer' | 'notice' | 'noticeTitle',
    string
  >
>;

type About = { readonly language: DossierLanguage; readonly timeZone: string; readonly issuer: string };
/** Words that the quick check shares with the documents of an account. */
type Shared = Pick<EnvelopeTexts, 'page' | 'kindLine'> & { readonly points: string; readonly pointsOf: string; readonly noPoints: string };

const marks: Readonly<Record<AnswerValue, CellMark>> = { yes: 'full', partly: 'half', no: 'empty', unknown: 'question', not_applicable: 'dash' };

/** The result of a quick check as a sheet to keep. It has no number: nothing of it is stored, so nothing can be verified later. */
export function quickCheckDocument(content: QuickCheckContent, about: About, texts: QuickCheckTexts, shared: Shared): DossierDocument {
  const wording = wordingFor(about.language, about.timeZone);
  return {
    metadata: {
      language: about.language,
      title: content.title,
      subject: texts.subheading,
      issuer: about.issuer,
      documentId: '',
      checkCode: '',
      createdAt: `${content.on}T12:00:00.000Z`,
      checkpointLine: texts.footer,
      labels: { page: shared.page, document: texts.kind },
    },
    cover: { heading: content.title, subheading: texts.subheading, kindLine: fill(shared.kindLine, { kind: texts.kind, date: wording.date(content.on) }) },
    sections: [
      overview(content, texts, shared, wording.number),
      mustItems(content, texts),
      measures(content, texts),
      answers(content, texts),
      ...explainedWords(content.words, { heading: texts.wordsHeading, lead: texts.wordsLead }),
    ],
  };
}

function overview(content: QuickCheckContent, texts: QuickCheckTexts, shared: Shared, number: (value: number) => string): DossierSection {
  const { points, maximum } = content;
  const result = maximum > 0 ? fill(shared.points, { points: number(points), maximum: number(maximum) }) : shared.noPoints;
  const caption = maximum > 0 ? fill(shared.pointsOf, { maximum: number(maximum) }) : shared.noPoints;
  return {
    blocks: [
      { kind: 'paragraph', tone: 'lead', text: content.headline },
      {
        kind: 'columns',
        leftShare: 0.34,
        left: [{ kind: 'figure', figure: { kind: 'score', share: share(points, maximum), value: maximum > 0 ? number(points) : '–', caption }, alt: result }],
        right: [
          {
            kind: 'facts',
            columns: 1,
            items: [
              { term: texts.result, value: result },
              { term: texts.unknown, value: fill(texts.unknownValue, { unknown: content.unknown, asked: content.asked }) },
              { term: texts.size, value: content.size },
              { term: texts.organisation, value: content.organisation },
            ],
          },
        ],
      },
      { kind: 'callout', tone: 'note', title: texts.noticeTitle, text: texts.notice },
    ],
  };
}

function mustItems({ must }: QuickCheckContent, texts: QuickCheckTexts): DossierSection {
  return {
    heading: texts.mustHeading,
    blocks: [
      {
        kind: 'table',
        columns: [{ heading: texts.point, width: 75 }, { heading: texts.state, width: 25 }],
        rows: must.map(({ title, reason, state }) => [{ text: title, note: reason, strong: true }, { text: state }]),
        emptyText: texts.mustNone,
      },
    ],
  };
}

function measures({ measures: steps }: QuickCheckContent, texts: QuickCheckTexts): DossierSection {
  return {
    heading: texts.measuresHeading,
    blocks: [
      {
        kind: 'table',
        columns: [{ heading: texts.measure, width: 70 }, { heading: texts.effort, width: 30 }],
        rows: steps.map(({ title, summary, effort }, index) => [{ text: `${index + 1}. ${title}`, note: summary, strong: true }, { text: effort }]),
        emptyText: texts.measuresNone,
      },
    ],
  };
}

function answers({ answers: given }: QuickCheckContent, texts: QuickCheckTexts): DossierSection {
  return {
    heading: texts.answersHeading,
    blocks: [
      {
        kind: 'table',
        columns: [{ heading: texts.question, width: 75 }, { heading: texts.answer, width: 25 }],
        rows: given.map(({ question, answer, value }) => [{ text: question }, { text: answer, mark: marks[value] }]),
        emptyText: '',
      },
    ],
  };
}

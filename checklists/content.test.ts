import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Answer, Answers } from '#app/domain/checklist/answers.ts';
import { chooseChecklist, concerns, paces } from '#app/domain/checklist/choose.ts';
import { planOf } from '#app/domain/checklist/measures.ts';
import { resultOf } from '#app/domain/checklist/result.ts';
import type { ChecklistVersion, Requirement, ScoredRequirement } from '#app/domain/checklist/version.ts';
import { companyKinds, sizeClasses } from '#app/domain/checklist/vocabulary.ts';
import type { AnswerValue, ReferenceScheme } from '#app/domain/checklist/vocabulary.ts';
import { requirementsOf } from '#app/domain/checklist/version.ts';
import { compileChecklists, describeFaults } from '#app/features/checklists/catalogue/compile-checklists.server.ts';
import { recordOf } from '#app/features/checklists/catalogue/published-record.server.ts';
import { loadChecklists } from '#app/infrastructure/checklists/load-checklists.ts';
import {
  englishLeftovers,
  familiarAddress,
  forbiddenNames,
  germanLeftovers,
  repeatedRuns,
  sentencesOf,
  textsIn,
  tooLongSentences,
  transcribedWords,
  unexplained,
  wordsOf,
  wrongMarks,
} from './language-rules.ts';
import type { Locale, PlacedText } from './language-rules.ts';

const library = loadChecklists(fileURLToPath(new URL('.', import.meta.url)), compileChecklists);
const controlTexts = library.controls.flatMap((control) => textsIn(control.id, control));
const checklistTexts = library.checklists.flatMap(({ version: { topics, ...rest } }) => [
  ...textsIn(rest.checklistId, rest),
  ...topics.flatMap(({ requirements, ...topic }) => [
    ...textsIn(`${rest.checklistId}.${topic.id}`, topic),
    ...requirements.flatMap(({ id, question, hint }) => textsIn(`${rest.checklistId}.${id}`, { question, hint })),
  ]),
]);
const treeTexts = library.decisionTrees.flatMap((tree) => textsIn(tree.treeId, tree));
const glossaryTexts = library.glossary.flatMap((term) => textsIn(`glossary.${term.id}`, { text: term.text }));
const allTexts = [...controlTexts, ...checklistTexts, ...treeTexts, ...glossaryTexts];
const glossaryWords = { de: new Set(library.glossary.flatMap(({ words }) => words.de)), en: new Set(library.glossary.flatMap(({ words }) => words.en)) };
/** Signs of answers and sections, no words. */
const noWords = new Set(['PASS', 'C26', 'C30']);

/** Where a rule is broken: one line per text and finding. */
function broken(texts: readonly PlacedText[], rule: (text: PlacedText) => readonly string[]): string[] {
  return texts.flatMap((text) => rule(text).map((finding) => `${text.owner}.${text.field}.${text.locale}: ${finding}`));
}

describe('the files', () => {
  test('are on record as published: npm run checklist -- publish', () => {
    const now = recordOf(library.controls, library.checklists.map(({ version }) => version), library.published);
    expect(library.published).toEqual(now);
    expect(Object.keys(library.published.controls).length).toBeGreaterThan(100);
  });

  test('have no fault', () => {
    expect(describeFaults(library.faults)).toBe('');
  });

  test('give the rules below something to read', () => {
    expect(controlTexts.length).toBeGreaterThan(library.controls.length * 10);
    expect(checklistTexts.length).toBeGreaterThan(0);
    expect(treeTexts.length).toBeGreaterThan(0);
  });

  test('cover eight topics in the checklist that most firms take', () => {
    const basis = library.checklists.find(({ version }) => version.checklistId === 'basis')?.version;
    expect(basis?.topics.length).toBeGreaterThanOrEqual(8);
  });

  /** What a checklist must at least ask to be worth its name. */
  test.each<[string, number]>([
    ['schnellcheck', 12],
    ['basis', 36],
    ['mittelstand', 75],
    ['ransomware', 24],
    ['mail-zahlung', 18],
    ['mobil', 18],
    ['oeffentlich', 34],
    ['produktion', 24],
  ])('hold enough requirements in %s', (checklistId, least) => {
    expect(scoredIn(checklistId).length).toBeGreaterThanOrEqual(least);
  });

  test('hold a hundred and forty controls, each written once', () => {
    expect(library.controls.filter(({ kind }) => kind === 'control').length).toBeGreaterThanOrEqual(140);
  });

  test('call few things a must', () => {
    for (const { version } of library.checklists) {
      const scored = requirementsOf(version).filter((requirement) => requirement.kind === 'control');
      const must = scored.filter((requirement) => requirement.must !== null);
      expect(must.length, version.checklistId).toBeGreaterThan(0);
      expect(must.length, version.checklistId).toBeLessThanOrEqual(scored.length / 3);
    }
  });
});

function scoredIn(checklistId: string): ScoredRequirement[] {
  const version = library.checklists.find((each) => each.version.checklistId === checklistId)?.version;
  return version === undefined ? [] : requirementsOf(version).filter((requirement) => requirement.kind === 'control');
}

/** The ids of a standard, each with the controls of a checklist that refer to it. */
function coverage(checklistId: string, scheme: ReferenceScheme): [id: string, controls: string][] {
  const ids = library.standards.find((standard) => standard.scheme === scheme)?.ids ?? [];
  return ids.map(({ id }) => {
    const referring = scoredIn(checklistId).filter(({ references }) => references.some((each) => each.scheme === scheme && each.id === id));
    return [id, referring.map((requirement) => requirement.id).join(', ')];
  });
}

describe('the checklist for firms of 50 and more', () => {
  test.each(coverage('mittelstand', 'nis2-21-2'))('asks at least twice about letter %s of NIS2, Article 21(2)', (_letter, controls) => {
    expect(controls.split(', ').length).toBeGreaterThanOrEqual(2);
  });

  test.each(coverage('mittelstand', 'cis-v8.1'))('asks about %s of CIS Controls, Implementation Group 1: %s', (_safeguard, controls) => {
    expect(controls).not.toBe('');
  });

  test('is measured against all ten letters and all 56 safeguards', () => {
    expect(coverage('mittelstand', 'nis2-21-2').map(([letter]) => letter).join('')).toBe('abcdefghij');
    expect(coverage('mittelstand', 'cis-v8.1')).toHaveLength(56);
  });
});

test('three questions lead everybody to a checklist, and to every checklist somebody', () => {
  const candidates = library.checklists.map(({ version }) => version);
  const choices = sizeClasses.flatMap((sizeClass) =>
    companyKinds.flatMap((kind) => concerns.flatMap((concern) => paces.map((pace) => chooseChecklist({ sizeClass, kind, concern, pace }, candidates)))),
  );
  expect(choices).not.toContain(null);
  const reached = new Set(choices.map((choice) => choice?.checklistId));
  expect(reached).toEqual(new Set([null, ...candidates.map(({ checklistId }) => checklistId)]));
});

test('the quick check asks each thing once, without parts', () => {
  expect(scoredIn('schnellcheck').filter(({ parts }) => parts !== undefined)).toEqual([]);
});

describe('every checklist, for each company it is for', () => {
  const companies = library.checklists.flatMap(({ version }) =>
    version.suits.sizes.flatMap((sizeClass) => version.suits.kinds.map((kind) => ({ version, facts: { sizeClass, kind, sector: null } }))),
  );

  test('reaches its maximum when all is met, and leaves no question that cannot be answered', () => {
    for (const { version, facts } of companies) {
      const result = resultOf(version, everyAnswer(version, 'yes'), facts);
      expect(result).toMatchObject({ percent: 100, complete: true });
      expect(result.coverage.applicable).toBeGreaterThan(5);
    }
  });

  test('gives nothing for a no or an unknown, and a measure for each', () => {
    for (const { version, facts } of companies) {
      for (const value of ['no', 'unknown'] as const) {
        const { points, standings, coverage } = resultOf(version, everyAnswer(version, value), facts);
        expect(points).toBe(0);
        expect(planOf(standings, facts)).toHaveLength(coverage.applicable);
      }
    }
  });
});

/** The same answer to everything; status questions are answered yes, so that all that may be asked is asked. */
function everyAnswer(version: ChecklistVersion, value: AnswerValue): Answers {
  return Object.fromEntries(
    requirementsOf(version).map((requirement): [string, Answer] => {
      if (requirement.kind === 'status') return [requirement.id, { value: 'yes' }];
      const parts = requirement.parts && Object.fromEntries(requirement.parts.map((part) => [part.id, value]));
      return [requirement.id, { value, parts }];
    }),
  );
}

describe('every text', () => {
  const rules: [string, (text: PlacedText) => readonly string[]][] = [
    ['has sentences that can be read in one breath', tooLongSentences],
    ['uses the marks of its language and never shouts', wrongMarks],
    ['writes umlauts and ß', transcribedWords],
    ['says Sie', familiarAddress],
    ['leaves no English in the German', englishLeftovers],
    ['leaves no German in the English', germanLeftovers],
    ['names nothing that is not ours to name', forbiddenNames],
  ];
  test.each(rules)('%s', (_name, rule) => {
    expect(broken(allTexts, rule)).toEqual([]);
  });

  test('uses no abbreviation that the glossary does not explain', () => {
    expect(broken(allTexts, (text) => unexplained(text, glossaryWords[text.locale]).filter((word) => !noWords.has(word)))).toEqual([]);
  });

  test('is translated, not copied', () => {
    const german = new Map(allTexts.filter(({ locale }) => locale === 'de').map((text) => [`${text.owner}.${text.field}`, text.text]));
    const copied = allTexts.filter(
      (text) => text.locale === 'en' && wordsOf(text.text).length > 3 && german.get(`${text.owner}.${text.field}`) === text.text,
    );
    expect(copied).toEqual([]);
  });
});

describe('the glossary', () => {
  test('explains each word in one plain sentence', () => {
    expect(glossaryTexts.filter(({ text }) => sentencesOf(text).length > 2 || !text.endsWith('.'))).toEqual([]);
    expect(library.glossary.length).toBeGreaterThan(40);
  });

  test('names what insurers and providers say without being asked', () => {
    for (const word of ['MFA', 'VPN', 'RDP', 'EDR', 'DMARC', 'NAS']) expect(glossaryWords.de).toContain(word);
  });

  test('an explanation does not lean on an abbreviation that nobody explains', () => {
    expect(unexplained({ owner: 'o', field: 'f', locale: 'de', text: 'Nutzen Sie ein VPN, nie XYZ3 oder „RSS“.' }, new Set(['VPN']))).toEqual(['XYZ3']);
  });
});

describe('every control', () => {
  test.each<Locale>(['de', 'en'])('has its own words: no eight in a row recur in two of them (%s)', (locale) => {
    expect(repeatedRuns(controlTexts.filter((text) => text.locale === locale), 8)).toEqual([]);
  });

  test('asks one question in one sentence', () => {
    const odd = allTexts.filter(
      ({ field, text }) => field === 'question' && (sentencesOf(text).length !== 1 || !text.endsWith('?')),
    );
    expect(odd).toEqual([]);
  });

  test('names a way to find out that says what to do', () => {
    expect(library.controls.filter(({ howToFindOut }) => wordsOf(howToFindOut.de).length < 8).map(({ id }) => id)).toEqual([]);
  });

  test('gives a reason with a case, longer than a phrase', () => {
    const scored = library.controls.filter((control: Requirement) => control.kind === 'control');
    expect(scored.filter(({ why }) => sentencesOf(why.de).length < 2).map(({ id }) => id)).toEqual([]);
  });

  test('ends its statements with a full stop and its titles without', () => {
    const fields = ['why', 'howToFindOut', 'proof', 'recommendation.summary'];
    const open = controlTexts.filter(({ field, text }) => fields.includes(field) && !/[.?][“”]?$/u.test(text));
    const closed = controlTexts.filter(({ field, text }) => field === 'title' && /[.?:]$/.test(text));
    expect([...open, ...closed]).toEqual([]);
  });
});

describe('the rules of language find what they are for', () => {
  const de = (text: string): PlacedText => ({ owner: 'o', field: 'f', locale: 'de', text });
  const en = (text: string): PlacedText => ({ ...de(text), locale: 'en' });

  test.each<[(text: PlacedText) => readonly string[], PlacedText]>([
    [tooLongSentences, de(`${'Wort '.repeat(26)}Ende.`)],
    [wrongMarks, de('Klicken Sie auf "Speichern".')],
    [wrongMarks, de('Klicken Sie auf „Speichern”.')],
    [wrongMarks, de('Sofort handeln!')],
    [wrongMarks, en('Press „save“.')],
    [transcribedWords, de('Pruefen Sie das.')],
    [transcribedWords, de('Die Massnahme ist gross.')],
    [familiarAddress, de('Hast du das schon?')],
    [englishLeftovers, de('Ihre Awareness zählt.')],
    [germanLeftovers, en('Ask der Betreuer und wait.')],
    [forbiddenNames, de('Ihr CyberRisikoCheck ist fertig.')],
  ])('%o', (rule, text) => {
    expect(rule(text)).not.toEqual([]);
  });

  test.each<PlacedText>([
    de('Drücken Sie auf „Speichern“ und prüfen Sie z. B. am 3. Mai das Maß.'),
    de('Im Programm steht „Your backup is up to date“. Neue Steuer, Feuer, aktuell, Adressen, Wasser, Passwort.'),
    en('Press “Speichern” and check the result, e.g. on paper.'),
  ])('and nothing else: %o', (text) => {
    const rules = [tooLongSentences, wrongMarks, transcribedWords, familiarAddress, englishLeftovers, germanLeftovers, forbiddenNames];
    expect(broken([text], (placed) => rules.flatMap((rule) => rule(placed)))).toEqual([]);
  });

  test('eight words in a row are found across owners, not within one', () => {
    const run = 'eins zwei drei vier fünf sechs sieben acht';
    expect(repeatedRuns([{ ...de(`Hier ${run}.`), owner: 'a' }, { ...de(`Dort, ${run}`), owner: 'b' }], 8)).toHaveLength(1);
    expect(repeatedRuns([de(`Hier ${run}.`), de(`Dort ${run}.`)], 8)).toEqual([]);
    expect(repeatedRuns([{ ...de('eins zwei drei vier fünf sechs sieben'), owner: 'a' }, { ...de(run), owner: 'b' }], 8)).toEqual([]);
  });

  test('an abbreviation does not end a sentence', () => {
    expect(sentencesOf('Fragen Sie z. B. am 3. Mai nach. Dann warten Sie.')).toHaveLength(2);
  });
});

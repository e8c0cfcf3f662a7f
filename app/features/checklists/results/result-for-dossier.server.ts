import type { Actor } from '#app/domain/access/actor.ts';
import type { Answer } from '#app/domain/checklist/answers.ts';
import { compareRuns, countChanges } from '#app/domain/checklist/comparison.ts';
import { answerShares } from '#app/domain/checklist/statement.ts';
import type { Outcome, Standing } from '#app/domain/checklist/standing.ts';
import { findRequirement } from '#app/domain/checklist/version.ts';
import type { ChecklistVersion, ScoredRequirement } from '#app/domain/checklist/version.ts';
import { answerBases } from '#app/domain/checklist/vocabulary.ts';
import type { AnswerValue } from '#app/domain/checklist/vocabulary.ts';
import type { ChecklistDossierAnswer, ChecklistDossierInput, DossierEnvelope } from '#app/domain/dossier/checklist-dossier-input.ts';
import { wordsOf } from '#app/domain/dossier/explained-words.ts';
import type { Result } from '#app/domain/result.ts';
import { ok } from '#app/domain/result.ts';
import { labelsOf } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import type { KeyRing, Locale } from '../../ports.ts';
import { siteInWords } from '../../site-in-words.ts';
import { explainedTerms } from '../catalogue/explained-terms.server.ts';
import { originInWords } from '../exchange/origin-in-words.ts';
import { nameWithRole } from '../name-with-role.ts';
import type { AnswerRecord } from '../runs/open-run.server.ts';
import type { RunScope } from '../runs/open-assessment.server.ts';
import { scopeChangeView } from '../runs/site-scope-view.ts';
import type { ScopeChangeView } from '../runs/site-scope-view.ts';
import { openResult } from './open-result.server.ts';
import type { OpenResult } from './open-result.server.ts';
import type { ChecklistDeps } from '../ports.ts';
import { outsideView } from './result-view.ts';
import { measuresForDossier } from './planned-measures.ts';
import type { PlannedMeasure } from '#app/domain/measures/measure.ts';

/** Everything a dossier says about a closed run; the issuer adds the envelope. */
export type ChecklistDossierContent = Omit<ChecklistDossierInput, keyof DossierEnvelope>;

/** A closed run as plain data for a dossier, in the language of the document. Refusals as in `openResult`. */
export function resultForDossier(deps: ChecklistDeps) {
  const open = openResult(deps);
  const explained = explainedTerms(deps);
  return async function (
    actor: Actor,
    keys: KeyRing,
    input: { readonly assessmentId: string; readonly locale: Locale },
  ): Promise<Result<ChecklistDossierContent>> {
    const opened = await open(actor, keys, input.assessmentId);
    if (!opened.ok) return opened;
    const { assessment } = opened.value.run;
    const ids = [...new Set([...opened.value.run.records.values()].map((record) => record.answeredBy))];
    const [people, company, planned] = await Promise.all([
      deps.directory.peopleOf(assessment.organisationId, ids),
      deps.directory.companyOf(assessment.organisationId),
      deps.plannedMeasures(assessment.organisationId, keys),
    ]);
    const content = contentOf(opened.value, input.locale, company, people, planned);
    return ok({ ...content, words: wordsOf(explained(input.locale, wordedIn(content))) });
  };
}

type People = Awaited<ReturnType<ChecklistDeps['directory']['peopleOf']>>;
type Company = Awaited<ReturnType<ChecklistDeps['directory']['companyOf']>>;

function contentOf({ run, result, plan, previous, scope }: OpenResult, locale: Locale, company: Company, people: People, planned: readonly PlannedMeasure[]): Omit<ChecklistDossierContent, 'words'> {
  const { assessment, version, facts } = run;
  const labels = labelsOf(locale);
  const t = textOf(locale, 'checklists');
  const before = new Map(previous?.result.topics.map((topic) => [topic.topic.id, topic]));
  return {
    company: {
      name: company.name,
      sector: facts.sector ? `${facts.sector} ${labels.sectors[facts.sector]}` : t('dossier.notStated'),
      staffBand: facts.sizeClass ? labels.sizeClasses[facts.sizeClass] : t('dossier.notStated'),
      turnoverBand: null,
      sites: siteNames(scope, locale) ?? company.sites,
    },
    scope: scopeInWords(scope, locale),
    checklist: { id: version.checklistId, version: version.version, title: version.title[locale] },
    assessment: {
      startedAt: assessment.startedAt.toISOString(),
      completedAt: (assessment.closedAt ?? assessment.updatedAt).toISOString(),
      people: peopleOf(run, locale, people),
      confirmedBy: run.statement?.confirmedBy ?? null,
    },
    ...statementsOf(run, locale, people),
    result: { points: result.points, maximum: result.maximum },
    previous: previous
      ? {
          completedAt: (previous.run.assessment.closedAt ?? previous.run.assessment.updatedAt).toISOString(),
          version: previous.run.version.version,
          points: previous.result.points,
          maximum: previous.result.maximum,
          otherSites: otherSitesOf(scopeChangeView(previous.scopeChange, locale)),
          changes: changesSince(previous.run, run),
        }
      : null,
    topics: result.topics.map(({ topic, points, maximum }) => ({
      title: topic.title[locale],
      shortTitle: (topic.shortTitle ?? topic.title)[locale],
      points,
      maximum,
      previousPoints: before.get(topic.id)?.points ?? null,
      previousMaximum: before.get(topic.id)?.maximum ?? null,
    })),
    answers: answersOf(run, locale, people),
    measures: measuresForDossier(plan.map(({ requirement }) => requirement), planned, assessment.closedAt ?? assessment.updatedAt, locale),
    providers: null,
    earlierIncidents: null,
  };
}

/** What the document says in words of the checklist. */
function wordedIn({ answers, statements, notAsked, measures }: Omit<ChecklistDossierContent, 'words'>): string[] {
  return [
    ...answers.flatMap(({ question, shortTitle, parts }) => [question, shortTitle, ...parts.map(({ text }) => text)]),
    ...statements.map(({ question }) => question),
    ...notAsked.map(({ title }) => title),
    ...measures.map(({ title }) => title),
  ];
}

/** Every site that the company had at the close; null for runs closed before that was kept. */
function siteNames(scope: RunScope, locale: Locale): string[] | null {
  if (scope === null) return null;
  // The place of the registration alone needs no name.
  return [...scope.covered, ...scope.others].map((site) => (scope.kind === 'whole' && site.name === null ? site.town : siteInWords(site, locale))).filter((words) => words !== '');
}

/** For which sites the answers hold, and which are left out; nobody is asked where there is one. */
function scopeInWords(scope: RunScope, locale: Locale): ChecklistDossierContent['scope'] {
  const t = textOf(locale, 'checklists');
  if (scope?.kind !== 'chosen') return { covers: t('dossier.wholeCompany'), leftOut: null };
  const words = (sites: typeof scope.covered) => sites.map((site) => siteInWords(site, locale));
  const sites = words(scope.covered).join('; ');
  const counted = { covered: scope.covered.length, all: scope.covered.length + scope.others.length };
  if (scope.others.length === 0) return { covers: t('dossier.allSites', { sites }), leftOut: [t('dossier.noSiteLeftOut')], counted };
  return { covers: t('dossier.someSites', { sites }), leftOut: words(scope.others), counted };
}

/** What an outcome is called as an answer. Points and printed answers then never differ, also where parts decide. */
const answerOf: Readonly<Record<Exclude<Outcome, 'out_of_scope'>, AnswerValue | null>> = {
  met: 'yes',
  partly: 'partly',
  not_met: 'no',
  unknown: 'unknown',
  unanswered: null,
  not_applicable: 'not_applicable',
};

/** Everybody who gave an answer, who gave most of them first; as confirmed at the close where that was asked. */
function peopleOf(run: OpenResult['run'], locale: Locale, people: People): ChecklistDossierContent['assessment']['people'] {
  const { records, statement } = run;
  const outsiders = new Map(outsideView(run, locale).map((one) => [one.name, { sentAt: one.sentAt, topics: one.topics }]));
  const shares = statement?.people ?? answerShares(records.values(), people).filter(({ name }) => name !== null);
  return shares.map(({ name, role, outside, answers, byBasis }) => ({
    name: name ?? textOf(locale, 'results')('close.unknownPerson'),
    role: role ? labelsOf(locale).roles[role] : (outside ?? ''),
    answers,
    outside: outside === undefined ? undefined : outsiders.get(nameWithRole({ name: name ?? '', role: outside })),
    bases: [...answerBases, null].map((basis) => ({ basis, answers: byBasis[basis ?? 'not_stated'] })).filter((one) => one.answers > 0),
  }));
}

function otherSitesOf(change: ScopeChangeView | null): NonNullable<ChecklistDossierContent['previous']>['otherSites'] {
  if (change?.kind === 'different') return { onlyThen: change.onlyThen, onlyNow: change.onlyNow };
  return change && 'not_kept';
}

function changesSince(earlier: OpenResult['run'], later: OpenResult['run']): NonNullable<ChecklistDossierContent['previous']>['changes'] {
  const { better, worse, gone, question_changed: questionChanged, new: added } = countChanges(compareRuns(earlier, later));
  return { better, worse, new: added, gone, questionChanged };
}

/** The number of a question in its version: it stays the same whoever answers, so that two documents can be compared. */
function numbersOf(version: ChecklistVersion): ReadonlyMap<string, string> {
  return new Map(version.topics.flatMap((topic, at) => topic.requirements.map((requirement, index) => [requirement.id, `${at + 1}.${index + 1}`] as const)));
}

/** What the company said about itself, and what was therefore not asked. */
function statementsOf({ version, standings, records }: OpenResult['run'], locale: Locale, people: People): Pick<ChecklistDossierContent, 'statements' | 'notAsked'> {
  const t = textOf(locale, 'checklists');
  const numbers = numbersOf(version);
  const groups = new Map(version.groups.map((group) => [group.id, group.title[locale]]));
  const reasonOf = ({ requirement, notAsked }: Standing): string => {
    const group = notAsked === 'group' ? groups.get(requirement.group ?? '') : undefined;
    if (group !== undefined) return t('dossier.notAsked.group', { title: group });
    return t(notAsked === 'size' ? 'dossier.notAsked.size' : 'dossier.notAsked.condition');
  };
  const asked = standings.filter(({ requirement, outcome }) => requirement.kind === 'status' && outcome !== 'out_of_scope');
  const out = standings.filter(({ outcome }) => outcome === 'out_of_scope');
  return {
    statements: asked.map(({ requirement }) => {
      const record = records.get(requirement.id);
      const value = record?.answer.value;
      return {
        number: numbers.get(requirement.id) ?? '',
        question: requirement.question[locale],
        answer: value === undefined ? null : value === 'yes' || value === 'no' ? value : 'unknown',
        answeredBy: record ? (people.get(record.answeredBy)?.name ?? null) : null,
        answeredAt: record?.answeredAt.toISOString() ?? null,
      };
    }),
    notAsked: out.map((standing) => ({ number: numbers.get(standing.requirement.id) ?? '', title: standing.requirement.title[locale], why: reasonOf(standing) })),
  };
}

/** Every question that counts; one that was not asked because of an earlier answer says so. */
function answersOf(run: OpenResult['run'], locale: Locale, people: People): ChecklistDossierAnswer[] {
  const { version, standings, records } = run;
  const t = textOf(locale, 'checklists');
  const numbers = numbersOf(version);
  const topics = new Map(version.topics.map((topic) => [topic.id, topic.title[locale]]));
  return standings.flatMap(({ requirement, topicId, outcome, notAsked }): ChecklistDossierAnswer[] => {
    if (requirement.kind === 'status' || outcome === 'out_of_scope') return [];
    const record = notAsked === null ? records.get(requirement.id) : undefined;
    const parent = notAsked === 'follow_up' && requirement.followUpOf ? findRequirement(version, requirement.followUpOf.control) : null;
    return [
      {
        number: numbers.get(requirement.id) ?? '',
        topic: topics.get(topicId) ?? '',
        question: requirement.question[locale],
        shortTitle: requirement.title[locale],
        must: requirement.must !== null,
        insurerTopic: requirement.insurerTopic,
        answer: answerOf[outcome],
        basis: record?.answer.basis ?? null,
        parts: partsOf(requirement, record?.answer, locale),
        note: record?.answer.note || null,
        reason: parent ? t('dossier.followsFrom', { title: parent.title[locale] }) : (record?.answer.reason ?? null),
        evidence: evidenceOf(run, requirement.id),
        since: record?.answer.firstAnsweredAt?.slice(0, 10) ?? null,
        answeredBy: record ? answererOf(record, locale, people) : null,
        answeredAt: record ? record.answeredAt.toISOString() : null,
      },
    ];
  });
}

/** Who gave an answer; what came from outside or out of a file names its origin and who took it over or confirmed it. */
function answererOf({ answer: { source, imported }, answeredBy }: AnswerRecord, locale: Locale, people: People): string | null {
  const name = people.get(answeredBy)?.name ?? null;
  if (imported) return textOf(locale, 'exchange')(imported.confirmed ? 'import.inDossierConfirmed' : 'import.inDossier', { origin: originInWords(imported, locale), name: name ?? '–' });
  return source ? textOf(locale, 'handOver')('dossier', { source: nameWithRole(source), name: name ?? '–' }) : name;
}

/** The youngest first. Without words of its own, a file stands under its name. */
function evidenceOf({ evidence }: OpenResult['run'], requirementId: string): ChecklistDossierAnswer['evidence'] {
  return evidence
    .filter((one) => one.requirementId === requirementId)
    .map(({ description, name, takenOn, expiresOn }) => ({ title: description || name, on: takenOn, until: expiresOn }))
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

function partsOf(requirement: ScoredRequirement, answer: Answer | undefined, locale: Locale): ChecklistDossierAnswer['parts'] {
  return (requirement.parts ?? []).flatMap((part) => {
    const value = answer?.parts?.[part.id];
    return value ? [{ text: part.text[locale].replace(/\.$/, ''), answer: value }] : [];
  });
}

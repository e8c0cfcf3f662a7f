import type { Answer } from '#app/domain/checklist/answers.ts';
import type { RunFile } from '#app/domain/checklist/run-file.ts';
import { requirementsOf } from '#app/domain/checklist/version.ts';
import type { Requirement } from '#app/domain/checklist/version.ts';
import type { Calendar } from '../calendar.ts';
import { stableFraction } from '../stable-fraction.ts';
import { must } from '../stage.ts';
import type { Stage } from '../stage.ts';
import { minutesLater } from '../timeline.ts';
import type { Story } from '../timeline.ts';
import { believableAnswer, closeRun } from './assessments.ts';

const checklist = 'basis';

/** Small companies that filled the questions in on paper or in a table, and agreed to contribute to the figures of the region. */
const contributors = [
  'elektro-lenk',
  'dachdecker-weck',
  'kanzlei-siegel',
  'hausarzt-paul',
  'gaertnerei-wolfram',
  'apotheke-am-markt',
  'fahrschule-kunz',
  'drechslerei-ulbricht',
  'optik-trommer',
  'architektur-beyer',
].map((company) => `${company}-owner`);

/** Each reads its table in, closes the run and agrees, a day after the one before. */
export function sharedResultStories(stage: Stage, calendar: Calendar): Story[] {
  return contributors.map((person, index) => ({
    name: `contribution of ${person}`,
    async tell(until) {
      const day = 55 - index;
      await until(calendar.day(day, '10:15'));
      const id = await bringTable(stage, person);
      await until(minutesLater(calendar.day(day, '10:15'), 12));
      await closeRun(stage, person, id);
      const { actor, keys } = await stage.visit(person);
      must(await stage.services.checklists.decideSharing(actor, keys, { assessmentId: id, agree: true, seenRevision: 0 }), 'agreement');
    },
  }));
}

async function bringTable(stage: Stage, person: string): Promise<string> {
  const { checklists } = stage.services;
  const version = checklists.listChecklists().find((offer) => offer.version.checklistId === checklist)?.version;
  if (version === undefined) throw new Error(`No checklist ${checklist}.`);
  const maturity = 0.35 + 0.4 * stableFraction(`${person}/maturity`);
  const lines = requirementsOf(version).map((requirement, index) => lineOf(requirement, believableAnswer(person, requirement, maturity, undefined), index + 2));
  const file: RunFile = { checklistId: checklist, version: version.version, runId: null, lines };
  const { actor, keys } = await stage.visit(person);
  const { assessmentId } = must(await checklists.takeImport(actor, keys, { file, targetId: null, seenStamp: 0, replace: false, idempotencyKey: stage.random.id() }), 'import');
  return assessmentId;
}

function lineOf(requirement: Requirement, answer: Answer, line: number): RunFile['lines'][number] {
  const { value, parts = {}, basis = '', reason = '', note = '' } = answer;
  return { line, requirementId: requirement.id, controlVersion: requirement.controlVersion, question: requirement.question.de, value, parts, basis, reason, note, answeredBy: '', answeredAt: '', stamp: '' };
}

import type { Actor } from '#app/domain/access/actor.ts';
import { getMessages, labelsOf } from '#app/content/messages.ts';
import { answerBases, answerValues } from '#app/domain/checklist/vocabulary.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing, Locale } from '../../ports.ts';
import { siteInWords } from '../../site-in-words.ts';
import { namesIn, scopeOfRun } from '../runs/open-assessment.server.ts';
import type { RunScope } from '../runs/open-assessment.server.ts';
import { findRun, requireOwn } from '../runs/open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';
import type { ExchangeFormat } from './form.ts';
import { runToJson } from './run-json.ts';
import { runFileOf } from './run-lines.ts';
import { columns, runToRows } from './run-table.ts';
import type { Column } from './run-table.ts';

export type ExportRunInput = {
  readonly assessmentId: string;
  readonly format: ExchangeFormat;
  readonly locale: Locale;
  /** Address of the published schema, written into the JSON form. */
  readonly schemaUrl: string;
};

export type ExportedRun = { readonly bytes: Buffer; readonly type: string; readonly name: string };

/** A run as an open file. `step_up_required` without a fresh second factor; every file leaves an entry in the log. */
export function exportRun(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, input: ExportRunInput): Promise<Result<ExportedRun>> {
    const at = deps.clock.now();
    // A run of others is absent, whatever the second factor.
    const reader = requireOwn(actor, 'assessment.read', at);
    if (!reader.ok) return reader;
    const found = await findRun(deps, reader.value, keys, input.assessmentId);
    if (!found.ok) return found;
    const member = requireOwn(actor, 'assessment.export', at);
    if (!member.ok) return member;
    const run = found.value;
    const names = await namesIn(deps, run);
    const name = `${run.version.checklistId}-${at.toISOString().slice(0, 10)}.${input.format}`;

    const write = async (): Promise<Omit<ExportedRun, 'name'>> => {
      const rows = runToRows(run, names, input.locale);
      switch (input.format) {
        case 'csv':
          return { bytes: deps.sheets.writeCsv(rows, input.locale === 'de' ? ';' : ','), type: 'text/csv; charset=utf-8' };
        case 'xlsx':
          return { bytes: await deps.sheets.writeXlsx(rows, layoutOf(input.locale)), type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
        case 'json': {
          const { id, state, startedAt, closedAt } = run.assessment;
          const frame = { $schema: input.schemaUrl, exportedAt: at.toISOString(), title: run.version.title[input.locale], version: run.version.version, run: { id, state, startedAt: startedAt.toISOString(), closedAt: closedAt?.toISOString() ?? null, ...sitesOf(await scopeOfRun(deps, run), input.locale) } };
          return { bytes: Buffer.from(runToJson(runFileOf(run, names, input.locale), frame), 'utf8'), type: 'application/json; charset=utf-8' };
        }
      }
    };
    const file = await write();
    await deps.transact((tx) =>
      tx.audit.append({
        event: 'assessment.exported',
        actor: { kind: 'user', userId: member.value.userId },
        at,
        organisationId: member.value.organisationId,
        object: { kind: 'assessment', id: run.assessment.id },
        reason: input.format,
      }),
    );
    return ok({ ...file, name });
  };
}

/** Nothing where the company has one site, or nobody has said for which the answers hold. */
function sitesOf(scope: RunScope, locale: Locale): { sites?: { name: string; covered: boolean }[] } {
  if (scope?.kind !== 'chosen') return {};
  const named = (sites: typeof scope.covered, covered: boolean) => sites.map((site) => ({ name: siteInWords(site, locale), covered }));
  return { sites: [...named(scope.covered, true), ...named(scope.others, false)] };
}

const widths: Readonly<Record<Column, number>> = {
  requirement: 24,
  part: 14,
  topic: 22,
  question: 60,
  answer: 16,
  basis: 26,
  reason: 34,
  note: 44,
  person: 22,
  time: 26,
  checklist: 14,
  version: 10,
  controlVersion: 10,
  run: 14,
  stamp: 10,
};

function layoutOf(locale: Locale): Parameters<ChecklistDeps['sheets']['writeXlsx']>[1] {
  const labels = labelsOf(locale);
  const column = (name: Column): number => columns.indexOf(name) + 1;
  return {
    name: getMessages(locale).exchange.sheetName,
    widths: columns.map((name) => widths[name]),
    choices: [
      { column: column('answer'), values: answerValues.map((value) => labels.answers[value]) },
      { column: column('basis'), values: answerBases.map((basis) => labels.answerBases[basis]) },
    ],
  };
}

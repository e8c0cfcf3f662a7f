import { z } from 'zod';
import type { FileLine, RunFile } from '#app/domain/checklist/run-file.ts';
import { answerBases, answerValues } from '#app/domain/checklist/vocabulary.ts';

/** A run as JSON: the format, its version and its schema, published at `/schemas/run.schema.json`. */

const formatVersion = 1;
export const runSchemaName = 'run.schema.json';

const value = z.enum(answerValues);

const answerSchema = z.object({
  requirement: z.string().min(1).max(100).describe('Id of the question'),
  controlVersion: z.int().min(1).optional().describe('Version of the question that was answered'),
  question: z.string().max(2000).optional().describe('The question as it was asked'),
  value: value.describe('Where a question has parts, they make up this value'),
  parts: z.record(z.string().max(100), value).optional(),
  basis: z.enum(answerBases).optional().describe('How the person knows'),
  reason: z.string().optional().describe('Needed for not_applicable'),
  note: z.string().optional(),
  answeredBy: z.string().max(300).optional(),
  answeredAt: z.string().max(40).optional().describe('ISO 8601, UTC'),
  stamp: z.string().max(20).optional().describe('Tells an answer that was changed after the export; leave out in a file of your own'),
});

const siteSchema = z.object({ name: z.string().max(300), covered: z.boolean().describe('The answers hold for this site') });

export const runFileSchema = z.object({
  $schema: z.string().optional(),
  format: z.literal('geleucht-run'),
  formatVersion: z.literal(formatVersion),
  exportedAt: z.string().max(40).optional(),
  checklist: z.object({ id: z.string().min(1).max(100), version: z.int().min(1), title: z.string().max(500).optional() }),
  run: z.object({ id: z.string().max(100), state: z.enum(['running', 'closed']).optional(), startedAt: z.string().max(40).optional(), closedAt: z.string().max(40).nullable().optional(), sites: z.array(siteSchema).max(100).optional().describe('Every site of the company where it has several; ignored when the file is read') }).optional(),
  answers: z.array(answerSchema).max(1000),
});

type RunJson = z.infer<typeof runFileSchema>;

export type RunJsonFrame = Pick<RunJson, '$schema' | 'exportedAt' | 'run'> & { readonly title: string; readonly version: number };

export function runToJson(file: RunFile, frame: RunJsonFrame): string {
  const content: RunJson = {
    $schema: frame.$schema,
    format: 'geleucht-run',
    formatVersion,
    exportedAt: frame.exportedAt,
    checklist: { id: file.checklistId, version: frame.version, title: frame.title },
    run: frame.run,
    answers: file.lines.map(answerOf),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function answerOf(line: FileLine): RunJson['answers'][number] {
  const text = (name: 'reason' | 'note' | 'answeredBy' | 'answeredAt' | 'basis') => (line[name] === '' ? {} : { [name]: line[name] });
  return {
    requirement: line.requirementId,
    ...(line.controlVersion === null ? {} : { controlVersion: line.controlVersion }),
    question: line.question,
    value: value.parse(line.value),
    ...(Object.keys(line.parts).length === 0 ? {} : { parts: z.record(z.string(), value).parse(line.parts) }),
    ...text('basis'),
    ...text('reason'),
    ...text('note'),
    ...text('answeredBy'),
    ...text('answeredAt'),
    stamp: line.stamp,
  };
}

/** Looser than the schema where a line can be refused by itself: one wrong value does not refuse the whole file. */
const looseAnswer = answerSchema.extend({
  value: z.string().max(200).default(''),
  parts: z.record(z.string().max(100), z.string().max(200)).default({}),
  basis: z.string().max(200).default(''),
});
const looseFile = runFileSchema.extend({ format: z.string(), formatVersion: z.unknown(), answers: z.array(looseAnswer).max(1000) });

export type FileRefusal = 'not_json' | 'other_format' | 'newer_format' | 'broken';

/** Reads the JSON form. The whole file is refused only when it is not one of ours; lines are judged later, one by one. */
export function runFromJson(text: string): RunFile | FileRefusal {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return 'not_json';
  }
  const parsed = looseFile.safeParse(content);
  if (!parsed.success) return isObject(content) && content['format'] === 'geleucht-run' ? 'broken' : 'other_format';
  const file = parsed.data;
  if (file.format !== 'geleucht-run') return 'other_format';
  if (file.formatVersion !== formatVersion) return 'newer_format';
  return {
    checklistId: file.checklist.id,
    version: file.checklist.version,
    runId: file.run?.id ?? null,
    lines: file.answers.map((answer, index) => ({
      line: index + 1,
      requirementId: answer.requirement,
      controlVersion: answer.controlVersion ?? null,
      question: answer.question ?? '',
      value: answer.value,
      parts: answer.parts,
      basis: answer.basis,
      reason: answer.reason ?? '',
      note: answer.note ?? '',
      answeredBy: answer.answeredBy ?? '',
      answeredAt: answer.answeredAt ?? '',
      stamp: answer.stamp ?? '',
    })),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

import type { StandardIds } from '#app/domain/checklist/standard-views.ts';
import type { Requirement } from '#app/domain/checklist/version.ts';
import { checkChecklist } from './check-checklist.server.ts';
import { checkControls } from './check-controls.server.ts';
import type { Located } from './check-controls.server.ts';
import { checklistFileSchema, controlSchema, referencesFileSchema, statusQuestionSchema } from './checklist-file.ts';
import type { ChecklistFile, ReferencesFile } from './checklist-file.ts';
import { compileGlossary } from './compile-glossary.server.ts';
import { compileDecisionTrees } from './compile-decision-trees.server.ts';
import { publish } from './frozen-version.server.ts';
import { faultsOf, readJsonSource } from './json-source.server.ts';
import type { JsonSource } from './json-source.server.ts';
import type { ChecklistFault, ChecklistFileText, ChecklistLibrary, PublishedChecklist, PublishedRecord } from '../ports.ts';
import { entryOfChecklist, entryOfControl, nothingPublished, publishedRecordSchema, versionFault } from './published-record.server.ts';
import { checklistVersionOf, requirementOf } from './resolve-checklist.server.ts';

/**
 * Turns data files into checklist versions and reports every fault with file, line and field, not only the first.
 * Pure: the caller reads the files. A checklist with a fault is left out of `checklists`.
 */
export function compileChecklists(files: readonly ChecklistFileText[]): ChecklistLibrary {
  const faults: ChecklistFault[] = [];
  const sources: JsonSource[] = [];
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const read = readJsonSource(file);
    faults.push(...read.faults);
    if (read.source !== null) sources.push(read.source);
  }
  const inFolder = (folder: string): JsonSource[] => sources.filter((source) => source.file.startsWith(`${folder}/`));

  const standards = inFolder('references').flatMap((source) => readStandard(source, faults));
  faults.push(...repeated(standards, (standard) => standard.scheme, 'scheme', 'this scheme stands in another file too'));

  const published = readPublished(sources, faults);
  const controls = inFolder('controls').flatMap((source) => readControls(source, faults));
  const declared = declaredIn(sources);
  faults.push(...checkControls(controls, standards.map((standard) => standard.value), declared));
  for (const { source, base, value } of controls) {
    const fault = versionFault(entryOfControl(value), published.controls[value.id]);
    if (fault !== null) faults.push(source.fault([...base, 'version'], fault));
  }
  const byId = new Map(controls.map((control) => [control.value.id, control.value]));

  const lists = inFolder('self-assessment').flatMap((source) => readChecklist(source, faults));
  faults.push(...repeated(lists, (list) => list.id, 'id', 'this checklist id stands in another file too'));

  const checklists: PublishedChecklist[] = [];
  for (const list of lists) {
    const found = checkChecklist(list, byId, declared);
    faults.push(...found);
    const isWhole = list.value.topics.every((topic) => topic.requirements.every((entry) => byId.has(entry.control)));
    if (found.length > 0 || !isWhole) continue;
    const version = checklistVersionOf(list.value, byId);
    const fault = versionFault(entryOfChecklist(version), published.checklists[version.checklistId]);
    if (fault === null) checklists.push(publish(version));
    else faults.push(list.source.fault([...list.base, 'version'], fault));
  }
  const decisions = compileDecisionTrees(inFolder('decision-trees'));
  const glossary = compileGlossary(sources);
  faults.push(...decisions.faults, ...glossary.faults);
  return {
    checklists,
    decisionTrees: decisions.trees,
    glossary: glossary.terms,
    controls: [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    published,
    standards: standards.map(({ value }): StandardIds => ({ scheme: value.scheme, name: value.name, checkedOn: value.checkedOn, ids: value.ids, ...(value.url === undefined ? {} : { url: value.url }) })),
    faults: faults.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1)),
  };
}

/** Data files that cannot be used; the message names every fault. Whoever wrote them can mend them. */
export class FaultyChecklistFiles extends Error {
  constructor(faults: readonly ChecklistFault[]) {
    super(`The checklist files have faults:\n${describeFaults(faults)}`);
    this.name = 'FaultyChecklistFiles';
  }
}

/** Throws `FaultyChecklistFiles` with every fault named, so that a start or a test ends there. */
export function requireSound(library: ChecklistLibrary): ChecklistLibrary {
  if (library.faults.length > 0) throw new FaultyChecklistFiles(library.faults);
  return library;
}

/** One line per fault, as an editor or a terminal can jump to it: `controls/backup.json:12 [0].why.en: is missing`. */
export function describeFaults(faults: readonly ChecklistFault[]): string {
  return faults.map((fault) => `${fault.file}:${fault.line} ${fault.field}: ${fault.message}`).join('\n');
}

/** Ids of all controls and names of all standards that stand in the files, sound or not. */
function declaredIn(sources: readonly JsonSource[]): Set<string> {
  return new Set(
    sources.flatMap(({ file, value }) => {
      if (file.startsWith('references/')) return [baseName(file)];
      return Array.isArray(value) ? value.map((item: unknown) => idOf(item)) : [];
    }),
  );
}

function idOf(item: unknown): string {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? item.id : '';
}

function readControls(source: JsonSource, faults: ChecklistFault[]): Located<Requirement>[] {
  if (!Array.isArray(source.value)) {
    faults.push(source.fault([], 'a file of controls is a list: [ … ]'));
    return [];
  }
  const topic = baseName(source.file);
  return source.value.flatMap((item: unknown, index): Located<Requirement>[] => {
    const isStatus = typeof item === 'object' && item !== null && 'kind' in item && item.kind === 'status';
    const parsed = (isStatus ? statusQuestionSchema : controlSchema).safeParse(item);
    if (!parsed.success) {
      faults.push(...faultsOf(source, [index], parsed.error));
      return [];
    }
    if (parsed.data.topic !== topic) faults.push(source.fault([index, 'topic'], `the file's name says „${topic}“`));
    return [{ source, base: [index], value: requirementOf(parsed.data) }];
  });
}

function readChecklist(source: JsonSource, faults: ChecklistFault[]): Located<ChecklistFile>[] {
  const parsed = checklistFileSchema.safeParse(source.value);
  if (!parsed.success) {
    faults.push(...faultsOf(source, [], parsed.error));
    return [];
  }
  if (parsed.data.id !== baseName(source.file)) faults.push(source.fault(['id'], 'the file is not named after this id'));
  return [{ source, base: [], value: parsed.data }];
}

function readStandard(source: JsonSource, faults: ChecklistFault[]): Located<ReferencesFile>[] {
  const parsed = referencesFileSchema.safeParse(source.value);
  if (!parsed.success) {
    faults.push(...faultsOf(source, [], parsed.error));
    return [];
  }
  const seen = new Set<string>();
  parsed.data.ids.forEach((entry, index) => {
    if (seen.has(entry.id)) faults.push(source.fault(['ids', index, 'id'], `„${entry.id}“ is listed twice`));
    seen.add(entry.id);
  });
  return [{ source, base: [], value: parsed.data }];
}

function readPublished(sources: readonly JsonSource[], faults: ChecklistFault[]): PublishedRecord {
  const source = sources.find(({ file }) => file === 'published.json');
  const parsed = source === undefined ? undefined : publishedRecordSchema.safeParse(source.value);
  if (source !== undefined && parsed?.success === false) faults.push(...faultsOf(source, [], parsed.error));
  return parsed?.data ?? nothingPublished;
}

function repeated<T>(items: readonly Located<T>[], key: (value: T) => string, field: string, message: string): ChecklistFault[] {
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const own = key(item.value);
    const isRepeated = seen.has(own);
    seen.add(own);
    return isRepeated ? [item.source.fault([...item.base, field], message)] : [];
  });
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.json$/, '');
}

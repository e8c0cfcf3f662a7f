import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { companyKinds, sizeClasses } from '#app/domain/checklist/vocabulary.ts';
import { versionChanges } from '#app/domain/checklist/version-changes.ts';
import type { ChecklistVersion, CompanyFacts } from '#app/domain/checklist/version.ts';
import { compileChecklists, describeFaults } from '#app/features/checklists/catalogue/compile-checklists.server.ts';
import { describeChanges } from '#app/features/checklists/catalogue/describe-changes.ts';
import { fileSchemas } from '#app/features/checklists/catalogue/file-schemas.ts';
import type { ChecklistLibrary } from '#app/features/checklists/ports.ts';
import { previewOf } from '#app/features/checklists/catalogue/preview-checklist.ts';
import { recordOf } from '#app/features/checklists/catalogue/published-record.server.ts';
import { loadChecklists, publishedFile } from '#app/infrastructure/checklists/load-checklists.ts';

/** `npm run checklist -- <command>`: for those who write checklists. Needs no configuration and touches no database. */
const usage = `Commands:
  check                                    names file, line and field of every fault
  preview <checklist> [de|en] [size] [kind]  prints the list as such a company is asked it, for instance: preview basis de small business
  diff <checklist> <folder or revision>    what changed since the data files in that folder, or of that git revision, and what it does to old runs
  publish                                  notes in published.json which versions are out: from then on their texts are fixed
  schemas                                  writes the JSON Schemas for editors below checklists/schemas/
`;

/** Runs one command over the data files in `folder`; returns the exit status. */
export function runChecklistCommand(folder: string, args: readonly string[], say: (line: string) => void): number {
  const [command, ...rest] = args;
  switch (command) {
    case 'check':
      return check(folder, say) === null ? 1 : 0;
    case 'preview':
      return preview(folder, rest, say);
    case 'diff':
      return diff(folder, rest, say);
    case 'publish':
      return publish(folder, say);
    case 'schemas':
      return writeSchemas(folder, say);
    default:
      say(usage);
      return 2;
  }
}

/** The library, or null with every fault said. */
function check(folder: string, say: (line: string) => void): ChecklistLibrary | null {
  const library = loadChecklists(folder, compileChecklists);
  if (library.faults.length > 0) {
    say(describeFaults(library.faults));
    say(`${library.faults.length} ${library.faults.length === 1 ? 'fault' : 'faults'}.`);
    return null;
  }
  const scored = library.controls.filter(({ kind }) => kind === 'control').length;
  say(`No fault in ${library.checklists.length} checklists, ${scored} controls and ${library.controls.length - scored} status questions.`);
  return library;
}

function preview(folder: string, [id, locale = 'de', size, kind]: readonly string[], say: (line: string) => void): number {
  const found = checklistIn(folder, id, say);
  if (found === null) return 1;
  if (locale !== 'de' && locale !== 'en') return refuse(say, `There is no language ${locale}: de or en.`);
  const sizeClass = sizeClasses.find((each) => each === size) ?? null;
  const companyKind = companyKinds.find((each) => each === kind) ?? null;
  if (size !== undefined && sizeClass === null) return refuse(say, `There is no size ${size}: ${sizeClasses.join(', ')}.`);
  if (kind !== undefined && companyKind === null) return refuse(say, `There is no kind ${kind}: ${companyKinds.join(', ')}.`);
  const facts: CompanyFacts = { sizeClass, kind: companyKind, sector: null };
  say(previewOf(found, locale, facts, loadChecklists(folder, compileChecklists).glossary));
  return 0;
}

function diff(folder: string, [id, origin]: readonly string[], say: (line: string) => void): number {
  const later = checklistIn(folder, id, say);
  if (later === null) return 1;
  if (origin === undefined) return refuse(say, 'Say with what to compare: a folder of data files or a git revision.');
  const earlier = earlierVersion(folder, later.checklistId, origin, say);
  if (earlier === null) return 1;
  say(describeChanges(earlier, later, versionChanges(earlier, later)));
  return 0;
}

function publish(folder: string, say: (line: string) => void): number {
  const library = check(folder, say);
  if (library === null) return 1;
  const record = recordOf(library.controls, library.checklists.map(({ version }) => version), library.published);
  writeFileSync(path.join(folder, publishedFile), `${JSON.stringify(record, null, 2)}\n`);
  say(`${publishedFile} is up to date.`);
  return 0;
}

function writeSchemas(folder: string, say: (line: string) => void): number {
  const target = path.join(folder, 'schemas');
  mkdirSync(target, { recursive: true });
  for (const [name, schema] of Object.entries(fileSchemas())) {
    writeFileSync(path.join(target, name), `${JSON.stringify(schema, null, 2)}\n`);
    say(`schemas/${name}`);
  }
  return 0;
}

function checklistIn(folder: string, id: string | undefined, say: (line: string) => void): ChecklistVersion | null {
  const library = loadChecklists(folder, compileChecklists);
  const found = library.checklists.find(({ version }) => version.checklistId === id)?.version ?? null;
  if (found === null) {
    if (library.faults.length > 0) say(describeFaults(library.faults));
    say(`There is no sound checklist „${id ?? ''}“. There are: ${library.checklists.map(({ version }) => version.checklistId).join(', ')}.`);
  }
  return found;
}

/** From a folder of data files, or from the same folder at a git revision. */
function earlierVersion(folder: string, id: string, origin: string, say: (line: string) => void): ChecklistVersion | null {
  if (existsSync(origin)) return checklistIn(origin, id, say);
  const unpacked = mkdtempSync(path.join(tmpdir(), 'geleucht-checklists-'));
  try {
    // `--end-of-options`: a revision is never read as an option of git.
    const archive = spawnSync('git', ['archive', '--format=tar', '--end-of-options', origin, '.'], { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
    const unpack = archive.status === 0 ? spawnSync('tar', ['-x', '-C', unpacked], { input: archive.stdout }) : archive;
    if (unpack.status !== 0) {
      say(`„${origin}“ is neither a folder nor a git revision with data files.`);
      return null;
    }
    return checklistIn(unpacked, id, say);
  } finally {
    rmSync(unpacked, { recursive: true, force: true });
  }
}

function refuse(say: (line: string) => void, sentence: string): number {
  say(sentence);
  return 2;
}

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileSchemas } from '#app/features/checklists/catalogue/file-schemas.ts';
import { runChecklistCommand } from '#app/server/checklist-cli.ts';

const shipped = path.resolve('checklists');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'geleucht-cli-'));
  for (const part of ['controls', 'references', 'self-assessment']) cpSync(path.join(shipped, part), path.join(folder, part), { recursive: true });
  cpSync(path.join(shipped, 'glossary.json'), path.join(folder, 'glossary.json'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  const said: string[] = [];
  const status = runChecklistCommand(folder, args, (line) => said.push(line));
  return { status, text: said.join('\n') };
}

type Text = { de: string; en: string };
type Control = { id: string; version: number; question: Text; weight?: number };

/** Changes the control `backup-made` in its file and returns its line there. */
function edit(change: (control: Control) => void): void {
  const file = path.join(folder, 'controls/backup.json');
  const controls = JSON.parse(readFileSync(file, 'utf8')) as Control[];
  const control = controls.find(({ id }) => id === 'backup-made');
  if (!control) throw new Error('backup-made is gone');
  change(control);
  writeFileSync(file, JSON.stringify(controls, null, 2));
}

test('sound files are said to be sound', () => {
  expect(run('check')).toMatchObject({ status: 0, text: expect.stringMatching(/^No fault in \d+ checklists, \d+ controls/) as string });
});

test('a fault is named with file, line and field', () => {
  edit((control) => {
    control.weight = 9;
    control.question.en = '';
  });
  const { status, text } = run('check');
  expect(status).toBe(1);
  expect(text).toMatch(/controls\/backup\.json:\d+ \[0\]\.weight: weight is 1 to 5/);
  expect(text).toMatch(/controls\/backup\.json:\d+ \[0\]\.question\.en: must not be empty/);
});

test('what is out is fixed: a changed text asks for a higher version of the control and of its checklists', () => {
  expect(run('publish').status).toBe(0);
  edit((control) => {
    control.question = { de: 'Sichern Sie jeden Abend?', en: 'Do you back up every evening?' };
  });
  const refused = run('check');
  expect(refused.status).toBe(1);
  expect(refused.text).toMatch(/controls\/backup\.json:\d+ \[0\]\.version: the text has changed since version 1 came out: raise it to 2/);
  edit((control) => {
    control.version = 2;
  });
  expect(run('check').text).toMatch(/self-assessment\/basis\.json:\d+ version: the text has changed/);
});

test('a version that went back is refused', () => {
  edit((control) => {
    control.version = 3;
  });
  run('publish');
  edit((control) => {
    control.version = 1;
  });
  expect(run('check').text).toContain('version 3 is out already');
});

test('the preview shows what a company of that size is asked, in its language', () => {
  const { status, text } = run('preview', 'basis', 'en', 'small', 'business');
  expect(status).toBe(0);
  expect(text).toContain('Is your important data backed up automatically on every working day?');
  expect(text).toMatch(/1\. .+\?/);
  // What the words mean stands at its end.
  expect(text.slice(text.indexOf('## Words'))).toContain('firewall: A guard between two networks');
  const solo = run('preview', 'basis', 'en', 'solo').text;
  expect(solo.split('\n').length).toBeLessThan(text.split('\n').length);
});

test('words that mean nothing get the list of those that do', () => {
  expect(run()).toMatchObject({ status: 2, text: expect.stringContaining('preview') as string });
  expect(run('preview', 'nothing')).toMatchObject({ status: 1, text: expect.stringContaining('basis') as string });
  expect(run('preview', 'basis', 'de', 'tiny')).toMatchObject({ status: 2, text: expect.stringContaining('micro') as string });
  expect(run('diff', 'basis', 'no-such-place').status).toBe(1);
});

test('the difference to earlier files says what it does to old runs', () => {
  const before = mkdtempSync(path.join(tmpdir(), 'geleucht-before-'));
  try {
    cpSync(folder, before, { recursive: true });
    edit((control) => {
      control.question = { de: 'Sichern Sie jeden Abend?', en: 'Do you back up every evening?' };
      control.weight = 1;
    });
    const { status, text } = run('diff', 'basis', before);
    expect(status).toBe(0);
    expect(text).toContain('backup-made: asks in other words, other weight');
    expect(text).toMatch(/and 1 to be read again/);
    expect(text).toMatch(/Highest points for small: (\d+) -> (?!\1)\d+/);
  } finally {
    rmSync(before, { recursive: true, force: true });
  }
});

test('the schemas for editors are those of the files', () => {
  for (const [name, schema] of Object.entries(fileSchemas())) {
    expect(JSON.parse(readFileSync(path.join(shipped, 'schemas', name), 'utf8')), `${name}: run npm run checklist -- schemas`).toEqual(JSON.parse(JSON.stringify(schema)));
  }
});

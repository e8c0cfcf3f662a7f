import { describe, expect, test } from 'vitest';
import { compileChecklists, describeFaults, requireSound } from './compile-checklists.server.ts';
import { publish, thaw } from './frozen-version.server.ts';
import type { ChecklistFileText } from '../ports.ts';

const two = (text: string) => ({ de: `${text} auf Deutsch`, en: `${text} in English` });

/** The smallest sound control; texts mean nothing. */
function aControl(id: string, more: object = {}) {
  return {
    id,
    topic: 'backup',
    version: 1,
    title: two('Title'),
    question: two('Question'),
    why: two('Why'),
    howToFindOut: two('How'),
    proof: two('Proof'),
    recommendation: { summary: two('Do'), steps: [two('Step')] },
    effortHours: 2,
    costClass: 'low',
    usuallyDoneBy: 'owner',
    capability: 'backup_recovery',
    weight: 3,
    must: false,
    suits: ['micro', 'small'],
    references: [{ scheme: 'nis2-21-2', id: 'c' }],
    insurerTopic: 'backup',
    notApplicableAllowed: false,
    ...more,
  };
}

function aStatus(id: string, more: object = {}) {
  const { title, question, why, howToFindOut } = aControl(id);
  return { kind: 'status', id, topic: 'backup', version: 1, title, question, why, howToFindOut, suits: ['micro', 'small'], ...more };
}

function aChecklist(controls: (string | object)[], more: object = {}) {
  return {
    id: 'sample',
    version: 1,
    title: two('Sample'),
    summary: two('Summary'),
    scope: 'whole',
    licence: 'own text',
    sources: [{ title: 'own', licence: 'own text' }],
    checkedOn: '2026-11-01',
    suits: { sizes: ['micro', 'small'], kinds: ['business'] },
    estimatedMinutes: 5,
    topics: [{ id: 'backup', title: two('Backup'), requirements: controls.map((entry) => (typeof entry === 'string' ? { control: entry } : entry)) }],
    ...more,
  };
}

const references = {
  scheme: 'nis2-21-2',
  name: two('NIS2'),
  licence: 'official work',
  source: 'the directive',
  checkedOn: '2026-11-01',
  titlesMayBePrinted: true,
  ids: [{ id: 'c' }],
};

function file(path: string, value: unknown): ChecklistFileText {
  return { path, text: typeof value === 'string' ? value : JSON.stringify(value, null, 2) };
}

function folder(controls: unknown, list: unknown = aChecklist(['a']), standard: unknown = references): ChecklistFileText[] {
  return [file('controls/backup.json', controls), file('self-assessment/sample.json', list), file('references/nis2-21-2.json', standard)];
}

function faultsOf(...files: Parameters<typeof folder>) {
  return compileChecklists(folder(...files)).faults;
}

test('sound files become a version with its controls filled in', () => {
  const library = compileChecklists(folder([aControl('a')]));
  expect(library.faults).toEqual([]);
  expect(library.checklists[0]?.version).toMatchObject({
    checklistId: 'sample',
    version: 1,
    topics: [{ id: 'backup', requirements: [{ kind: 'control', id: 'a', controlVersion: 1, must: null, weight: 3, dependsOn: [] }] }],
  });
  expect(library.standards).toMatchObject([{ scheme: 'nis2-21-2', ids: [{ id: 'c' }] }]);
});

test('a checklist may word, weigh and group a control in its own way', () => {
  const own = { control: 'a', question: two('Own question'), weight: 5, group: 'g' };
  const groups = [{ id: 'g', title: two('Group'), appliesWhen: { company: { sizeClass: ['small'] } } }];
  const { checklists, faults } = compileChecklists(folder([aControl('a')], aChecklist([own], { groups })));
  expect(faults).toEqual([]);
  expect(checklists[0]?.version.topics[0]?.requirements[0]).toMatchObject({ question: two('Own question'), weight: 5, group: 'g' });
});

test('a checklist may ask a control with parts as one question, while others keep the parts', () => {
  const parts = [{ id: 'p', text: two('P') }, { id: 'q', text: two('Q') }];
  const asked = (entry: object) => compileChecklists(folder([aControl('a', { parts })], aChecklist([entry]))).checklists[0]?.version.topics[0]?.requirements[0];
  expect(asked({ control: 'a' })).toMatchObject({ parts });
  expect(asked({ control: 'a', asOne: true })).not.toHaveProperty('parts');
  expect(asked({ control: 'a', asOne: true })).not.toHaveProperty('asOne');
});

describe('every fault is named with file, line and field', () => {
  test('missing English points at the German that stands alone', () => {
    const [fault] = faultsOf([aControl('a', { why: { de: 'Nur Deutsch' } })]);
    expect(fault).toMatchObject({ file: 'controls/backup.json', field: '[0].why.en', message: 'is missing' });
    const text = JSON.stringify([aControl('a', { why: { de: 'Nur Deutsch' } })], null, 2);
    expect(text.split('\n')[(fault?.line ?? 0) - 1]).toContain('"why"');
  });

  test('faults of several files and fields come together', () => {
    const faults = faultsOf([aControl('a', { weight: 9, costClass: 'cheap' })], aChecklist(['a'], { checkedOn: '2026-02-31' }));
    expect(faults.map(({ file: name, field }) => `${name} ${field}`)).toEqual([
      'controls/backup.json [0].costClass',
      'controls/backup.json [0].weight',
      'self-assessment/sample.json checkedOn',
    ]);
  });

  test('broken JSON names the line', () => {
    expect(faultsOf('[\n  {\n    "id": "a",,\n  }\n]')[0]).toMatchObject({ file: 'controls/backup.json', line: 3 });
    expect(faultsOf('')[0]).toMatchObject({ file: 'controls/backup.json', line: 1 });
  });

  test('a field written twice is named with the line of the second', () => {
    const text = JSON.stringify([aControl('a')], null, 2).replace('"weight": 3,', '"weight": 3,\n    "weight": 4,');
    const [fault] = faultsOf(text);
    expect(fault).toMatchObject({ field: 'weight', message: 'this field is written twice' });
    expect(text.split('\n')[(fault?.line ?? 0) - 1]).toContain('"weight": 4');
  });

  test.each<[string, string, Parameters<typeof folder>]>([
    ['an unknown field', '[0].wieght', [[aControl('a', { wieght: 1 })]]],
    ['a fault inside one of several forms', '[0].must.reason.en', [[aControl('a', { must: { reason: { de: 'Grund' } } })]]],
    ['a value that fits no form', '[0].must', [[aControl('a', { must: true })]]],
    ['a condition that is none', '[0].appliesWhen', [[aControl('a', { appliesWhen: { sometimes: true } })]]],
    ['a fault deep in a condition', '[0].appliesWhen.all[0].company.sizeClass[0]', [[aControl('a', { appliesWhen: { all: [{ company: { sizeClass: ['tiny'] } }] } })]]],
    ['a control used twice', '[1].id', [[aControl('a'), aControl('a')]]],
    ['a topic that is not the file', '[0].topic', [[aControl('a', { topic: 'network' })]]],
    ['an unknown reference id', '[0].references[0].id', [[aControl('a', { references: [{ scheme: 'nis2-21-2', id: 'z' }] })]]],
    ['a scheme without file', '[0].references[0].scheme', [[aControl('a', { references: [{ scheme: 'cis-v8.1', id: '1.1' }] })]]],
    ['a reference twice', '[0].references[1]', [[aControl('a', { references: [{ scheme: 'nis2-21-2', id: 'c' }, { scheme: 'nis2-21-2', id: 'c' }] })]]],
    ['an unknown prerequisite', '[0].dependsOn[0]', [[aControl('a', { dependsOn: ['nowhere'] })]]],
    ['prerequisites in a circle', '[1].dependsOn[0]', [[aControl('a'), aControl('b', { dependsOn: ['b'] })]]],
    ['a follow-up of a status question', '[1].followUpOf.control', [[aStatus('s'), aControl('a', { followUpOf: { control: 's', from: 'yes' } })]]],
    ['a condition on a control', '[1].appliesWhen', [[aControl('b'), aControl('a', { appliesWhen: { answer: { requirement: 'b', is: ['yes'] } } })], aChecklist(['b'])]],
    ['a condition that can never be true', '[0].appliesWhen', [[aControl('a', { appliesWhen: { company: { sizeClass: ['large'] } } })], aChecklist(['b'])]],
    ['a part that can never apply', '[0].parts[1].appliesWhen', [[aControl('a', { parts: [{ id: 'p', text: two('p') }, { id: 'q', text: two('q'), appliesWhen: { not: { any: [{ not: { company: { kind: ['school'] } } }, { company: { kind: ['school'] } }] } } }] })]]],
    ['a part twice', '[0].parts[1].id', [[aControl('a', { parts: [{ id: 'p', text: two('p') }, { id: 'p', text: two('q') }] })]]],
  ])('%s', (_name, field, files) => {
    const [fault] = faultsOf(...files);
    expect(fault).toMatchObject({ file: 'controls/backup.json', field });
    expect(fault?.line).toBeGreaterThan(1);
  });

  const steps = { appliesWhen: { answer: { requirement: 's', is: ['yes'] } } };
  test.each<[string, string, Parameters<typeof folder>]>([
    ['an unknown control', 'topics[0].requirements[1].control', [[aControl('a')], aChecklist(['a', 'nowhere'])]],
    ['a control asked twice', 'topics[0].requirements[1].control', [[aControl('a')], aChecklist(['a', 'a'])]],
    ['a condition on a question not asked', 'topics[0].requirements[0].control', [[aStatus('s'), aControl('a', steps)]]],
    ['a condition on a question asked later', 'topics[0].requirements[0].control', [[aStatus('s'), aControl('a', steps)], aChecklist(['a', 's'])]],
    ['a follow-up before its parent', 'topics[0].requirements[0].control', [[aControl('b'), aControl('a', { followUpOf: { control: 'b', from: 'yes' } })], aChecklist(['a', 'b'])]],
    ['a question nobody of the audience is asked', 'topics[0].requirements[0].control', [[aControl('a', { suits: ['large'] })]]],
    ['a weight on a status question', 'topics[0].requirements[0].weight', [[aStatus('s'), aControl('a')], aChecklist([{ control: 's', weight: 2 }, 'a'])]],
    ['parts left out where there are none', 'topics[0].requirements[0].asOne', [[aControl('a')], aChecklist([{ control: 'a', asOne: true }])]],
    ['an unknown group', 'topics[0].requirements[0].group', [[aControl('a')], aChecklist([{ control: 'a', group: 'g' }])]],
    ['a group without members', 'groups[0].id', [[aControl('a')], aChecklist(['a'], { groups: [{ id: 'g', title: two('g'), appliesWhen: { company: { kind: ['business'] } } }] })]],
    ['a group that never applies', 'groups[0].appliesWhen', [[aControl('a'), aControl('b')], aChecklist(['b', { control: 'a', group: 'g' }], { groups: [{ id: 'g', title: two('g'), appliesWhen: { company: { sizeClass: ['large'] } } }] })]],
    ['an id that is not the file name', 'id', [[aControl('a')], aChecklist(['a'], { id: 'other' })]],
  ])('in a checklist: %s', (_name, field, files) => {
    const named = faultsOf(...files).map((fault) => `${fault.file} ${fault.field}`);
    expect(named).toContain(`self-assessment/sample.json ${field}`);
  });

  test('titles of a standard whose licence forbids it are refused', () => {
    const closed = { ...references, titlesMayBePrinted: false, ids: [{ id: 'c', title: two('Title') }] };
    expect(faultsOf([aControl('a')], aChecklist(['a']), closed)).toMatchObject([{ file: 'references/nis2-21-2.json', field: 'titlesMayBePrinted' }]);
  });

  test('a control with a fault is not also reported as missing by those who use it', () => {
    const faults = faultsOf([aControl('a', { weight: 0 }), aControl('b', { dependsOn: ['a'] })], aChecklist(['a', 'b']));
    expect(faults.map((fault) => fault.field)).toEqual(['[0].weight']);
  });

  test('a fault reads as one line that an editor can jump to', () => {
    expect(describeFaults([{ file: 'controls/a.json', line: 12, field: '[0].why.en', message: 'is missing' }])).toBe('controls/a.json:12 [0].why.en: is missing');
  });
});

test('a checklist with a fault is not published', () => {
  expect(compileChecklists(folder([aControl('a')], aChecklist(['a', 'nowhere']))).checklists).toEqual([]);
  expect(compileChecklists(folder([aControl('a'), aControl('b', { weight: 0 })], aChecklist(['a', 'b']))).checklists).toEqual([]);
});

test('requiring a sound library stops at the first start with everything named', () => {
  const sound = compileChecklists(folder([aControl('a')]));
  expect(requireSound(sound)).toBe(sound);
  expect(() => requireSound(compileChecklists(folder([aControl('a', { weight: 0 })])))).toThrow(/controls\/backup\.json:\d+ \[0\]\.weight: weight is 1 to 5/);
});

test('the hash speaks of content, not of the order of keys in a file', () => {
  const { why, ...rest } = aControl('a');
  const [one, same, other] = [[aControl('a')], [{ why, ...rest }], [aControl('a', { why: two('Other') })]].map(
    (controls) => compileChecklists(folder(controls)).checklists[0]?.contentHash,
  );
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(same).toBe(one);
  expect(other).not.toBe(one);
});

test('a frozen copy opens as the version it was, and an altered one does not', () => {
  const version = compileChecklists(folder([aControl('a')])).checklists[0]?.version;
  if (version === undefined) throw new Error('no version');
  const { content, contentHash } = publish(version);
  expect(thaw(content, contentHash)).toEqual(version);
  expect(() => thaw(content.replace('Question', 'Frage'), contentHash)).toThrow(/does not match/);
});

describe('the glossary', () => {
  const term = (id: string, word: string, changes: object = {}) => ({ id, words: { de: [word], en: [] }, text: two(`Meaning of ${word}.`), ...changes });
  const faultsIn = (terms: unknown) => compileChecklists([{ path: 'glossary.json', text: JSON.stringify(terms, null, 2) }]).faults;

  test('reaches the library in the order of its file', () => {
    const { glossary, faults } = compileChecklists([{ path: 'glossary.json', text: JSON.stringify([term('vpn', 'VPN'), term('edr', 'EDR')]) }]);
    expect(faults).toEqual([]);
    expect(glossary.map(({ id }) => id)).toEqual(['vpn', 'edr']);
  });

  test.each<[string, string, unknown]>([
    ['a meaning without English', '[0].text.en', [term('vpn', 'VPN', { text: { de: 'Leitung.' } })]],
    ['a term without a word', '[0].words', [term('vpn', 'VPN', { words: { de: [], en: [] } })]],
    ['an id twice', '[1].id', [term('vpn', 'VPN'), term('vpn', 'Tunnel')]],
    ['a word explained twice', '[1].words', [term('vpn', 'VPN'), term('tunnel', 'VPN')]],
    ['an unknown field', '[0].meaning', [term('vpn', 'VPN', { meaning: 'x' })]],
  ])('names %s with file, line and field', (_name, field, terms) => {
    const [fault] = faultsIn(terms);
    expect(fault).toMatchObject({ file: 'glossary.json', field });
    expect(fault?.line).toBeGreaterThan(1);
  });
});

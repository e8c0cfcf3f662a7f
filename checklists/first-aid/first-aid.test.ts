import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import type { CardText, FirstAidCard } from '#app/domain/triage/first-aid-card.ts';
import { firstAidCardFor, firstAidCardIds, incidentKinds } from '#app/domain/triage/kinds.ts';
import { parseFirstAidFile } from '#app/features/incidents/first-aid-file.ts';
import { loadFirstAidCards, readFirstAidCards } from '#app/infrastructure/checklists/load-first-aid.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const contacts = suedwestsachsen.contacts.map((one) => one.id);
const loaded = () => loadFirstAidCards(folder, parseFirstAidFile, contacts);

function textsOf(card: FirstAidCard): readonly CardText[] {
  return [
    card.audience,
    card.title,
    card.firstSentence,
    ...card.steps.flatMap((step) => [step.do, step.why, step.how]),
    ...card.doNot,
    ...card.call.map((one) => one.when),
    ...card.evidence,
  ];
}

/** A folder with one file changed, to see what the loader says of it. */
async function faultsAfter(name: string, change: (text: string) => string) {
  const copy = await mkdtemp(join(tmpdir(), 'first-aid-'));
  try {
    for (const id of firstAidCardIds) {
      const text = await readFile(join(folder, `${id}.json`), 'utf8');
      await writeFile(join(copy, `${id}.json`), `${id}.json` === name ? change(text) : text);
    }
    const loading = await readFirstAidCards(copy, parseFirstAidFile, contacts);
    return loading.ok ? [] : loading.faults;
  } finally {
    await rm(copy, { recursive: true });
  }
}

test('every card loads, and every incident kind is served by exactly one', async () => {
  const cards = await loaded();
  expect([...cards.keys()].sort()).toEqual([...firstAidCardIds].sort());
  for (const kind of incidentKinds.filter((one) => one !== 'advice')) {
    expect([...cards.values()].filter((card) => card.forKinds.includes(kind)).map((card) => card.id), kind).toEqual([firstAidCardFor(kind)]);
  }
});

test('the voice is calm: no exclamation marks, no du, German quotation marks', async () => {
  for (const card of (await loaded()).values()) {
    for (const { de, en } of textsOf(card)) {
      expect(de + en, card.id).not.toContain('!');
      expect(de, card.id).not.toMatch(/\b(du|dein|deine|dir|dich)\b/i);
      expect(de, card.id).not.toMatch(/["“](?=\w)|["”]/);
      expect(en, card.id).not.toMatch(/["„]/);
      expect(de + en, card.id).not.toMatch(/[–—]/);
    }
  }
});

test('no English is left in the German text and the two differ', async () => {
  for (const card of (await loaded()).values()) {
    for (const { de, en } of textsOf(card)) {
      expect(de, card.id).not.toMatch(/\b(the|and|with|your|device|password|account|incident|call)\b/i);
      expect(en, card.id).not.toMatch(/[äöüß]|\b(und|nicht|oder|Sie)\b/);
      expect(de).not.toBe(en);
    }
  }
});

test('sentences are short enough to be read under stress', async () => {
  for (const card of (await loaded()).values()) {
    for (const { de } of textsOf(card)) {
      for (const sentence of de.split(/(?<=[.?:])\s/)) {
        expect(sentence.split(/\s+/).length, `${card.id}: ${sentence}`).toBeLessThanOrEqual(22);
      }
    }
  }
});

test('a card fits one printed page in each language', async () => {
  for (const card of (await loaded()).values()) {
    for (const language of ['de', 'en'] as const) {
      const letters = textsOf(card).reduce((sum, text) => sum + text[language].length, 0);
      // About 60 lines of 85 letters at 9.5 points; heads, gaps and half-filled lines take the rest.
      expect(letters, `${card.id} ${language}`).toBeLessThan(3200);
    }
  }
});

test('the title counts the steps it announces', async () => {
  const words: Record<number, readonly [string, string]> = { 6: ['sechs', 'six'], 7: ['sieben', 'seven'] };
  for (const card of (await loaded()).values()) {
    const [de, en] = words[card.steps.length] ?? ['?', '?'];
    expect(card.title.de.toLowerCase(), card.id).toContain(de);
    expect(card.title.en.toLowerCase(), card.id).toContain(en);
  }
});

test('every card says who helps and ends with asking for help', async () => {
  for (const card of (await loaded()).values()) {
    expect(card.steps.at(-1)?.id, card.id).toBe('ask_for_help');
    expect(card.call.map((one) => one.contact), card.id).toContain('network_hotline');
  }
});

test('a missing translation is named with file and field', async () => {
  const faults = await faultsAfter('ransomware.json', (text) => {
    const card = JSON.parse(text) as { steps: { why: { en?: string } }[] };
    delete card.steps[1]?.why.en;
    return JSON.stringify(card);
  });
  expect(faults).toMatchObject([{ file: 'ransomware.json', field: 'steps.1.why.en' }]);
});

test('an unknown contact, a wrong kind and a broken file are named with file and field', async () => {
  expect(await faultsAfter('lost_device.json', (text) => text.replace('"own_it"', '"somebody"'))).toMatchObject([{ file: 'lost_device.json', field: 'call.0.contact' }]);
  expect(await faultsAfter('unsure.json', (text) => text.replace('"malware"', '"ransomware"'))).toMatchObject([{ file: 'unsure.json', field: 'forKinds.0' }]);
  expect(await faultsAfter('unsure.json', (text) => text.slice(0, -20))).toMatchObject([{ file: 'unsure.json', field: '(file)' }]);
  expect(await faultsAfter('unsure.json', (text) => text.replace('"minutes"', '"minuten"'))).toHaveLength(2);
});

test('a card under the name of another is refused', async () => {
  const other = await readFile(join(folder, 'ransomware.json'), 'utf8');
  expect(await faultsAfter('data_leak.json', () => other)).toMatchObject([{ file: 'data_leak.json', field: 'id' }]);
});

test('an empty folder names every missing card', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'first-aid-'));
  await expect(loadFirstAidCards(empty, parseFirstAidFile, contacts)).rejects.toThrow(/ransomware\.json: \(file\): is missing/);
  await rm(empty, { recursive: true });
});

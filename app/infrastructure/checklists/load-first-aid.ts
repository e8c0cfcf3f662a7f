import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownContacts } from '#app/domain/triage/first-aid-card.ts';
import type { FirstAidCard, FirstAidCards } from '#app/domain/triage/first-aid-card.ts';
import { firstAidCardIds } from '#app/domain/triage/kinds.ts';

/** Checks one file's content; the feature's `parseFirstAidFile`, handed in because the format belongs to the feature. */
export type ParseFirstAidFile = (
  content: unknown,
) =>
  | { readonly ok: true; readonly card: FirstAidCard }
  | { readonly ok: false; readonly faults: readonly { readonly field: string; readonly message: string }[] };

export type FirstAidFileFault = { readonly file: string; readonly field: string; readonly message: string };

export type FirstAidLoading =
  | { readonly ok: true; readonly cards: FirstAidCards }
  | { readonly ok: false; readonly faults: readonly FirstAidFileFault[] };

/**
 * Reads every card of a folder. All faults are collected, each with file and field, so that an author mends them in one go.
 * `contactIds` are the contacts of the region a card may name.
 */
export async function readFirstAidCards(
  folder: string,
  parse: ParseFirstAidFile,
  contactIds: readonly string[],
): Promise<FirstAidLoading> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const cards: FirstAidCard[] = [];
  const faults: FirstAidFileFault[] = [];
  for (const file of files) {
    const content = await readJson(join(folder, file));
    if (!content.ok) {
      faults.push({ file, field: '(file)', message: content.message });
      continue;
    }
    const parsed = parse(content.value);
    if (!parsed.ok) {
      faults.push(...parsed.faults.map((fault) => ({ file, ...fault })));
      continue;
    }
    faults.push(...faultsBeside(parsed.card, file, contactIds));
    cards.push(parsed.card);
  }
  for (const id of firstAidCardIds) {
    if (!files.includes(`${id}.json`)) faults.push({ file: `${id}.json`, field: '(file)', message: 'is missing' });
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, cards: new Map(cards.map((card) => [card.id, card])) };
}

/** As `readFirstAidCards`, for the start of the program: throws an error that lists every fault. */
export async function loadFirstAidCards(
  folder: string,
  parse: ParseFirstAidFile,
  contactIds: readonly string[],
): Promise<FirstAidCards> {
  const loading = await readFirstAidCards(folder, parse, contactIds);
  if (loading.ok) return loading.cards;
  const lines = loading.faults.map((fault) => `  ${fault.file}: ${fault.field}: ${fault.message}`);
  throw new Error(`First-aid cards in ${folder} have faults:\n${lines.join('\n')}`);
}

function faultsBeside(card: FirstAidCard, file: string, contactIds: readonly string[]): readonly FirstAidFileFault[] {
  const known = new Set<string>([...contactIds, ...ownContacts]);
  const faults: FirstAidFileFault[] = card.call.flatMap(({ contact }, index) =>
    known.has(contact) ? [] : [{ file, field: `call.${index}.contact`, message: `the region has no contact ${contact}` }],
  );
  if (file !== `${card.id}.json`) faults.push({ file, field: 'id', message: `the file of this card must be named ${card.id}.json` });
  return faults;
}

async function readJson(path: string): Promise<{ readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string }> {
  const text = await readFile(path, 'utf8');
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

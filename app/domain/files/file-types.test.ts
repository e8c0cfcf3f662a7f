import { expect, test } from 'vitest';
import { exhibitTypes } from '../case/exhibit-types.ts';
import type { ExhibitPurpose } from '../case/exhibit-types.ts';
import { extensionsOf, recogniseFile } from './file-types.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const recogniseExhibit = (name: string, head: Uint8Array, purpose: ExhibitPurpose) => recogniseFile(name, head, exhibitTypes[purpose]);
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

test('a picture with its own extension is taken', () => {
  expect(recogniseExhibit('Bildschirm.PNG', png, 'screenshot')).toEqual({ ok: true, value: 'png' });
});

test('an extension that lies about the bytes is refused', () => {
  expect(recogniseExhibit('rechnung.pdf', png, 'document')).toMatchObject({ ok: false, refusal: { code: 'file_refused', detail: 'type_differs' } });
  expect(recogniseExhibit('bild.png', bytes('MZ'), 'screenshot')).toMatchObject({ ok: false });
});

test('types that a browser would run are refused, also under the name of a text', () => {
  for (const name of ['seite.html', 'bild.svg', 'ohne']) expect(recogniseExhibit(name, bytes('hallo'), 'other')).toMatchObject({ ok: false });
  for (const text of ['<svg xmlns="x">', ' <!DOCTYPE html>', '<?xml version="1.0"?><svg>', '\ufeff<html>', 'a <script >x']) {
    expect(recogniseExhibit('a.txt', bytes(text), 'other')).toMatchObject({ ok: false });
  }
});

test('a purpose takes only its own types', () => {
  expect(recogniseExhibit('a.zip', Uint8Array.from([0x50, 0x4b, 3, 4]), 'screenshot')).toMatchObject({ refusal: { detail: 'type_not_taken' } });
  expect(recogniseExhibit('a.zip', Uint8Array.from([0x50, 0x4b, 3, 4]), 'log')).toEqual({ ok: true, value: 'zip' });
});

test('texts in UTF-16, mails and JSON are recognised by their first bytes', () => {
  expect(recogniseExhibit('a.log', Uint8Array.from([0xff, 0xfe, 0x41, 0]), 'log').ok).toBe(true);
  expect(recogniseExhibit('a.eml', bytes('Received: from x'), 'mail').ok).toBe(true);
  expect(recogniseExhibit('a.json', bytes('hallo'), 'log').ok).toBe(false);
});

test('an empty file is refused', () => {
  expect(recogniseExhibit('a.txt', new Uint8Array(), 'other')).toMatchObject({ refusal: { detail: 'empty' } });
});

test('the file field offers every extension of a type', () => {
  expect(extensionsOf(['pdf', 'jpeg'])).toEqual(['.pdf', '.jpg', '.jpeg']);
});

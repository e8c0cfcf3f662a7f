import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCESS_CODE_BYTES, LONG_CODE_BYTES, formatCode, longCodeHash, parseCode } from './codes.ts';

const longCode = fc.uint8Array({ minLength: LONG_CODE_BYTES, maxLength: LONG_CODE_BYTES });

describe('codes', () => {
  it('have 32 characters in groups of four, or eight', () => {
    expect(formatCode(Buffer.alloc(20, 0xff))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ');
    expect(formatCode(Buffer.from('0001020304', 'hex'))).toBe('000G-40R4');
  });

  it('come back from their text', () => {
    fc.assert(
      fc.property(longCode, (code) => {
        expect(parseCode(formatCode(code), LONG_CODE_BYTES)).toEqual({ ok: true, value: Buffer.from(code) });
      }),
    );
    const short = fc.uint8Array({ minLength: ACCESS_CODE_BYTES, maxLength: ACCESS_CODE_BYTES });
    fc.assert(
      fc.property(short, (code) => {
        expect(parseCode(formatCode(code), ACCESS_CODE_BYTES)).toEqual({ ok: true, value: Buffer.from(code) });
      }),
    );
  });

  it('come back however a person types them', () => {
    const separators = fc.array(fc.constantFrom('', ' ', '-', '–', '\n', ' - ', '.', '\u00a0'), {
      minLength: 40,
      maxLength: 40,
    });
    const lookalikes: Record<string, string[]> = { '1': ['I', 'l', 'i', 'L'], '0': ['O', 'o'] };
    fc.assert(
      fc.property(longCode, separators, fc.nat(3), fc.boolean(), (code, gaps, pick, isLower) => {
        const typed = [...formatCode(code).replaceAll('-', '')]
          .map((character, at) => {
            const choices = lookalikes[character] ?? [isLower ? character.toLowerCase() : character];
            return `${gaps[at] ?? ''}${choices[pick % choices.length] ?? ''}`;
          })
          .join('');
        expect(parseCode(typed, LONG_CODE_BYTES)).toEqual({ ok: true, value: Buffer.from(code) });
      }),
    );
  });

  it('are found by a hash that differs by code and use', () => {
    const code = Buffer.alloc(20, 7);
    const hashes = [
      longCodeHash('report_code', code),
      longCodeHash('recovery_code', code),
      longCodeHash('report_code', Buffer.alloc(20, 8)),
    ];
    expect(new Set(hashes.map((hash) => hash.toString('hex'))).size).toBe(3);
    expect(longCodeHash('report_code', Buffer.from(code))).toEqual(hashes[0]);
  });

  it('are refused when a character is missing, left over or foreign', () => {
    const text = formatCode(Buffer.alloc(20, 0x5a));
    const foreign = ['U', 'Ä', '!', '%'].map((character) => text.replace(/^./, character));
    for (const typed of ['', text.slice(1), `${text}A`, ...foreign]) {
      expect(parseCode(typed, LONG_CODE_BYTES)).toMatchObject({ ok: false, refusal: { code: 'invalid_input' } });
    }
    expect(parseCode(text, ACCESS_CODE_BYTES).ok).toBe(false);
  });
});

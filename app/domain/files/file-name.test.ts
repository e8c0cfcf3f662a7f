import { expect, test } from 'vitest';
import { cleanFileName } from './file-name.ts';

test('names lose folders, control characters and marks that turn the reading direction', () => {
  expect(cleanFileName('../../etc/passwd.txt')).toBe('passwd.txt');
  expect(cleanFileName('C:\\temp\\a.txt')).toBe('a.txt');
  expect(cleanFileName('rechnung\u202Efdp.exe\u0000\r\n.txt')).toBe('rechnungfdp.exe.txt');
  expect(cleanFileName('..')).toBeNull();
  expect(cleanFileName(`${'ä'.repeat(300)}.pdf`)).toHaveLength(120);
});

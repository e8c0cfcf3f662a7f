import { expect, test } from 'vitest';
import { initialsOf } from './message-thread.tsx';

test('initials are the first letters of first and last name', () => {
  expect(initialsOf('Robert Meinel')).toBe('RM');
  expect(initialsOf('  Anna Lena Öztürk ')).toBe('AÖ');
  expect(initialsOf('Geschäftsstelle')).toBe('G');
  expect(initialsOf('')).toBe('');
});

import { Prisma } from './generated/client.ts';

/** What a failed statement means for the caller. Codes are matched, never message texts: those quote source lines. */
export type DatabaseFault = 'duplicate' | 'missing' | 'busy' | 'broken_reference' | 'other';

const faultByCode: Readonly<Record<string, DatabaseFault>> = {
  P2002: 'duplicate',
  P2003: 'broken_reference',
  P2025: 'missing',
  P1008: 'busy',
  P2028: 'busy',
  P2034: 'busy',
};

/** Maps an error of Prisma or of SQLite itself to the closed list. */
export function databaseFault(error: unknown): DatabaseFault {
  if (error instanceof Prisma.PrismaClientKnownRequestError) return faultByCode[error.code] ?? 'other';
  const code = originalCode(error);
  return code !== undefined && code.startsWith('SQLITE_BUSY') ? 'busy' : 'other';
}

export function isDuplicate(error: unknown): boolean {
  return databaseFault(error) === 'duplicate';
}

function originalCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const direct = (error as { code?: unknown }).code;
  if (typeof direct === 'string') return direct;
  const cause = (error as { cause?: { originalCode?: unknown } }).cause;
  return typeof cause?.originalCode === 'string' ? cause.originalCode : undefined;
}

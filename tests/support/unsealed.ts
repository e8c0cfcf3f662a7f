import { ok } from '#app/domain/result.ts';
import { sealing } from '#app/infrastructure/keys/sealing.ts';
import type { Unsealed } from '#app/server/services.ts';

/** What a careless product would store. */
export const unsealed: Unsealed = {
  sealing: {
    ...sealing,
    readingKey: (key) => ({ ...key, open: (_row, blob) => ok(Buffer.from(blob)) }),
    writingKey: (key) => ({ ...key, seal: (_row, plain) => Buffer.from(plain) }),
  },
  // The mails in the outbox stay sealed: tests read their links with the real vault.
  wrapVault: (vault) => ({
    ...vault,
    seal: (table, rowId, plain) => (table === 'OutboxMessage' ? vault.seal(table, rowId, plain) : Buffer.from(JSON.stringify(plain), 'utf8')),
    open: <T>(table: string, rowId: string, box: Uint8Array) => (table === 'OutboxMessage' ? vault.open<T>(table, rowId, box) : (JSON.parse(Buffer.from(box).toString('utf8')) as T)),
  }),
  fileCipher: { seal: (_seal, plain) => plain, open: (_seal, sealed) => sealed },
};

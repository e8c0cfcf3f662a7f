import type { audit as german } from '../de/audit.ts';
import type { Shape } from '../shape.ts';

export const audit = {
  title: 'Log',
  lead: 'Every step stands here, with its time and the id of the person who acted. Names and content do not.',
  filter: 'This event only',
  sequence: 'No.',
  at: 'Time',
  event: 'Event',
  actor: 'Who',
  object: 'About what',
  reason: 'Code',
  actors: { user: 'Person {id}', guest: 'Report without account', system: 'Portal' },
  caption: 'Entries, newest first',
  total: '{count, plural, one {# entry} other {# entries}}',
  older: 'Older entries',
  newest: 'Newest entries',
  empty: 'No entries for this choice.',
  checkpointTitle: 'Signed state',
  checkpoint: 'After {size, number} entries, signed on {moment}.',
  noCheckpoint: 'There is no signed state yet.',
  verifyTitle: 'How to check the log',
  verifyText: 'Every entry carries the checksum of the one before. If one is changed or removed, the chain no longer fits. You can keep the state below and compare it later. Operators check with the command:',
  verifyButton: 'Recompute the chain now',
  sound: 'The chain is sound.',
  broken: 'The chain is broken from entry {sequence, number} on. Please secure the database and call the operator.',
} as const satisfies Shape<typeof german>;

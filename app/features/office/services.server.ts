import { changeSeverity } from './change-severity.server.ts';
import { decideCase } from './decide.server.ts';
import { writeNote } from './notes.server.ts';
import { openOfficeCase } from './open-case.server.ts';
import { readOutbox, requeueMail } from './outbox.server.ts';
import type { OfficeDeps } from './ports.ts';
import { readBoard } from './read-board.server.ts';

export function createOfficeServices(deps: OfficeDeps) {
  return {
    readBoard: readBoard(deps),
    openOfficeCase: openOfficeCase(deps),
    decideCase: decideCase(deps),
    changeSeverity: changeSeverity(deps),
    writeNote: writeNote(deps),
    readOutbox: readOutbox(deps),
    requeueMail: requeueMail(deps),
  };
}

export type OfficeServices = ReturnType<typeof createOfficeServices>;

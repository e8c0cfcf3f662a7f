import type { NoticeDeps } from './ports.ts';
import { sendDueNotices } from './send-due.server.ts';

export function createNoticeServices(deps: NoticeDeps) {
  return { sendDue: sendDueNotices(deps) };
}

export type NoticeServices = ReturnType<typeof createNoticeServices>;

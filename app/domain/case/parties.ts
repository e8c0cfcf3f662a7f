import type { NoticeKind } from '../notices/notice.ts';
import type { NoticeRule } from '../state-machine.ts';

/**
 * In which part somebody acts on a case. A guest with the report code acts as `company`, an office coordinator as
 * `office`, the officer on duty as `duty`, the worker as `system`.
 */
export const parties = ['company', 'provider', 'office', 'duty', 'system'] as const;
export type Party = (typeof parties)[number];

/**
 * Who is told. `provider` is the one whose offer or assignment changes, at a case the one that leads it;
 * `provider_admin` its lead, `company` the recipients of the case on the company's side.
 */
export const audiences = ['company', 'provider', 'provider_admin', 'office', 'duty', 'reviewer_a', 'reviewer_b'] as const;
export type Audience = (typeof audiences)[number];

export type CaseNotice<G extends string> = NoticeRule<NoticeKind, Audience, G>;

/** Mails say that something is waiting and until when, never what. */

export const noticeKinds = [
  // accounts
  'confirm_email', 'registration_of_known_address', 'reset_password', 'reset_of_unknown_address', 'password_changed', 'second_factor_changed',
  'recovery_code_changed', 'new_sign_in', 'reset_waiting', 'reset_cancelled', 'invitation', 'member_waiting', 'member_confirmed', 'member_removed',
  // checklists
  'topic_handed_over', 'topic_due', 'topic_overdue', 'topic_settled', 'topic_answered',
  // cases, for the company
  'case_received', 'case_query', 'case_routing', 'case_provider_found', 'case_release_waiting', 'case_first_contact', 'case_state_changed',
  'case_message', 'case_closure_proposed', 'case_closure_reminder', 'case_self_help_reminder', 'case_escalated', 'case_deadline', 'case_closed', 'case_released',
  // checklists
  'assessment_reminder',
  // offers and assignments, for providers
  'offer_received', 'offer_reserve', 'offer_confirm_now', 'offer_taken', 'offer_revoked', 'offer_expired', 'assignment_confirmed',
  'assignment_reminder', 'assignment_taken_back', 'assignment_message', 'assignment_objection', 'assignment_closed', 'assignment_released',
  // office
  'duty_informed', 'duty_task', 'office_case_reported', 'office_case_changed', 'office_vetting_submitted', 'office_vetting_changed',
  'outbox_dead',
  // vetting
  'vetting_received', 'vetting_more_needed', 'vetting_decided', 'vetting_expiring', 'vetting_suspended',
] as const;

export type NoticeKind = (typeof noticeKinds)[number];

export type Notice = {
  readonly kind: NoticeKind;
  readonly to: { readonly userId: string } | { readonly address: string; readonly locale: 'de' | 'en' };
  /** References and times (ISO), and `path`: the address inside the site that the mail leads to. Never content. */
  readonly data: Readonly<Record<string, string>>;
  /** A path with a one-time token; takes the place of `data.path`, is stored encrypted and forgotten once sent. */
  readonly secretPath?: string;
  /** Kind of browser, in words; stored encrypted and forgotten once sent. */
  readonly device?: string;
  /** The same key is enqueued once, whatever happens. */
  readonly dedupeKey: string;
};

/** Keys of all mails about a case begin with this: its end drops what has not gone out. */
export function caseNoticePrefix(caseId: string): string {
  return `case:${caseId}:`;
}

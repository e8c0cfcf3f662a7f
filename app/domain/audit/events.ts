/** What the log knows of one act. Stored JSON and the chain's hashes follow this file: names are never re-used. */

/** Events by what they are about, in the order in which people look for them. */
export const auditEventsByArea = {
  accounts: [
    'account.registered', 'account.email_confirmed', 'account.password_set', 'account.password_changed', 'account.password_reset',
    'account.reset_requested', 'account.reset_cancelled', 'account.second_factor_set', 'account.recovery_code_set', 'account.recovery_code_used',
    'account.signed_in', 'account.sign_in_refused', 'account.locked', 'account.unlocked', 'account.signed_out', 'account.session_ended',
    'account.stepped_up', 'account.disabled', 'account.paused_after_failures',
  ],
  organisations: [
    'organisation.created', 'organisation.changed', 'organisation.site_added', 'organisation.site_changed', 'organisation.site_removed', 'organisation.member_invited', 'organisation.invitation_revoked', 'organisation.member_joined',
    'organisation.member_confirmed', 'organisation.member_removed', 'organisation.role_changed', 'organisation.emergency_sheet_made',
    'organisation.emergency_sheet_used', 'organisation.key_generation_made', 'key.granted', 'key.released', 'key.grant_ended', 'key.version_made',
  ],
  checklists: [
    'assessment.started', 'assessment.sites_changed', 'assessment.closed', 'assessment.reopened', 'assessment.deleted', 'assessment.exported', 'assessment.imported',
    'assessment.evidence_added', 'assessment.evidence_removed', 'assessment.topic_handed_over', 'assessment.hand_over_settled', 'assessment.hand_over_reminded',
    'assessment.topic_answered', 'assessment.answers_taken_over', 'assessment.reminder_changed', 'assessment.reminded',
    'measure.added', 'measure.changed', 'measure.removed', 'measure.feed_made', 'measure.feed_revoked',
    'benchmark.decided', 'benchmark.published',
  ],
  cases: [
    'case.drafted', 'case.draft_discarded', 'case.reported', 'case.changed_state', 'case.severity_changed', 'case.read', 'case.record_added',
    'case.exhibit_added', 'case.exhibit_read', 'case.exhibit_removed', 'case.released', 'case.deadline_changed', 'case.office_note_added',
    'routing.decided', 'routing.relaxed', 'offer.sent', 'offer.seen', 'offer.accepted', 'offer.confirmed', 'offer.declined', 'offer.conflict',
    'offer.expired', 'offer.revoked', 'assignment.changed_state', 'duty.task_created', 'duty.task_done',
  ],
  providers: [
    'provider.profile_changed', 'provider.paused', 'provider.resumed', 'vetting.changed_state', 'vetting.item_decided', 'vetting.document_added', 'vetting.document_read', 'vetting.document_withdrawn', 'vetting.document_erased', 'duty.shift_changed',
  ],
  documents: [
    'dossier.issued', 'share.created', 'share.opened', 'share.refused', 'share.revoked',
  ],
  office: [
    'office.person_added', 'office.tie_declared', 'office.tie_ended', 'office.board_read', 'outbox.dead', 'outbox.requeued', 'rules.changed',
  ],
} as const;

export type AuditArea = keyof typeof auditEventsByArea;

export type AuditEventName = (typeof auditEventsByArea)[AuditArea][number];

export const auditEventNames: readonly AuditEventName[] = Object.values(auditEventsByArea).flat();

/** Who acted: a person by a random id, or the system. Never a name. */
export type AuditActor =
  | { readonly kind: 'user'; readonly userId: string }
  | { readonly kind: 'guest' }
  | { readonly kind: 'system' };

export type AuditEvent = {
  readonly event: AuditEventName;
  readonly actor: AuditActor;
  readonly at: Date;
  readonly organisationId?: string | null;
  readonly object?: { readonly kind: string; readonly id: string } | null;
  /** A code, never free text. */
  readonly reason?: string | null;
  /** Personal detail (for instance a browser's name); kept beside the chain, erasable. */
  readonly detail?: Readonly<Record<string, string>>;
};

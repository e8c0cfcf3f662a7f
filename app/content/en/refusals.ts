import type { refusals as german } from '../de/refusals.ts';
import type { Shape } from '../shape.ts';

export const refusals = {
  not_signed_in: 'Please sign in. After that you continue here.',
  second_factor_missing: 'Please confirm your sign-in with your second factor.',
  session_locked: 'Your session is locked because nothing has happened for a while. Your password opens it again.',
  step_up_required: 'This step needs your second factor once more.',
  not_found: 'This page does not exist, or it has not been released to you.',
  not_allowed: 'You do not have the right to do this. The head of your organisation can grant it.',
  invalid_input: 'Some answers are missing or do not fit. They are listed at the top of the page.',
  wrong_credentials: 'The details do not match. Please check email address, password and code.',
  code_already_used: 'This code has been used already. Please wait for the next one, at most 30 seconds.',
  too_many_attempts: 'There were too many attempts. Please wait a moment and try again.',
  link_expired: 'This link is no longer valid. You can ask for a new one.',
  already_taken: 'Somebody else was faster. There is nothing left to do here.',
  conflict_of_versions: 'Somebody else has changed something in the meantime. Please look at the new state and then decide.',
  wrong_state: 'This is not possible in the present state. Please reload the page.',
  not_eligible: 'The conditions for this are not met at present.',
  file_refused: 'We do not accept this file. Images, PDF, emails and text files are allowed.',
  file_too_large: 'The file is too large. Please split it or choose a smaller one.',
  quota_exceeded: 'The permitted amount has been reached. The office can help you.',
  key_missing: 'This content is sealed and you do not have the key. A confirmed person of your company can release it.',
  sealed_box_refused: 'This content cannot be opened. It was changed or belongs to something else. Please call us.',
  temporarily_unavailable: 'This is not possible right now. Please try again in a minute.',
} as const satisfies Shape<typeof german>;

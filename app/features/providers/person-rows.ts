/** Rows of persons in the form of V7. */
export const personRows = [1, 2, 3, 4] as const;

export const qualifications = ['first_responder', 'practitioner', 'expert', 'expert_equal'] as const;

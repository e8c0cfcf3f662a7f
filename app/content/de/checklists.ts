export const checklists = {} as const;

/**
 * How a hand-over ends. `done`, `hand_back`: by who has the topic. `withdraw`: by any colleague; it ends the link of an outsider
 * too. `looked_at`: the answers of an outsider are dealt with.
 */
export const settlements = ['done', 'hand_back', 'withdraw', 'looked_at'] as const;
export type Settlement = (typeof settlements)[number];

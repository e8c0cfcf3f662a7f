import { questionsLeft, walk } from '#app/domain/checklist/decision-tree.ts';
import type { DecisionTree, GivenAnswers, Walk } from '#app/domain/checklist/decision-tree.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { ChecklistDeps } from '../ports.ts';

export type DecisionWalk = {
  readonly tree: DecisionTree;
  readonly walk: Walk;
  /** Questions still to come at most, the one shown included. */
  readonly questionsLeft: number;
  readonly at: Date;
};

/** Follows a tree as far as the answers lead. Open to everybody; keeps nothing. */
export function walkDecisionTree(deps: Pick<ChecklistDeps, 'library' | 'clock'>) {
  return function (treeId: string, given: GivenAnswers): Result<DecisionWalk> {
    const tree = deps.library.decisionTrees.find((each) => each.treeId === treeId);
    if (tree === undefined) return err('not_found');
    const walked = walk(tree, given);
    return ok({ tree, walk: walked, questionsLeft: questionsLeft(tree, walked.steps), at: deps.clock.now() });
  };
}

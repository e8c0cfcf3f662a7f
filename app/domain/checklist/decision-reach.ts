import { branchTaken } from './decision-tree.ts';
import type { Branch, DecisionTree, Step } from './decision-tree.ts';

/** Everything that somebody can come across in a tree. */
export type DecisionReach = {
  /** Ids of questions and outcomes that some way leads to. */
  readonly reached: ReadonlySet<string>;
  readonly branches: ReadonlySet<Branch>;
  /** Questions from which a way leads back to one that was asked before. */
  readonly circles: ReadonlySet<string>;
  /** Number of different ways to an outcome. */
  readonly ways: number;
};

/** Walks every way through a tree whose branches all lead to something that exists. */
export function reachOf(tree: DecisionTree): DecisionReach {
  const questions = new Map(tree.questions.map((question) => [question.id, question]));
  const reached = new Set<string>();
  const branches = new Set<Branch>();
  const circles = new Set<string>();
  let ways = 0;
  function follow(id: string, steps: readonly Step[]): void {
    reached.add(id);
    const question = questions.get(id);
    if (question === undefined) {
      ways += 1;
      return;
    }
    for (const answer of question.answers) {
      const further = [...steps, { question, answer }];
      const branch = branchTaken(answer, further);
      branches.add(branch);
      if (further.some((step) => step.question.id === branch.go)) circles.add(id);
      else follow(branch.go, further);
    }
  }
  const [first] = tree.questions;
  if (first !== undefined) follow(first.id, []);
  return { reached, branches, circles, ways };
}

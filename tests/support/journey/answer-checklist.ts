import { getMessages } from '#app/content/messages.ts';
import type { Visitor } from '#tests/support/browser.ts';
import { follow, press } from './traveller.ts';

const { checklists, results, labels, common } = getMessages('de');

/** Answers in turn, so that every outcome stands in the result. */
const turns = [labels.answers.yes, labels.answers.no, labels.answers.yes, labels.answers.partly, labels.answers.unknown, labels.answers.yes, labels.answers.not_applicable];

export const plantedReason = 'Planted-Begruendung-Haselhuhn';

/** Starts the checklist, answers at most `limit` questions, closes it; ends on the result. Returns how many were answered. */
export async function workThroughChecklist(visitor: Visitor, limit: number): Promise<number> {
  const { page } = visitor;
  await visitor.visit('/betrieb/pruefungen');
  await page.getByRole('region', { name: /^Grundprüfung/ }).getByRole('button', { name: checklists.browse.start }).click();
  await page.waitForURL(/\/betrieb\/pruefungen\/[^/]+(\/frage\/.+)?$/);
  await visitor.check();
  if (!page.url().includes('/frage/')) await follow(visitor, checklists.run.begin, '**/frage/**');
  let answered = 0;
  while (page.url().includes('/frage/') && answered < limit) {
    const before = page.url();
    await answerQuestion(visitor, turns[answered % turns.length] ?? labels.answers.yes);
    await page.getByRole('button', { name: common.action.next, exact: true }).click();
    await page.waitForURL((url) => url.href !== before);
    await visitor.check();
    answered += 1;
  }
  if (page.url().includes('/frage/')) {
    await follow(visitor, checklists.question.overview, /\/betrieb\/pruefungen\/[^/]+$/);
    await follow(visitor, checklists.run.showOpen, '**/offen');
    await follow(visitor, checklists.run.toClose, '**/abschliessen');
  } else if (!page.url().endsWith('/abschliessen')) {
    await follow(visitor, checklists.run.toClose, '**/abschliessen');
  }
  await page.getByRole('checkbox', { name: results.close.confirm }).check();
  await press(visitor, checklists.close.submit, '**/ergebnis');
  return answered;
}

/** The answer of this name, or the first that is offered; every part of a question in parts. */
async function answerQuestion({ page }: Visitor, wanted: string): Promise<void> {
  const main = page.getByRole('main');
  const parts = await main.locator('.segment').all();
  for (const [index, part] of parts.entries()) {
    const choices = part.getByRole('radio');
    await choices.nth(index % (await choices.count())).check();
  }
  if (parts.length > 0) return;
  const choice = main.getByRole('radio', { name: wanted });
  await ((await choice.count()) > 0 ? choice.first() : main.getByRole('radio').first()).check();
  const reason = page.getByLabel(checklists.question.reason);
  if (wanted === labels.answers.not_applicable && (await reason.count()) > 0) await reason.fill(plantedReason);
  const basis = page.getByLabel(checklists.question.basis);
  if ((await basis.count()) > 0) await basis.selectOption({ label: labels.answerBases.checked });
}

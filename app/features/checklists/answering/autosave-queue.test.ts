import { expect, test } from 'vitest';
import { createAutosave } from './autosave-queue.ts';
import type { AutosaveState } from './autosave-queue.ts';
import type { Autosaved } from './autosaved-view.ts';

const saved = (revision: number): Autosaved => ({ state: 'saved', at: '2026-11-23T13:05:00Z', by: 'Erika', revision });

/** A form whose answers come when the test says so. */
function aForm() {
  const states: AutosaveState['state'][] = [];
  const sent: { answer(outcome: Autosaved | null): void; fail(): void }[] = [];
  let waiting: { run: () => void; milliseconds: number } | null = null;
  const saving = createAutosave({
    send: () => new Promise((resolve, reject) => sent.push({ answer: resolve, fail: () => reject(new Error('no line')) })),
    report: ({ state }) => states.push(state),
    later: (run, milliseconds) => {
      waiting = { run, milliseconds };
      return () => (waiting = null);
    },
  });
  const pass = () => {
    const now = waiting;
    waiting = null;
    now?.run();
  };
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { saving, states, sent, pass, settled, waitsFor: () => waiting?.milliseconds ?? null };
}

test('what changes is sent after the pause, once, and only then called saved', async () => {
  const form = aForm();
  form.saving.changed(1500);
  form.saving.changed(1500);
  expect(form.sent).toHaveLength(0);
  form.pass();
  expect(form.states).toEqual(['saving']);
  form.sent[0]?.answer(saved(1));
  await form.settled();
  expect(form.states).toEqual(['saving', 'saved']);
  expect(form.sent).toHaveLength(1);
});

test('what changes while a request is on its way goes into the next, and nothing is called saved before', async () => {
  const form = aForm();
  form.saving.changed(0);
  form.pass();
  form.saving.changed(0);
  form.pass();
  expect(form.sent).toHaveLength(1);
  form.sent[0]?.answer(saved(1));
  await form.settled();
  expect(form.states).toEqual(['saving']);
  form.sent[1]?.answer(saved(2));
  await form.settled();
  expect(form.states.at(-1)).toBe('saved');
});

test('what is being typed while the last answer arrives is not called saved', async () => {
  const form = aForm();
  form.saving.changed(0);
  form.pass();
  form.saving.changed(1500);
  form.sent[0]?.answer(saved(1));
  await form.settled();
  expect(form.states).toEqual(['saving']);
  form.pass();
  form.sent[1]?.answer(saved(2));
  await form.settled();
  expect(form.states).toEqual(['saving', 'saved']);
  form.saving.changed(1500);
  expect(form.states.at(-1)).toBe('saving');
});

test('without a connection it says so and tries again', async () => {
  const form = aForm();
  form.saving.changed(0);
  form.pass();
  form.sent[0]?.fail();
  await form.settled();
  expect(form.states.at(-1)).toBe('offline');
  expect(form.waitsFor()).toBe(10_000);
  form.pass();
  form.sent[1]?.answer(saved(1));
  await form.settled();
  expect(form.states.at(-1)).toBe('saved');
});

test.each<Autosaved>([{ state: 'conflict', by: 'Kurt', at: null, answer: 'Nein' }, { state: 'closed' }, { state: 'session' }])('after $state nothing is sent by itself any more', async (outcome) => {
  const form = aForm();
  form.saving.changed(0);
  form.pass();
  form.sent[0]?.answer(outcome);
  await form.settled();
  expect(form.states.at(-1)).toBe(outcome.state);
  form.saving.changed(0);
  form.pass();
  expect(form.sent).toHaveLength(1);
});

test('an answer that means nothing is not called saved', async () => {
  const form = aForm();
  form.saving.changed(0);
  form.pass();
  form.sent[0]?.answer(null);
  await form.settled();
  expect(form.states.at(-1)).toBe('failed');
});

test("the form's own post waits for the answer on its way and calls off what is not sent yet", async () => {
  const form = aForm();
  form.saving.changed(0);
  form.pass();
  expect(form.saving.isBusy()).toBe(true);
  let isSettled = false;
  void form.saving.settle().then(() => (isSettled = true));
  await form.settled();
  expect(isSettled).toBe(false);
  form.sent[0]?.answer(saved(1));
  await form.settled();
  expect(isSettled).toBe(true);
  expect(form.saving.isBusy()).toBe(false);
});

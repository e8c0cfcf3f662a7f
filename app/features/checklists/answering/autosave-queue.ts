import type { Autosaved } from './autosaved-view.ts';

/** What the status line says. `failed`: the server answered with something else than was agreed. */
export type AutosaveState = Autosaved | { readonly state: 'idle' } | { readonly state: 'saving' } | { readonly state: 'offline' } | { readonly state: 'failed' };

type Parts = {
  /** Sends what stands in the form now. Rejects without a connection; null for an answer that means nothing. */
  send(): Promise<Autosaved | null>;
  report(state: AutosaveState): void;
  /** Runs once after so many milliseconds; the result calls it off. */
  later(run: () => void, milliseconds: number): () => void;
};

const retryAfter = 10_000;

/**
 * Saves one form in the background: one request at a time, what changes meanwhile goes into the next, without a connection it
 * tries again. Says „saved“ only of what the server has confirmed and nothing has changed since.
 */
export function createAutosave({ send, report, later }: Parts) {
  let running: Promise<void> | null = null;
  /** Something has changed that no request carries yet. */
  let changedSince = false;
  let sendAgain = false;
  let shown: AutosaveState['state'] = 'idle';
  let callOff: (() => void) | null = null;
  let ended = false;

  function schedule(milliseconds: number): void {
    callOff?.();
    callOff = later(start, milliseconds);
  }

  function start(): void {
    callOff?.();
    callOff = null;
    if (ended) return;
    if (running !== null) {
      sendAgain = true;
      return;
    }
    running = run().finally(() => {
      running = null;
      if (sendAgain) start();
    });
  }

  async function run(): Promise<void> {
    changedSince = false;
    sendAgain = false;
    showSaving();
    let state: AutosaveState;
    try {
      state = (await send()) ?? { state: 'failed' };
    } catch {
      state = { state: 'offline' };
    }
    if (state.state === 'offline' && !ended && !changedSince) schedule(retryAfter);
    // A decision about two answers is for a person: nothing is tried again by itself.
    if (state.state === 'conflict' || state.state === 'closed' || state.state === 'session') end();
    if (!changedSince || ended) show(state);
  }

  function show(state: AutosaveState): void {
    shown = state.state;
    report(state);
  }

  function showSaving(): void {
    if (shown !== 'saving') show({ state: 'saving' });
  }

  function end(): void {
    ended = true;
    changedSince = false;
    sendAgain = false;
    callOff?.();
    callOff = null;
  }

  return {
    /** Something changed; it is sent after this pause. From now on nothing is called saved. */
    changed(milliseconds: number): void {
      if (ended) return;
      changedSince = true;
      schedule(milliseconds);
      showSaving();
    },
    /** Sends at once what is waiting, because the page is being left. */
    flush(): void {
      if (callOff !== null) start();
    },
    /** True while a request is on its way. */
    isBusy: () => running !== null,
    /** Nothing more is started; resolves when the request on its way has been answered. */
    async settle(): Promise<void> {
      end();
      await running;
    },
  };
}

export type Autosave = ReturnType<typeof createAutosave>;

import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { createAutosave } from './autosave-queue.ts';
import type { AutosaveState } from './autosave-queue.ts';
import type { Autosaved } from './autosaved-view.ts';

/** Which fields: all whose name begins with `prefix`, in the nearest element around the status line that has `data-autosave`. */
type Target = { readonly address: string; readonly prefix: string };

const typingPause = 1_500;
const unsaved: ReadonlySet<AutosaveState['state']> = new Set(['offline', 'failed', 'session']);

/** Saves the fields around the status line whenever they change. Nothing happens without script; the form's button always works. */
export function useAutosave(line: RefObject<HTMLElement>, { address, prefix }: Target, onSaved?: (saved: Extract<Autosaved, { state: 'saved' }>) => void): AutosaveState {
  const [state, setState] = useState<AutosaveState>({ state: 'idle' });
  useEffect(() => {
    const scope = line.current?.closest<HTMLElement>('[data-autosave]');
    const form = line.current?.closest('form');
    if (!scope || !form) return;
    let shown: AutosaveState = { state: 'idle' };
    let isSubmitting = false;
    let revision: string | null = null;
    const saving = createAutosave({
      send: async () => {
        const answer = await post(address, fieldsOf(form, prefix));
        if (answer !== null && 'revision' in answer) revision = String(answer.revision);
        if (answer?.state === 'saved') onSaved?.(answer);
        return answer;
      },
      report: (next) => {
        shown = next;
        setState(next);
      },
      later: (run, milliseconds) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
    });
    const changed = (event: Event) => saving.changed(event.type === 'input' && event.target instanceof HTMLTextAreaElement ? typingPause : 0);
    const online = () => {
      if (shown.state === 'offline') saving.changed(0);
    };
    // Whatever leaves the form carries the revision of what was saved last, and is compared with nothing older.
    const outgoing = (event: FormDataEvent) => {
      if (revision === null) return;
      event.formData.set(`${prefix}revision`, revision);
      event.formData.delete(`${prefix}seen`);
    };
    // The form's own post must not meet the answer that is on its way: it waits for it, then carries the new revision.
    const submitted = (event: SubmitEvent) => {
      if (event.defaultPrevented) return;
      const isBusy = saving.isBusy();
      const settled = saving.settle();
      isSubmitting = true;
      if (!isBusy) return;
      event.preventDefault();
      void settled.then(() => form.requestSubmit(event.submitter));
    };
    const leaving = (event: BeforeUnloadEvent) => {
      if (!isSubmitting && unsaved.has(shown.state)) event.preventDefault();
    };
    const left = () => saving.flush();
    scope.addEventListener('input', changed);
    scope.addEventListener('change', changed);
    form.addEventListener('formdata', outgoing);
    form.addEventListener('submit', submitted);
    window.addEventListener('online', online);
    window.addEventListener('beforeunload', leaving);
    window.addEventListener('pagehide', left);
    return () => {
      scope.removeEventListener('input', changed);
      scope.removeEventListener('change', changed);
      form.removeEventListener('formdata', outgoing);
      form.removeEventListener('submit', submitted);
      window.removeEventListener('online', online);
      window.removeEventListener('beforeunload', leaving);
      window.removeEventListener('pagehide', left);
      void saving.settle();
    };
    // The page is made anew for every question: what it listens to never changes.
  }, []);
  return state;
}

function fieldsOf(form: HTMLFormElement, prefix: string): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string') continue;
    if (name === 'formToken') fields.append(name, value);
    else if (name.startsWith(prefix)) fields.append(name.slice(prefix.length), value);
  }
  return fields;
}

/** Null for an answer that is not ours. `keepalive` lets it arrive although the page has gone. */
async function post(address: string, body: URLSearchParams): Promise<Autosaved | null> {
  const response = await fetch(address, { method: 'POST', body, keepalive: true, redirect: 'manual' });
  const isOurs = response.headers.get('content-type')?.includes('json') === true;
  const answer = isOurs ? ((await response.json()) as Partial<Autosaved>) : null;
  return typeof answer?.state === 'string' ? (answer as Autosaved) : null;
}

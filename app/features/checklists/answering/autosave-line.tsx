import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useFormat, useText } from '#app/content/use-text.tsx';
import type { AutosaveState } from './autosave-queue.ts';
import type { Autosaved } from './autosaved-view.ts';
import { useAutosave } from './use-autosave.ts';

type Props = {
  /** Where one answer is saved. */
  address: string;
  /** What stands before the names of the question's fields. */
  prefix: string;
  onSaved?: (saved: Extract<Autosaved, { state: 'saved' }>) => void;
  /** What is stored, as the page was sent; shown until something changes. */
  children?: ReactNode;
};

const calm: ReadonlySet<AutosaveState['state']> = new Set(['idle', 'saving', 'saved', 'kept', 'incomplete']);

/** Says what is saved, truthfully, and only to those whose browser saves while they answer. */
export function AutosaveLine({ address, prefix, onSaved, children }: Props) {
  const line = useRef<HTMLParagraphElement>(null);
  const state = useAutosave(line, { address, prefix }, onSaved);
  const isBad = !calm.has(state.state);
  return (
    <p ref={line} role="status" className={isBad ? 't-2 field__error' : 'muted t-2'}>
      {state.state === 'idle' ? children : <Words state={state} />}
    </p>
  );
}

function Words({ state }: { state: AutosaveState }) {
  const t = useText('checklists');
  const format = useFormat();
  switch (state.state) {
    case 'idle':
      return null;
    case 'saved':
      return <>{t('autosave.saved', { time: format.time(state.at) })}</>;
    case 'kept':
      return <>{t(state.isAnswered ? 'autosave.keptBeside' : 'autosave.kept', { time: format.time(state.at), missing: state.missing.join(' ') })}</>;
    case 'incomplete':
      return <>{t('autosave.incomplete', { missing: state.missing.join(' ') })}</>;
    case 'conflict':
      return <Quarrel {...state} />;
    case 'saving':
    case 'offline':
    case 'session':
    case 'closed':
    case 'failed':
      return <>{t(`autosave.${state.state}`)}</>;
  }
}

function Quarrel({ by, at, answer }: Extract<AutosaveState, { state: 'conflict' }>) {
  const t = useText('checklists');
  const format = useFormat();
  if (answer === null) return <>{by && at ? t('autosave.conflictTyped', { name: by, time: format.time(at) }) : t('autosave.conflictTypedSince')}</>;
  return <>{by && at ? t('autosave.conflict', { name: by, time: format.time(at), answer }) : t('autosave.conflictSince', { answer })}</>;
}

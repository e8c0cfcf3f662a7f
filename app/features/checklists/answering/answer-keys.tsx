import { useRef } from 'react';
import { useText } from '#app/content/use-text.tsx';
import { useAnswerKeys } from './use-answer-keys.ts';

/** Says which keys answer; shown where there is a mouse, and so most likely a keyboard. */
export function AnswerKeys({ count }: { count: number }) {
  const t = useText('checklists');
  const line = useRef<HTMLParagraphElement>(null);
  useAnswerKeys(line);
  return (
    <p ref={line} className="muted t-2 keys-hint no-print">
      {t('question.keys', { count })}
    </p>
  );
}

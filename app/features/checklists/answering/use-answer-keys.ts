import { useEffect } from 'react';
import type { RefObject } from 'react';

const cameByKeyboard = 'geleucht-tastatur';

/**
 * For those who answer without a mouse: a digit chooses the answer of that place, as long as one of the answers has the focus
 * (single keys must do nothing elsewhere), and after a page sent with the keyboard the next one begins at its answers.
 */
export function useAnswerKeys(inside: RefObject<HTMLElement>): void {
  useEffect(() => {
    const form = inside.current?.closest('form');
    if (!form) return;
    const answers = () => [...form.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
    let lastKey = '';
    const pressed = (event: KeyboardEvent) => {
      lastKey = event.key;
      const { target } = event;
      if (!(target instanceof HTMLInputElement) || target.type !== 'radio' || event.ctrlKey || event.metaKey || event.altKey) return;
      const group = answers().filter((each) => each.name === target.name);
      const wanted = /^[1-9]$/.test(event.key) ? group[Number(event.key) - 1] : undefined;
      if (!wanted) return;
      event.preventDefault();
      wanted.focus();
      wanted.click();
    };
    const clicked = () => (lastKey = '');
    const sent = () => {
      if (lastKey === 'Enter' || lastKey === ' ') sessionStorage.setItem(cameByKeyboard, '1');
    };
    if (sessionStorage.getItem(cameByKeyboard) !== null) {
      sessionStorage.removeItem(cameByKeyboard);
      const all = answers();
      // After a refusal the summary of errors comes first.
      if (document.querySelector('[role="alert"]') === null) (all.find((each) => each.checked) ?? all[0])?.focus({ preventScroll: true });
    }
    form.addEventListener('keydown', pressed);
    form.addEventListener('pointerdown', clicked);
    form.addEventListener('submit', sent);
    return () => {
      form.removeEventListener('keydown', pressed);
      form.removeEventListener('pointerdown', clicked);
      form.removeEventListener('submit', sent);
    };
  }, [inside]);
}

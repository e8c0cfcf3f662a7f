import { useEffect } from 'react';
import type { RefObject } from 'react';

/**
 * Gives the element the focus when its page begins, unless somebody has moved on already. `autofocus` does that without script, but
 * not in an address with a fragment, and whoever came by the skip link has one.
 */
export function useFirstFocus(element: RefObject<HTMLElement>): void {
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body || activeElement.tagName === 'MAIN') element.current?.focus();
  }, [element]);
}

import { useEffect } from 'react';

/**
 * A click beside everything takes the focus from nothing: it goes back to where it was, so that the key which a button
 * names still presses it. Text that was selected by the mouse stays selected.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: HTMLElement | null = null;
    const onFocus = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && target.tagName !== 'MAIN') last = target;
    };
    const onClick = (): void => {
      const at = document.activeElement;
      const isNowhere = at === null || at === document.body || at.tagName === 'MAIN';
      const hasSelected = document.getSelection()?.isCollapsed === false;
      if (isNowhere && !hasSelected && last?.isConnected === true) last.focus();
    };
    document.addEventListener('focusin', onFocus);
    document.addEventListener('click', onClick);
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('click', onClick);
    };
  }, []);
}

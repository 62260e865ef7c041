import { useEffect, useRef } from 'react';

/**
 * The keys of a dialog with numbered choices, from the moment it opens: a fast hand presses the number
 * before the focus has arrived. Enter confirms, except on a button, which has an Enter of its own.
 */
export function useDialogKeys(isOpen: boolean, choose: (index: number) => void, confirm: () => void): void {
  const latest = useRef({ choose, confirm });
  latest.current = { choose, confirm };
  useEffect(() => {
    if (!isOpen) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      // Two switches have acted on it already.
      if (event.defaultPrevented) return;
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      const onButton = event.target instanceof Element && event.target.closest('button') !== null;
      if (/^[1-9]$/.test(event.key)) latest.current.choose(Number(event.key) - 1);
      else if (event.key === 'Enter' && !onButton) latest.current.confirm();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [isOpen]);
}

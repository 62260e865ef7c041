import { type RefObject, useEffect } from 'react';
import { pageKeyWatch } from './key-watch.ts';

/**
 * Lets no scanner's Enter, and none that is held, submit the form of a button whose act can't be undone. From a field of the
 * form the browser presses the button itself: no key comes to the button.
 */
export function useSubmitByHand(button: RefObject<HTMLButtonElement | null>, guarded: boolean): void {
  useEffect(() => {
    const form = guarded ? (button.current?.form ?? null) : null;
    if (form === null) return undefined;
    const watch = pageKeyWatch();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && (event.repeat || watch.endsBurst(event))) event.preventDefault();
    };
    form.addEventListener('keydown', onKeyDown, { capture: true });
    return () => form.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [button, guarded]);
}

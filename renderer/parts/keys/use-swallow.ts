import { type RefObject, useEffect } from 'react';

/**
 * Takes one key away from a button. The button of the next step stands under the same finger as that of the
 * last one, so a key pressed once too often must not press it.
 */
export function useSwallow(button: RefObject<HTMLElement | null>, key: string): void {
  useEffect(() => {
    const element = button.current;
    if (element === null) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== key) return;
      event.preventDefault();
      event.stopPropagation();
    };
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  });
}

import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { moveOnKeys } from './move-on-keys.ts';

function keysIn(keyboard: HTMLElement): readonly HTMLElement[] {
  return [...keyboard.querySelectorAll<HTMLElement>('[data-key]')];
}

/** One stop for Tab, from which the arrow keys move, and Escape goes back to the field. */
export interface KeysOfKeyboard {
  /** Which key the stop is at; null: at the first. */
  readonly stop: string | null;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
}

export function useKeysOfKeyboard(
  keyboard: RefObject<HTMLElement | null>,
  field: HTMLInputElement | null,
): KeysOfKeyboard {
  const [stop, setStop] = useState<string | null>(null);
  const hasFocus = useRef(false);
  // The key that was pressed may be gone with its page, and the focus with it.
  useLayoutEffect(() => {
    const element = keyboard.current;
    if (element === null || !hasFocus.current || element.contains(document.activeElement)) return;
    keysIn(element)[0]?.focus();
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      field?.focus();
      return;
    }
    const keys = keysIn(event.currentTarget);
    const at = document.activeElement instanceof HTMLElement ? keys.indexOf(document.activeElement) : -1;
    const to = moveOnKeys(
      keys.map((key) => key.getBoundingClientRect()),
      at,
      event.key,
    );
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    keys[to]?.focus();
  };
  return {
    stop,
    onKeyDown,
    onFocus: ({ target }) => {
      hasFocus.current = true;
      if (target instanceof HTMLElement && target.dataset.key !== undefined) setStop(target.dataset.key);
    },
    onBlur: ({ relatedTarget, currentTarget }) => {
      hasFocus.current = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
    },
  };
}

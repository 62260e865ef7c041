import { type RefObject, useEffect } from 'react';

/**
 * A character typed while no field has the focus goes into this field: the focus moves on the way down, so
 * that already the first character lands there. Without it a scanned card would press what has the focus. What is typed in a
 * dialog that lies over the field is the dialog's.
 */
export function useTypeInto(field: RefObject<HTMLInputElement | null>, enabled = true): void {
  useEffect(() => {
    if (!enabled) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      const isCharacter = [...event.key].length === 1 && event.key !== ' ';
      if (!isCharacter || event.ctrlKey || event.altKey || event.metaKey) return;
      const at = event.target;
      const dialog = at instanceof Element ? at.closest('[role="dialog"]') : null;
      if (dialog?.contains(field.current) === false) return;
      const inTextField = at instanceof HTMLInputElement && at.type !== 'radio';
      if (!inTextField) field.current?.focus();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [field, enabled]);
}

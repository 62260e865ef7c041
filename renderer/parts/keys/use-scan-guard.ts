import { useEffect } from 'react';
import { createScanWatch } from './scan-watch.ts';

/** A field that is for the numbers of cards. */
export const CARD_NUMBER_FIELD = { 'data-card-number': true } as const;

const TEXT_FIELDS = 'input:is([type="text"], [type="password"]):not([data-card-number])';

/** Writes a field as typing does, so that whoever keeps its text hears of it. */
function write(field: HTMLInputElement, text: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * Keeps cards that are scanned at the wrong moment out of names and passphrases: every text field gets back what stood in
 * it before the burst, and the scanner's Enter or Tab acts nowhere.
 */
export function useScanGuard(): void {
  useEffect(() => {
    const watch = createScanWatch();
    let before: readonly (readonly [HTMLInputElement, string])[] = [];
    let at: Element | null = null;
    const onKeyDown = (event: KeyboardEvent): void => {
      const press = watch.press(event.key, event.timeStamp);
      if (press === 'begins') {
        const fields = document.querySelectorAll<HTMLInputElement>(TEXT_FIELDS);
        before = [...fields].map((field) => [field, field.value] as const);
        at = document.activeElement;
      }
      if (press !== 'card' || at === null || !at.matches(TEXT_FIELDS)) return;
      event.preventDefault();
      event.stopPropagation();
      for (const [field, text] of before) if (field.isConnected && field.value !== text) write(field, text);
      // A date hands the focus on when it is full.
      if (at instanceof HTMLElement) at.focus();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

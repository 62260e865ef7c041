import { useEffect } from 'react';
import { tellScan } from './scan-news.ts';
import { createScanWatch } from './scan-watch.ts';

/** A field that is for the numbers of cards. */
export const CARD_NUMBER_FIELD = { 'data-card-number': true } as const;

/** Letters choose in a list as well: the browser looks for a choice that begins so. */
type Field = HTMLInputElement | HTMLSelectElement;
const FIELDS = 'select, input:is([type="text"], [type="password"]):not([data-card-number])';

/** Writes a field as typing does, so that whoever keeps what it has hears of it. */
function write(field: Field, value: string): void {
  const [{ prototype }, heard] =
    field instanceof HTMLSelectElement ? [HTMLSelectElement, 'change'] : [HTMLInputElement, 'input'];
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event(heard, { bubbles: true }));
}

/**
 * What stood in the fields is not kept in this page for longer than a burst can last: a tenth of a second, and seconds where the
 * machine stands still in its middle. The keys then come as one burst, by their times, but behind this timer.
 */
const FORGET_MILLISECONDS = 5_000;

/**
 * Lets a scanned card be nothing but a card: the scanner's Enter or Tab acts nowhere, and where no card is asked for every
 * text field and every list gets back what it had before the burst, and whoever scanned is told.
 */
export function useScanGuard(): void {
  useEffect(() => {
    const watch = createScanWatch();
    let before: readonly (readonly [Field, string])[] = [];
    let began: Element | null = null;
    let timer: number | undefined;
    const forget = (): void => {
      before = [];
      began = null;
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      // One in thirty codes of recovery ends as the number of a card does, and fast hands are no scanner.
      if (document.activeElement?.closest('[data-never-scanned]')) return;
      const press = watch.press(event.key, event.timeStamp);
      window.clearTimeout(timer);
      timer = window.setTimeout(forget, FORGET_MILLISECONDS);
      if (press === 'begins') {
        const fields = document.querySelectorAll<Field>(FIELDS);
        before = [...fields].map((field) => [field, field.value] as const);
        began = document.activeElement;
      }
      if (press !== 'card') return;
      const isAskedFor = document.activeElement?.matches('[data-card-number]') === true;
      if (isAskedFor && [...event.key].length === 1) return;
      event.preventDefault();
      event.stopPropagation();
      if (isAskedFor) return;
      const changed = before.filter(([field, value]) => field.isConnected && field.value !== value);
      for (const [field, value] of changed) write(field, value);
      if (changed.length > 0) tellScan(event.timeStamp);
      // A date hands the focus on when it is full.
      if (began instanceof HTMLElement && began.matches(FIELDS)) began.focus();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, []);
}

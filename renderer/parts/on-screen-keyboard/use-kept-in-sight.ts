import { type RefObject, useEffect } from 'react';

/** Keeps a field and its label in what a keyboard leaves of the screen, also when the keyboard grows. */
export function useKeptInSight(
  field: HTMLInputElement | null,
  keyboard: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const element = keyboard.current;
    if (element === null || field === null) return undefined;
    const observer = new ResizeObserver(() => {
      field.labels?.[0]?.scrollIntoView({ block: 'nearest' });
      field.scrollIntoView({ block: 'nearest' });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [field, keyboard]);
}

import { useEffect, useRef, useState } from 'react';
import { firstTakingLetters, takesLetters } from '../parts/text-field/insert-text.ts';

/** Which field the table of letters is open for. */
export interface LetterField {
  /** Null: it is closed. */
  readonly field: HTMLInputElement | null;
  open(): void;
  close(): void;
}

/**
 * The field that a letter goes into: the one that has the focus, or had it last, or else the first. While it is not
 * `allowed` the table does not open.
 */
export function useLetterField(allowed: boolean): LetterField {
  const [field, setField] = useState<HTMLInputElement | null>(null);
  const last = useRef<HTMLInputElement | null>(null);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      if (takesLetters(target)) last.current = target;
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);
  return {
    field,
    open() {
      if (allowed) setField(last.current?.isConnected === true ? last.current : firstTakingLetters());
    },
    close: () => setField(null),
  };
}

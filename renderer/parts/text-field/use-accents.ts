import { type KeyboardEvent, useState } from 'react';
import { type AccentOffer, accentStep } from './accents.ts';
import { replaceLetterBeforeCursor } from './insert-text.ts';

/** Holding a letter key offers its accented forms; a number key puts one in the letter's place. */
export interface Accents {
  /** Whose forms are offered. */
  readonly offered: AccentOffer | null;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly close: () => void;
}

/** The accents of one text field. */
export function useAccents(): Accents {
  const [offered, setOffered] = useState<AccentOffer | null>(null);
  const close = (): void => setOffered(null);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const withModifier = event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing;
    const step = accentStep(offered, { key: event.key, repeat: event.repeat, withModifier });
    if (step.kind === 'pass') return;
    if (step.kind !== 'close-and-pass') {
      event.preventDefault();
      event.stopPropagation();
    }
    if (step.kind === 'offer') setOffered(step.offer);
    else if (step.kind !== 'swallow') close();
    if (step.kind === 'choose') replaceLetterBeforeCursor(event.currentTarget, step.form);
  };
  return { offered, onKeyDown, close };
}

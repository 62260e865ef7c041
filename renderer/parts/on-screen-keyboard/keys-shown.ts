import { heldForms, type KeyboardLayout } from '../../../shared/residents/keyboard-layouts/layout.ts';
import { signs } from '../../../shared/residents/keyboard-layouts/signs.ts';
import { accentsOf } from '../text-field/accents.ts';
import { isShifted, type KeyboardState } from './keyboard-state.ts';

/** A key that types. */
export interface ShownKey {
  readonly text: string;
  /** What it offers when it is held. */
  readonly accents: readonly string[];
}

/** The accents of the language first, then those of all other names that are written in Latin letters. */
function accentsOn(layout: KeyboardLayout, text: string): readonly string[] {
  return [...new Set([...heldForms(layout, text), ...accentsOf(text)])];
}

/** So many choices beside each other, as letters are. */
const CHOICES_IN_A_ROW = 10;

function inRows(choices: readonly ShownKey[]): readonly (readonly ShownKey[])[] {
  const count = Math.ceil(choices.length / CHOICES_IN_A_ROW);
  return Array.from({ length: count }, (_, row) =>
    choices.slice(row * CHOICES_IN_A_ROW, (row + 1) * CHOICES_IN_A_ROW),
  );
}

/** The keys that type, in their rows. Among the accents of a letter is the letter itself. */
export function keysShown(
  layout: KeyboardLayout,
  { page, shift }: KeyboardState,
  offersCapital: boolean,
): readonly (readonly ShownKey[])[] {
  switch (page.kind) {
    case 'accents':
      return inRows([page.of, ...accentsOn(layout, page.of)].map((text) => ({ text, accents: [] })));
    case 'signs':
      return signs.rows.map((row) => row.map(({ plain }) => ({ text: plain, accents: [] })));
    case 'letters': {
      const shifted = isShifted(shift, offersCapital);
      return layout.rows.map((row) =>
        row.map((key) => {
          const text = shifted ? (key.shifted ?? key.plain) : key.plain;
          return { text, accents: accentsOn(layout, text) };
        }),
      );
    }
  }
}

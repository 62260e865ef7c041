import type { KeyboardLayout } from '../../../shared/residents/keyboard-layouts/layout.ts';
import type { KeyboardKeyName } from '../../wording/resident/keyboard.ts';
import { isShifted, type KeyboardState } from './keyboard-state.ts';

/** A key of the last row, by what it does. */
export interface WordKey {
  readonly action: 'shift' | 'accents' | 'signs' | 'back' | 'script' | 'space' | 'delete';
  /** What is written on it; `own-letters`: the script that it changes to. */
  readonly says: KeyboardKeyName | 'own-letters';
  /** It stays down; null: it is none that does. */
  readonly isDown: boolean | null;
}

/** What a keyboard looks like at the moment. */
export interface KeyboardAtHand {
  readonly state: KeyboardState;
  readonly layout: KeyboardLayout;
  readonly isNumeric: boolean;
  readonly hasOwnScript: boolean;
  readonly offersCapital: boolean;
}

const SPACE: WordKey = { action: 'space', says: 'space', isDown: null };
const DELETE: WordKey = { action: 'delete', says: 'delete', isDown: null };
const DELETE_DIGIT: WordKey = { action: 'delete', says: 'delete-digit', isDown: null };
const BACK: WordKey = { action: 'back', says: 'letters', isDown: null };

function shiftKey({ state, layout, offersCapital }: KeyboardAtHand): readonly WordKey[] {
  if (layout.shift === null) return [];
  const isDown = isShifted(state.shift, offersCapital);
  if (layout.shift === 'more-letters') return [{ action: 'shift', says: 'more-letters', isDown }];
  return [{ action: 'shift', says: state.shift === 'locked' ? 'all-capitals' : 'capitals', isDown }];
}

/** The last row: what else can be done than typing a letter. */
export function wordKeys(at: KeyboardAtHand): readonly WordKey[] {
  const { state, isNumeric, hasOwnScript } = at;
  if (isNumeric) return [DELETE_DIGIT];
  switch (state.page.kind) {
    case 'accents':
      return [BACK, DELETE];
    case 'signs':
      return [BACK, SPACE, DELETE];
    case 'letters':
      return [
        ...shiftKey(at),
        { action: 'accents', says: 'accents', isDown: state.picksAccents },
        { action: 'signs', says: 'digits', isDown: null },
        ...(hasOwnScript
          ? [
              {
                action: 'script',
                says: state.script === 'latin' ? 'own-letters' : 'latin-letters',
                isDown: null,
              } as const,
            ]
          : []),
        SPACE,
        DELETE,
      ];
  }
}

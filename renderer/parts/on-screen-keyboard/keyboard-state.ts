/** What the letters' place shows. `accents`: what one key offers. */
export type KeyboardPage =
  | { readonly kind: 'letters' }
  | { readonly kind: 'signs' }
  | { readonly kind: 'accents'; readonly of: string };

/**
 * The shift key. `offered`: the beginning of a name is offered in capitals, all else is not; `declined`: not that either;
 * `once`: the next letter; `locked`: until it is pressed again.
 */
export type Shift = 'offered' | 'declined' | 'once' | 'locked';

/** What a keyboard remembers between two presses: never a letter that was typed. */
export interface KeyboardState {
  readonly script: 'latin' | 'own';
  readonly page: KeyboardPage;
  readonly shift: Shift;
  /** The next key that has accents shows them. */
  readonly picksAccents: boolean;
}

const LETTERS: KeyboardPage = { kind: 'letters' };

export const FIRST_STATE: KeyboardState = {
  script: 'latin',
  page: LETTERS,
  shift: 'offered',
  picksAccents: false,
};

/** Something pressed on it. */
export type KeyboardAct =
  /** `hasAccents`: holding its key would offer something. */
  | { readonly kind: 'character'; readonly text: string; readonly hasAccents: boolean }
  | { readonly kind: 'held'; readonly text: string }
  | { readonly kind: 'shift' | 'accents' | 'signs' | 'script' | 'back' };

/** What a key does: to the keyboard, or to the text of the field. */
export type KeyAct = KeyboardAct | { readonly kind: 'delete' };

/** Whether letters are shown and typed with the shift key. `offersCapital`: the cursor is where a name begins. */
export function isShifted(shift: Shift, offersCapital: boolean): boolean {
  return shift === 'once' || shift === 'locked' || (shift === 'offered' && offersCapital);
}

function nextShift(shift: Shift, offersCapital: boolean): Shift {
  switch (shift) {
    case 'offered':
      return offersCapital ? 'declined' : 'once';
    case 'declined':
      return 'once';
    case 'once':
      return 'locked';
    case 'locked':
      return offersCapital ? 'declined' : 'offered';
  }
}

/** What a press comes to: another state, and what is typed. */
export function afterAct(
  state: KeyboardState,
  act: KeyboardAct,
  offersCapital: boolean,
): { readonly state: KeyboardState; readonly typed: string | null } {
  const only = (change: Partial<KeyboardState>) => ({ state: { ...state, ...change }, typed: null });
  switch (act.kind) {
    case 'character': {
      if (state.picksAccents && act.hasAccents)
        return only({ page: { kind: 'accents', of: act.text }, picksAccents: false });
      // One letter, and digits until the letters are asked for again.
      const page = state.page.kind === 'accents' ? LETTERS : state.page;
      const shift = state.shift === 'locked' ? 'locked' : 'offered';
      return { state: { ...state, page, shift, picksAccents: false }, typed: act.text };
    }
    case 'held':
      return only({ page: { kind: 'accents', of: act.text }, picksAccents: false });
    case 'shift':
      return only({ shift: nextShift(state.shift, offersCapital) });
    case 'accents':
      return only({ picksAccents: !state.picksAccents });
    case 'signs':
      return only({ page: { kind: 'signs' }, picksAccents: false });
    case 'back':
      return only({ page: LETTERS, picksAccents: false });
    case 'script':
      return only({
        ...{ script: state.script === 'latin' ? 'own' : 'latin', page: LETTERS },
        ...{ shift: 'offered', picksAccents: false },
      });
  }
}

import { expect, it, test } from 'vitest';
import { afterAct, FIRST_STATE, isShifted, type KeyboardAct, type KeyboardState } from './keyboard-state.ts';

const letter = (text: string, hasAccents = false): KeyboardAct => ({ kind: 'character', text, hasAccents });

function after(acts: readonly KeyboardAct[], offersCapital = false, from: KeyboardState = FIRST_STATE) {
  let typed = '';
  let state = from;
  for (const act of acts) {
    const next = afterAct(state, act, offersCapital);
    state = next.state;
    typed += next.typed ?? '';
  }
  return { state, typed };
}

it('types what is pressed, exactly', () => {
  expect(after([letter('O'), letter("'"), letter('B')]).typed).toBe("O'B");
});

it('offers a capital where a name begins, which can be declined', () => {
  expect(isShifted(FIRST_STATE.shift, true)).toBe(true);
  expect(isShifted(FIRST_STATE.shift, false)).toBe(false);
  const { state } = after([{ kind: 'shift' }], true);
  expect(isShifted(state.shift, true)).toBe(false);
  // After the letter everything is as before: an empty field would offer a capital again.
  expect(after([letter('v')], true, state).state.shift).toBe('offered');
});

test('the shift key is for one letter, pressed again for all, and once more for none', () => {
  const once = after([{ kind: 'shift' }]).state;
  expect(isShifted(once.shift, false)).toBe(true);
  expect(isShifted(after([letter('A')], false, once).state.shift, false)).toBe(false);
  const locked = after([{ kind: 'shift' }], false, once).state;
  expect(isShifted(after([letter('A'), letter('B')], false, locked).state.shift, false)).toBe(true);
  const none = after([{ kind: 'shift' }], false, locked).state;
  expect(isShifted(none.shift, false)).toBe(false);
});

it('shows what a held key offers, types the chosen one, and shows letters again', () => {
  const { state, typed } = after([{ kind: 'held', text: 'a' }]);
  expect([state.page, typed]).toEqual([{ kind: 'accents', of: 'a' }, '']);
  expect(after([letter('ą')], false, state)).toEqual({ state: FIRST_STATE, typed: 'ą' });
  expect(after([{ kind: 'back' }], false, state)).toEqual({ state: FIRST_STATE, typed: '' });
});

it('shows the same without holding: the accents key, and then the letter', () => {
  const { state, typed } = after([{ kind: 'accents' }, letter('a', true)]);
  expect([state, typed]).toEqual([after([{ kind: 'held', text: 'a' }]).state, '']);
  // A letter that has none is typed; the accents key pressed again takes it back.
  expect(after([{ kind: 'accents' }, letter('q')])).toEqual({ state: FIRST_STATE, typed: 'q' });
  expect(after([{ kind: 'accents' }, { kind: 'accents' }, letter('a', true)]).typed).toBe('a');
});

it('stays on digits until letters are asked for, and opens another script with its letters', () => {
  const { state, typed } = after([{ kind: 'signs' }, letter('1'), letter('2')]);
  expect([state.page.kind, typed]).toEqual(['signs', '12']);
  const other = after([{ kind: 'script' }], false, state).state;
  expect([other.script, other.page.kind]).toEqual(['own', 'letters']);
  expect(after([{ kind: 'script' }], false, other).state.script).toBe('latin');
});

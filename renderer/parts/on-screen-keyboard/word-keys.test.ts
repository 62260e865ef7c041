import { expect, it } from 'vitest';
import { keyboardLayouts } from '../../../shared/residents/keyboard-layouts/layouts.ts';
import { numeric } from '../../../shared/residents/keyboard-layouts/numeric.ts';
import { FIRST_STATE } from './keyboard-state.ts';
import { type KeyboardAtHand, wordKeys } from './word-keys.ts';

const AT_HAND: KeyboardAtHand = {
  ...{ state: FIRST_STATE, layout: keyboardLayouts.ar.latin },
  ...{ isNumeric: false, hasOwnScript: false, offersCapital: false },
};

function says(change: Partial<KeyboardAtHand>): readonly string[] {
  return wordKeys({ ...AT_HAND, ...change }).map((key) => key.says);
}

it('changes to the own script only where the card prints it, and back', () => {
  expect(says({})).toEqual(['capitals', 'accents', 'digits', 'space', 'delete']);
  expect(says({ hasOwnScript: true })).toContain('own-letters');
  const layout = keyboardLayouts.ar.own ?? keyboardLayouts.ar.latin;
  const own = says({ hasOwnScript: true, layout, state: { ...FIRST_STATE, script: 'own' } });
  expect(own).toEqual(['more-letters', 'accents', 'digits', 'latin-letters', 'space', 'delete']);
});

it('shows that a capital is offered, and that all are capitals', () => {
  const [shift] = wordKeys({ ...AT_HAND, offersCapital: true });
  expect(shift).toEqual({ action: 'shift', says: 'capitals', isDown: true });
  const [locked] = wordKeys({ ...AT_HAND, state: { ...FIRST_STATE, shift: 'locked' } });
  expect(locked).toEqual({ action: 'shift', says: 'all-capitals', isDown: true });
});

it('leads back from accents and digits', () => {
  expect(says({ state: { ...FIRST_STATE, page: { kind: 'accents', of: 'a' } } })).toEqual([
    'letters',
    'delete',
  ]);
  expect(says({ state: { ...FIRST_STATE, page: { kind: 'signs' } } })).toEqual([
    'letters',
    'space',
    'delete',
  ]);
  expect(says({ layout: numeric, isNumeric: true })).toEqual(['delete-digit']);
});

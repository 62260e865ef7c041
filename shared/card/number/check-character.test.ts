import { expect, test } from 'vitest';
import { checkCharacterOf } from './check-character.ts';

test.each([
  // JPAC, Guidelines for the Blood Transfusion Services in the UK ("Red Book"), annexe 2: ISBT 128, which uses MOD 37-2.
  ['G123498654321', 'H'],
  // ICCBBA IN-015, An Introduction to ISBT 128, section 4.
  ['A999916123456', 'Q'],
  // python-stdnum, module iso7064.mod_37_2.
  ['G123489654321', 'Y'],
  // The thirty-seventh value is the asterisk.
  ['A999922012346', '*'],
])('%s has the published check character %s', (text, check) => {
  expect(checkCharacterOf(text)).toBe(check);
});

test('only digits and capitals have a check character', () => {
  expect(checkCharacterOf('a1')).toBeNull();
  expect(checkCharacterOf('A*')).toBeNull();
  expect(checkCharacterOf('É')).toBeNull();
});

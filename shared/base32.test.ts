import { expect, it } from 'vitest';
import { bytesOfCode, checkCharacterOfCode, codeOfBytes, numberInCode, numberOfCode } from './base32.ts';

const CHARACTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TEXT = '0000016YQRA08RBNMB4FASD3KN9YAV5';

it('the check character tells any wrong character', () => {
  const check = checkCharacterOfCode(TEXT);
  for (let place = 0; place < TEXT.length; place += 1)
    for (const character of CHARACTERS) {
      const other = `${TEXT.slice(0, place)}${character}${TEXT.slice(place + 1)}`;
      expect(checkCharacterOfCode(other) === check, other).toBe(other === TEXT);
    }
});

it('the check character tells any two characters that changed places', () => {
  const check = checkCharacterOfCode(TEXT);
  for (let one = 0; one < TEXT.length; one += 1)
    for (let other = one + 1; other < TEXT.length; other += 1) {
      const characters = [...TEXT];
      [characters[one], characters[other]] = [characters[other] ?? '', characters[one] ?? ''];
      const exchanged = characters.join('');
      expect(checkCharacterOfCode(exchanged) === check, exchanged).toBe(exchanged === TEXT);
    }
});

it('is read with what scanners and editors put between, and with nothing else', () => {
  const bytes = Uint8Array.of(8, 64, 3, 255, 17);
  const code = codeOfBytes(bytes);
  const [one, other] = [code.slice(0, 4), code.slice(5)];
  for (const typed of [
    `\ufeff${code}`,
    `${one}\t${other}\r\n`,
    `${one}-${other.toLowerCase()}`,
    code.replaceAll('1', 'l').replaceAll('0', 'o'),
  ])
    expect(bytesOfCode(typed, 5), typed).toEqual(bytes);
  for (const mark of ['\u00a0', '\u0085', '\u001c', '\u2028', '\ufeff', '\u2010'])
    expect(bytesOfCode(`${one}${mark}${other}`, 5)).toBeNull();
  // Small letters of other languages, whose capital is one of a code.
  expect(bytesOfCode(code.replace('1', '\u0131'), 5)).toBeNull();
});

it.each([0, 1, 31, 32, 4_711, 32 ** 7 - 1])('the number %i comes back out of its characters', (number) => {
  const text = numberInCode(number, 7);
  expect(text).toHaveLength(7);
  expect(numberOfCode(text)).toBe(number);
});

it('a number that has no room is refused, and so is a character of no code', () => {
  expect(() => numberInCode(32 ** 7, 7)).toThrow('no room');
  expect(() => numberInCode(-1, 7)).toThrow('no room');
  expect(() => checkCharacterOfCode('U')).toThrow('not a character');
});

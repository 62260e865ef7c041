import { expect, it } from 'vitest';
import { readShortCode, SHORT_HASH_DIGITS, shortCodeOf } from './short-checkpoint.ts';

const hash = '0f1e2d3c4b5a6978'.repeat(4);

it.each([1, 4_711, 2 ** 35 - 1])(
  'a checkpoint at entry %i is eight groups of four, and comes back',
  (sequence) => {
    const code = shortCodeOf({ sequence, hash });
    expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4} ){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    const read = { ok: true, value: { sequence, hash: hash.slice(0, SHORT_HASH_DIGITS) } };
    expect(readShortCode(code)).toEqual(read);
    // As somebody types it.
    expect(
      readShortCode(code.toLowerCase().replaceAll(' ', '-').replaceAll('0', 'o').replaceAll('1', 'l')),
    ).toEqual(read);
  },
);

it('another hash has another code', () => {
  const other = `${hash.slice(0, SHORT_HASH_DIGITS - 1)}0${hash.slice(SHORT_HASH_DIGITS)}`;
  expect(shortCodeOf({ sequence: 9, hash: other })).not.toBe(shortCodeOf({ sequence: 9, hash }));
});

it('one wrong character is told from a code that fits nothing', () => {
  const code = shortCodeOf({ sequence: 4_711, hash }).replaceAll(' ', '');
  for (let place = 0; place < code.length; place += 1) {
    const wrong = `${code.slice(0, place)}${code[place] === 'A' ? 'B' : 'A'}${code.slice(place + 1)}`;
    expect(readShortCode(wrong), wrong).toEqual({ ok: false, error: 'mistyped' });
  }
  for (const none of ['', code.slice(1), `${code}0`, code.replace(/.$/, 'U'), '0'.repeat(32)])
    expect(readShortCode(none), none).toEqual({ ok: false, error: 'no-code' });
});

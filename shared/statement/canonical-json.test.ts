import { expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

it('one text for one value: names in order, no spaces, characters as they are', () => {
  expect(canonicalJson({ b: [1, true, null], a: { z: 'é’"\n', y: 0 } })).toBe(
    '{"a":{"y":0,"z":"é’\\"\\n"},"b":[1,true,null]}',
  );
  expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
});

it('names are in the order of UTF-16 units, as RFC 8785 has it', () => {
  expect(canonicalJson({ '\u{1F600}': 1, '\uFB33': 2, 10: 3, 9: 4 })).toBe(
    '{"10":3,"9":4,"\u{1F600}":1,"\uFB33":2}',
  );
});

it.each([0.5, Number.NaN, 2 ** 53])('no number that another program could write otherwise: %s', (number) => {
  expect(() => canonicalJson(number)).toThrow('whole numbers');
});

it('is read back as it was', () => {
  const value = { list: ['a', 'b'], deep: { none: null, yes: true } };
  expect(JSON.parse(canonicalJson(value))).toEqual(value);
});

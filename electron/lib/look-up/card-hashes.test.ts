import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createCardNumber } from '../../../shared/card/number/card-number.ts';
import { lastFour } from '../../../shared/card/number/printed-number.ts';
import { applicationId } from '../../../shared/contract/ids.ts';
import { cardHash, cardHashes, openLookUp, sealLookUp } from './card-hashes.ts';

const application = applicationId.parse('a'.repeat(32));
const other = applicationId.parse('b'.repeat(32));
const number = createCardNumber((count) => randomBytes(count));

it('what was sealed gives the same hashes as the number itself, under whatever look-up key', () => {
  const key = randomBytes(32);
  const sealed = sealLookUp(key, application, number);
  for (const lookUpKey of [randomBytes(32), randomBytes(32)]) {
    expect(openLookUp(key, application, sealed, lookUpKey)).toEqual({
      ok: true,
      value: cardHashes(lookUpKey, number),
    });
  }
});

it('a hash is of one look-up key and of the characters alone', () => {
  const lookUpKey = randomBytes(32);
  const { full, lastFour: four } = cardHashes(lookUpKey, number);
  expect(full).toBe(cardHash(lookUpKey, number));
  expect(four).toBe(cardHash(lookUpKey, lastFour(number)));
  expect(new Set([full, four, cardHash(randomBytes(32), number)]).size).toBe(3);
});

it('what was sealed neither says the number nor opens for another key or application', () => {
  const key = randomBytes(32);
  const sealed = sealLookUp(key, application, number);
  expect(Buffer.from(sealed).includes(number)).toBe(false);
  const tampered = { ok: false, error: { kind: 'tampered' } };
  expect(openLookUp(randomBytes(32), application, sealed, key)).toEqual(tampered);
  expect(openLookUp(key, other, sealed, key)).toEqual(tampered);
});

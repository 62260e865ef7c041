import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createCardNumber } from '../../../shared/card/number/card-number.ts';
import { lastFour } from '../../../shared/card/number/printed-number.ts';
import { type ApplicationId, applicationId } from '../../../shared/contract/ids.ts';
import { cardHash, cardHashes, sealLookUp } from '../../lib/look-up/card-hashes.ts';
import { createCardLookUp } from './card-look-up.ts';

const newApplication = (): ApplicationId => applicationId.parse(randomBytes(16).toString('hex'));
const newNumber = () => createCardNumber((count) => randomBytes(count));

it('finds an application by either hash of its card, as long as it is not forgotten', () => {
  const lookUp = createCardLookUp();
  const [one, other] = [newApplication(), newApplication()];
  const [a, b, c] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)];
  lookUp.remember(one, { full: a, lastFour: c });
  lookUp.remember(other, { full: b, lastFour: c });
  expect(lookUp.find(a)).toEqual([one]);
  expect(lookUp.find(c)).toEqual([one, other]);
  expect(lookUp.find('d'.repeat(64))).toEqual([]);
  expect(lookUp.of(one)).toEqual({ full: a, lastFour: c });
  lookUp.forget(one);
  expect(lookUp.of(one)).toBeNull();
  expect(lookUp.find(a)).toEqual([]);
  expect(lookUp.find(c)).toEqual([other]);
});

it('knows a card again after a restart by what was sealed, under another key than before', () => {
  const application = newApplication();
  const key = randomBytes(32);
  const number = newNumber();
  const sealed = sealLookUp(key, application, number);
  const before = createCardLookUp();
  const after = createCardLookUp();
  expect(Buffer.from(after.key()).equals(before.key())).toBe(false);
  before.remember(application, cardHashes(before.key(), number));
  expect(after.recall(application, key, sealed)).toEqual({ ok: true, value: null });
  expect(after.find(cardHash(after.key(), number))).toEqual([application]);
  expect(after.find(cardHash(after.key(), lastFour(number)))).toEqual([application]);
  expect(after.find(cardHash(before.key(), number))).toEqual([]);
});

it('does not take what is damaged or sealed for another application', () => {
  const lookUp = createCardLookUp();
  const key = randomBytes(32);
  const sealed = sealLookUp(key, newApplication(), newNumber());
  const application = newApplication();
  expect(lookUp.recall(application, key, sealed)).toEqual({ ok: false, error: { kind: 'tampered' } });
  expect(lookUp.of(application)).toBeNull();
});

it('gives copies of its key, and zeroes it at the end', () => {
  const lookUp = createCardLookUp();
  const copy = lookUp.key();
  copy.fill(0);
  expect(lookUp.key().every((byte) => byte === 0)).toBe(false);
  lookUp.close();
  expect(lookUp.key().every((byte) => byte === 0)).toBe(true);
});

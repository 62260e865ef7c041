import { createHash, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { cardHash } from '../../electron/lib/look-up/card-hashes.ts';
import { createCardGuess } from './card-guess.ts';

it('breaks a hash under a key that the device key gives, and one without a key, but none under a random key', () => {
  const guess = createCardGuess(randomBytes(32));
  const [old, plain, now] = ['K7QX', '29MT', 'XT6K'] as const;
  const digest = createHash('sha256').update(`counterfoil card 1\0${plain}`).digest('hex');
  const noise = randomBytes(5_000);
  const disk = [noise, `7${guess.hashOf(old)}e`, noise, digest, noise, cardHash(randomBytes(32), now), noise];
  expect(new Set(guess.lastFoursIn(Buffer.concat(disk.map((part) => Buffer.from(part)))))).toEqual(
    new Set([old, plain]),
  );
  expect(guess.lastFoursIn(noise)).toEqual([]);
});

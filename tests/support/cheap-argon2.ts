import { createRequire } from 'node:module';

const argon2: typeof import('@node-rs/argon2') = createRequire(import.meta.url)('@node-rs/argon2');

/**
 * Argon2id at a hundredth of its cost, for tests that are about what a keeper does once a passphrase fits: a kiosk is
 * set up in each of them, and the full cost took a quarter of their time. Custody's own tests, the fixtures, and every
 * suite that starts the product as a program of its own pay the full cost.
 */
export const hashRaw: typeof argon2.hashRaw = (passphrase, options, signal) =>
  argon2.hashRaw(passphrase, { ...options, memoryCost: 1_024, timeCost: 1 }, signal);

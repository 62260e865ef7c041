import sodium from 'sodium-native';

/** Bytes of the seed from which an Ed25519 key follows. */
export const SEED_BYTES = 32;
/** Bytes of a raw Ed25519 public key. */
export const PUBLIC_KEY_BYTES = 32;
const SECRET_BYTES = 64;
const SIGNATURE_BYTES = 64;

/** What stands before the 32 bytes of every Ed25519 public key as SPKI in DER. */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** Thrown where something would be signed and nothing is: nobody has signed in since the start, or the key does not fit. */
export class NothingSigned extends Error {
  constructor() {
    super('nothing is signed now');
  }
}

/** A private key that signs where it lies: its bytes are given to nobody. */
export interface SigningKey {
  /** The public half as it is kept and hashed: SPKI, DER. */
  readonly publicKey: Uint8Array;
  /** An Ed25519 signature over exactly these bytes. */
  sign(bytes: Uint8Array): Buffer;
}

/** A signing key in guarded memory of this process. */
export interface GuardedKey extends SigningKey {
  /** The public half, 32 bytes. */
  readonly raw: Buffer;
  /** Lends the seed, in guarded memory: to be sealed, or to search whether a copy of it is left. Never copy it. */
  lendSeed<Value>(use: (seed: Buffer) => Value): Value;
  /** Zeroes it. Whoever signs with it from then on is a bug, and throws. */
  destroy(): void;
}

/** A new random key. */
export function randomGuardedKey(): GuardedKey {
  const seed = sodium.sodium_malloc(SEED_BYTES);
  sodium.randombytes_buf(seed);
  const key = guardedKeyOf(seed);
  sodium.sodium_memzero(seed);
  return key;
}

/** The key of a seed, which the caller zeroes. No `KeyObject`: OpenSSL keeps its own copies in ordinary memory, and zeroes them when it likes. */
export function guardedKeyOf(seed: Buffer): GuardedKey {
  const secret = sodium.sodium_malloc(SECRET_BYTES);
  const raw = Buffer.alloc(PUBLIC_KEY_BYTES);
  sodium.crypto_sign_seed_keypair(raw, secret, seed);
  let isThere = true;
  return {
    raw,
    publicKey: spkiOfRaw(raw),
    sign(bytes) {
      if (!isThere) throw new Error('a destroyed key signs nothing');
      const signature = Buffer.alloc(SIGNATURE_BYTES);
      sodium.crypto_sign_detached(signature, Buffer.from(bytes), secret);
      return signature;
    },
    // The first half of what sodium signs with is the seed.
    lendSeed(use) {
      if (!isThere) throw new Error('a destroyed key has no seed');
      return use(secret.subarray(0, SEED_BYTES));
    },
    destroy() {
      isThere = false;
      sodium.sodium_memzero(secret);
    },
  };
}

/** Whether these bytes are a public key as `spkiOfRaw` writes it: DER has one form of each. */
export function isSpkiOfEd25519(spki: Uint8Array): boolean {
  const head = Buffer.from(spki.subarray(0, SPKI_HEAD.length));
  return spki.length === SPKI_HEAD.length + PUBLIC_KEY_BYTES && head.equals(SPKI_HEAD);
}

/** A raw public key as SPKI in DER. */
export function spkiOfRaw(raw: Uint8Array): Buffer {
  if (raw.length !== PUBLIC_KEY_BYTES) throw new Error('not a public key of Ed25519');
  return Buffer.concat([SPKI_HEAD, raw]);
}

import sodium from 'sodium-native';
import { KEY_BYTES } from './guarded.ts';

/** Argon2id (the library's default kind), 64 MiB, 3 passes, one lane (docs/decisions/0007): about 64 ms here. */
const ARGON2 = { memoryCost: 65_536, timeCost: 3, parallelism: 1, outputLen: KEY_BYTES } as const;

export const SALT_BYTES = 16;

/** A new random salt. */
export function createSalt(): Buffer {
  const salt = Buffer.alloc(SALT_BYTES);
  sodium.randombytes_buf(salt);
  return salt;
}

/** 256 bits made of a secret text; the caller zeroes them. The same however a keyboard composes accents. */
export async function slowHash(secret: string, salt: Uint8Array): Promise<Buffer> {
  const text = secret.normalize('NFC');
  const bytes = Buffer.alloc(Buffer.byteLength(text));
  bytes.write(text);
  try {
    // Loaded here: a start waits for its 5 ms (measured), and nobody signs in during one.
    const { hashRaw } = await import('@node-rs/argon2');
    return await hashRaw(bytes, { ...ARGON2, salt });
  } finally {
    sodium.sodium_memzero(bytes);
  }
}

import { bytesOfCode, codeOfBytes } from '../base32.ts';
import { concatenate } from '../ledger/bytes.ts';
import { wordBytes } from '../ledger/encode-field.ts';
import { err, ok, type Result } from '../result.ts';

/** What the kiosk's key signs of a statement. */
export interface SignedStatement {
  /** The kiosk's random identifier, 16 bytes. */
  readonly kiosk: Uint8Array;
  /** SHA-256 of the statement as canonical JSON (UTF-8), 32 bytes. */
  readonly digest: Uint8Array;
}

/** A code that was read. Whose key it is, whoever checks it must know from elsewhere. */
export interface ReadStatementCode extends SignedStatement {
  /** The Ed25519 public key itself, 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly signature: Uint8Array;
}

const FORMAT = 1;
const LENGTHS = { kiosk: 16, digest: 32, publicKey: 32, signature: 64 } as const;
const CODE_BYTES = 1 + LENGTHS.kiosk + LENGTHS.digest + LENGTHS.publicKey + LENGTHS.signature;
/** Apart from all else that the kiosk's key signs. */
const DOMAIN = wordBytes('counterfoil statement 1\n');
/** What stands before an Ed25519 public key in SPKI, DER (RFC 8410). */
const SPKI_PREFIX = Uint8Array.from([0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00]);

/** The bytes that the kiosk's key signs: a domain of its own, the kiosk, the digest. */
export function signedBytesOfStatement({ kiosk, digest }: SignedStatement): Uint8Array {
  if (kiosk.length !== LENGTHS.kiosk || digest.length !== LENGTHS.digest) {
    throw new Error('not what a statement signs');
  }
  return concatenate([DOMAIN, kiosk, digest]);
}

/** The public key as the ledger hashes it: SPKI, DER. */
export function spkiOf(publicKey: Uint8Array): Uint8Array {
  return concatenate([SPKI_PREFIX, publicKey]);
}

/** The public key itself, out of SPKI. @throws on one that is no Ed25519 key. */
export function rawKeyOf(spki: Uint8Array): Uint8Array {
  const isEd25519 =
    spki.length === SPKI_PREFIX.length + LENGTHS.publicKey &&
    SPKI_PREFIX.every((byte, index) => spki[index] === byte);
  if (!isEd25519) throw new Error('not an Ed25519 key');
  return spki.slice(SPKI_PREFIX.length);
}

/** The code on the paper: all that is needed to check the signature over the digest, in groups of four characters. */
export function statementCode({ kiosk, digest, publicKey, signature }: ReadStatementCode): string {
  return codeOfBytes(concatenate([Uint8Array.of(FORMAT), kiosk, digest, publicKey, signature]));
}

/** Reads a code as it was scanned or typed. `no-code`: another length, or a character that no code has. */
export function readStatementCode(text: string): Result<ReadStatementCode, 'no-code'> {
  const bytes = bytesOfCode(text, CODE_BYTES);
  if (bytes === null || bytes[0] !== FORMAT) return err('no-code');
  const { kiosk, digest, publicKey, signature } = LENGTHS;
  const [first, second, third] = [1 + kiosk, 1 + kiosk + digest, 1 + kiosk + digest + publicKey];
  return ok({
    kiosk: bytes.slice(1, first),
    digest: bytes.slice(first, second),
    publicKey: bytes.slice(second, third),
    signature: bytes.slice(third, third + signature),
  });
}

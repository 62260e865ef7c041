import { createPublicKey, diffieHellman, generateKeyPairSync, hash } from 'node:crypto';
import { bech32 } from '@scure/base';
import { type Recipient, recipient } from '../../../shared/contract/command/production.ts';
import type { RecipientFault } from '../../../shared/production/faults.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

/** A key has 62 characters; around it a file may say whose it is. */
export const MOST_RECIPIENT_CHARACTERS = 4096;

const KEY_BYTES = 32;
/** What stands before the 32 bytes of an X25519 public key as SPKI in DER (RFC 8410). */
const SPKI_START = Buffer.from('302a300506032b656e032100', 'hex');

/** The one recipient in a text: lines of the age format, where empty ones and those with # say nothing. */
export function readRecipient(text: string): Result<Recipient, RecipientFault> {
  if (text.length > MOST_RECIPIENT_CHARACTERS) return err('too-large');
  // First, and wherever it stands: no other word about it would tell anybody to destroy it.
  if (/AGE-SECRET-KEY-|PRIVATE KEY/i.test(text)) return err('secret-key');
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const [line, ...more] = lines;
  if (line === undefined) return err('empty');
  if (/^(ssh|ecdsa|sk-ssh|sk-ecdsa)-/.test(line)) return err('ssh-key');
  if (more.length > 0) return err('several');
  // A long key is typed in groups.
  return readKey(line.replaceAll(/\s/g, ''));
}

function readKey(key: string): Result<Recipient, RecipientFault> {
  // No 1 stands in the data of bech32: a second one belongs to a longer name.
  if (/^age1[a-z0-9-]+1/.test(key)) return err('other-kind');
  const read = recipient.safeParse(key);
  if (!read.success) return err('not-a-key');
  const decoded = bech32.decodeUnsafe(key);
  const raw = decoded === undefined ? undefined : bech32.fromWordsUnsafe(decoded.words);
  if (!raw || raw.length !== KEY_BYTES) return err('not-a-key');
  return isWeak(raw) ? err('weak-key') : ok(read.data);
}

/** Whether every secret agreed on with this key is zero (RFC 7748, 6.1). */
function isWeak(raw: Uint8Array): boolean {
  const publicKey = createPublicKey({
    key: Buffer.concat([SPKI_START, raw]),
    format: 'der',
    type: 'spki',
  });
  const { privateKey } = generateKeyPairSync('x25519');
  try {
    return diffieHellman({ privateKey, publicKey }).every((byte) => byte === 0);
  } catch {
    // OpenSSL refuses to derive from a point of low order; nothing else can fail here.
    return true;
  }
}

/** SHA-256 of a recipient as it is written (UTF-8), in hex: as the ledger names it. */
export function recipientHash(given: Recipient): string {
  return hash('sha256', given, 'hex');
}

import { z } from 'zod';
import { publicKeyText, signatureText } from '../base64-text.ts';
import { concatenate } from './bytes.ts';
import { wordBytes } from './encode-field.ts';

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));

/**
 * The signed head of a ledger as it leaves the kiosk. Kept somewhere else it shows what nothing in the ledger
 * can: a ledger that was rebuilt by whoever holds the kiosk's key, or put back to an earlier state.
 */
export const checkpointSchema = z.strictObject({
  format: z.literal('counterfoil checkpoint 1'),
  /** The kiosk's random identifier. */
  kiosk: hex(32),
  /** The last entry that it speaks for. */
  sequence: z.int().min(1),
  /** The chain hash of that entry. */
  hash: hex(64),
  signature: signatureText,
  publicKey: publicKeyText,
});
export type Checkpoint = z.infer<typeof checkpointSchema>;

/**
 * What a signature stands for. `head`: here the ledger ends. `interval`: the ledger went through here. `roll`: here another
 * key takes over; the one before signs nothing after this. Apart, so that a ledger cut off at an old interval or roll has no
 * signature that says it ends there.
 */
export type CheckpointPurpose = 'head' | 'interval' | 'roll';

/** What a checkpoint says: bytes here, hex in its JSON. */
export interface CheckpointContent {
  /** 16 bytes. */
  readonly kiosk: Uint8Array;
  readonly sequence: number;
  /** 32 bytes. */
  readonly hash: Uint8Array;
}

const domains: Readonly<Record<CheckpointPurpose, Uint8Array>> = {
  head: wordBytes('counterfoil ledger head 1\n'),
  interval: wordBytes('counterfoil ledger interval 1\n'),
  roll: wordBytes('counterfoil ledger roll 1\n'),
};

/** A whole number as eight bytes, big-endian. */
export function eightBytes(number: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(number));
  return bytes;
}

/** The bytes that the kiosk's key signs: a domain of its own, kiosk, sequence, hash. */
export function signedBytes(purpose: CheckpointPurpose, content: CheckpointContent): Uint8Array {
  if (content.kiosk.length !== 16 || content.hash.length !== 32)
    throw new Error('not a checkpoint’s content');
  return concatenate([domains[purpose], content.kiosk, eightBytes(content.sequence), content.hash]);
}

/** Hex in groups of four, as it is read aloud and typed from paper. */
export function inGroups(digits: string): string {
  return (digits.match(/.{1,4}/g) ?? []).join(' ');
}

/**
 * A kiosk key's name on paper: the first 16 of the 32 bytes of SHA-256 over its public key, in groups. 128
 * bits are more than anybody can search for a second key.
 */
export function fingerprint(publicKeyHash: string): string {
  return inGroups(publicKeyHash.slice(0, 32));
}

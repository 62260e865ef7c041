import { createHmac, hash } from 'node:crypto';
import { CARD_NUMBER_ALPHABET } from '../../shared/card/number/card-number.ts';

const BLOCK_BYTES = 64;
const HEX_LENGTH = 64;

/**
 * What somebody tries who has the disk and one passphrase. Any passphrase opens the device key, and card hashes
 * once had a key made of that; so four characters took a second, and the other six half a minute. Tried as well:
 * the digest that has no key at all, should it ever lie somewhere unsealed.
 */
export interface CardGuess {
  /** A card hash in the old way, in hex: the positive control. */
  hashOf(characters: string): string;
  /** The last four characters of cards whose hash stands in these bytes, in hex: the way in which it did. */
  lastFoursIn(bytes: Buffer): readonly string[];
}

/** Prepares the guess. Each try at bytes that hold anything to try takes about a second: four characters are 390,625. */
export function createCardGuess(deviceKey: Uint8Array): CardGuess {
  const key = createHmac('sha256', deviceKey).update('counterfoil card look-up 1').digest();
  // HMAC by hand: making an object of node's for each of so many takes four times as long.
  const inner = Buffer.alloc(BLOCK_BYTES, 0x36);
  const outer = Buffer.alloc(BLOCK_BYTES, 0x5c);
  for (const [at, byte] of key.entries()) {
    inner[at] = (inner[at] ?? 0) ^ byte;
    outer[at] = (outer[at] ?? 0) ^ byte;
  }
  const secondInput = Buffer.concat([outer, Buffer.alloc(32)]);
  const hashOf = (characters: string): string => {
    const first = hash('sha256', Buffer.concat([inner, Buffer.from(characters)]), 'buffer');
    first.copy(secondInput, BLOCK_BYTES);
    return hash('sha256', secondInput, 'hex');
  };
  const digestOf = (characters: string): string => hash('sha256', `counterfoil card 1\0${characters}`, 'hex');
  return {
    hashOf,
    lastFoursIn(bytes) {
      const candidates = new Set(hexIn(bytes));
      if (candidates.size === 0) return [];
      return [...allOf(4)].filter(
        (characters) => candidates.has(hashOf(characters)) || candidates.has(digestOf(characters)),
      );
    },
  };
}

/** Runs of hexadecimal may be longer than one hash: every place in them is tried. */
function* hexIn(bytes: Buffer): Generator<string, void> {
  for (const [run] of bytes.toString('latin1').matchAll(/[0-9a-f]{64,}/gi)) {
    for (let at = 0; at + HEX_LENGTH <= run.length; at += 1)
      yield run.slice(at, at + HEX_LENGTH).toLowerCase();
  }
}

function* allOf(length: number): Generator<string, void> {
  if (length === 0) return yield '';
  for (const rest of allOf(length - 1)) for (const first of CARD_NUMBER_ALPHABET) yield `${first}${rest}`;
}

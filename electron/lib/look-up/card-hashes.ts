import { createHash, createHmac } from 'node:crypto';
import { lastFour, type PrintedNumber } from '../../../shared/card/number/printed-number.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { sealedLookUp } from '../../../shared/contract/sealed-content.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { openContent, sealContent } from '../sealing/sealed-content.ts';

/** The hashes by which a card finds its application: of its whole number, and of its last four characters. */
export interface CardHashes {
  readonly full: string;
  readonly lastFour: string;
}

/**
 * What a card's characters (the whole number, or the last four) come down to before they are hashed under a
 * look-up key. It needs no key, so whoever has it can try numbers: outside this file it is only ever sealed.
 */
function digestOf(characters: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(`counterfoil card 1\0${characters}`).digest());
}

function keyed(lookUpKey: Uint8Array, digest: Uint8Array): string {
  return createHmac('sha256', lookUpKey).update(digest).digest('hex');
}

/** The hash of what was scanned or typed: a whole number, or its last four characters. */
export function cardHash(lookUpKey: Uint8Array, characters: string): string {
  return keyed(lookUpKey, digestOf(characters));
}

/** Both hashes of a card. */
export function cardHashes(lookUpKey: Uint8Array, number: PrintedNumber): CardHashes {
  return { full: cardHash(lookUpKey, number), lastFour: cardHash(lookUpKey, lastFour(number)) };
}

/** Seals, under the application's own key, of what a keeper that was started anew makes the hashes again. */
export function sealLookUp(key: Uint8Array, application: ApplicationId, number: PrintedNumber): Uint8Array {
  const digests = { full: digestOf(number), lastFour: digestOf(lastFour(number)) };
  const sealed = sealContent(key, application, 'look-up', digests);
  digests.full.fill(0);
  digests.lastFour.fill(0);
  return sealed;
}

/** Makes the hashes again, under the look-up key of this start. The digests are zeroed and do not leave here. */
export function openLookUp(
  key: Uint8Array,
  application: ApplicationId,
  sealed: Uint8Array,
  lookUpKey: Uint8Array,
): Result<CardHashes, { readonly kind: 'tampered' | 'not-understood' }> {
  const opened = openContent(key, application, 'look-up', sealed, sealedLookUp);
  if (!opened.ok) return opened;
  const { full, lastFour: four } = opened.value;
  const hashes = { full: keyed(lookUpKey, full), lastFour: keyed(lookUpKey, four) };
  full.fill(0);
  four.fill(0);
  return ok(hashes);
}

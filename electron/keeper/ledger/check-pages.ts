import { hash } from 'node:crypto';
import { hashLength } from '../../../shared/ledger/chain.ts';
import { kindOfBytes } from '../../../shared/ledger/check-entry.ts';
import { type EntryKindName, opensLedger } from '../../../shared/ledger/entries.ts';

/** Told of each entry as a chain is followed: from `start` to before `end` of these bytes, which are gone with the page. */
export type OnEntry = (kind: EntryKindName, bytes: Uint8Array, start: number, end: number) => void;

/** Follows a chain page by page, quickly. */
export interface PageChecker {
  /** Whether these links follow what was checked before: hashes, and entries within the declaration. */
  follows(links: Uint8Array): boolean;
}

/**
 * The quick way through a long chain. It answers yes or no; who was wrong is for `verifyChain` to say. What
 * makes it quick: a link's hash is over bytes that lie together (previous hash, length, entry), so nothing is
 * copied for it; digests come as strings, which `node:crypto` makes in a third of the time of a buffer; no
 * entry becomes an object.
 * @param first whether the chain begins here, so that its first entry, and no other, is `opened`.
 */
export function pageChecker(previous: Uint8Array, first: boolean, onEntry?: OnEntry): PageChecker {
  let carried = Buffer.from(previous);
  let mayOpen = first;
  return {
    follows(links) {
      const bytes = Buffer.concat([carried, links]);
      let position = hashLength;
      while (position < bytes.length) {
        const end = position + 1 + (bytes[position] ?? 0);
        if (end + hashLength > bytes.length) return false;
        const kind = kindOfBytes(bytes, position + 1, end);
        if (kind === undefined || opensLedger(kind) !== mayOpen) return false;
        const digest = hash('sha256', bytes.subarray(position - hashLength, end), 'binary');
        if (bytes.toString('latin1', end, end + hashLength) !== digest) return false;
        onEntry?.(kind, bytes, position + 1, end);
        mayOpen = false;
        position = end + hashLength;
      }
      carried = bytes.subarray(bytes.length - hashLength);
      return true;
    },
  };
}

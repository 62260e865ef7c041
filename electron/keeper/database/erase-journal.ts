import { closeSync, constants, fdatasyncSync, openSync, readSync, writeSync } from 'node:fs';
import type { Database } from 'better-sqlite3';

/** The first bytes of a journal that SQLite would play back. */
const hotMagic = Buffer.from('d9d505f920a163d7', 'hex');

const CHUNK_BYTES = 64 * 1024;

const zeros = Buffer.alloc(CHUNK_BYTES);
const chunk = Buffer.alloc(CHUNK_BYTES);

/**
 * Overwrites with zeros what earlier transactions left in a database's rollback journal: under PERSIST the old
 * pages of the last ones stay there, erased rows among them. In place and in its whole length, so that no block
 * with old pages is given back to the file system. Durable when it returns; nothing is written where there are
 * zeros already, and what was written before stays sound if a crash comes in between: SQLite has already marked
 * a journal without a transaction as void.
 *
 * Touches the journal only, which SQLite never locks. The database file itself must not be opened here: closing
 * it again would drop SQLite's locks (`open-here.ts`).
 * @throws the file system's errors; and inside a transaction or on a hot journal, which is a bug.
 */
export type EraseJournal = () => void;

/** Builds it for one opened database. */
export function journalEraser(database: Database): EraseJournal {
  let known: WhatIsKnown = 'nothing';
  return () => {
    if (database.inTransaction) throw new Error('the journal of a transaction under way is not erased');
    const before = known;
    known = 'not-durable';
    const flags = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0);
    const journal = openSync(`${database.name}-journal`, flags);
    try {
      eraseFrom(journal, before);
    } finally {
      closeSync(journal);
    }
    known = 'zeros-behind';
  };
}

/**
 * What an eraser knows of its journal. `nothing`: the first erasure of a start; an earlier keeper may have written zeros
 * that it did not live to sync. `not-durable`: an erasure failed; what is read may be zeros that the disk has refused
 * (after a failed sync the kernel forgets that they are still to be written), so all are written again.
 * `zeros-behind`: SQLite has written from the beginning since, and every page it writes there has its number beside it,
 * so the first chunk of zeros is the end of it, and the megabyte behind need not be read for every wipe.
 */
type WhatIsKnown = 'nothing' | 'not-durable' | 'zeros-behind';

function eraseFrom(journal: number, known: WhatIsKnown): void {
  let written = known !== 'zeros-behind';
  for (let at = 0; ; ) {
    const count = readSync(journal, chunk, 0, CHUNK_BYTES, at);
    if (count === 0) break;
    const old = chunk.subarray(0, count);
    if (at === 0 && old.subarray(0, hotMagic.length).equals(hotMagic)) {
      throw new Error('a hot journal is not erased');
    }
    if (known === 'not-durable' || !old.equals(zeros.subarray(0, count))) {
      writeWhole(journal, count, at);
      written = true;
      old.fill(0);
    } else if (known === 'zeros-behind') break;
    at += count;
  }
  if (written) fdatasyncSync(journal);
}

/** A full disk may take a part only. */
function writeWhole(journal: number, count: number, at: number): void {
  for (let done = 0; done < count; ) done += writeSync(journal, zeros, done, count - done, at + done);
}

import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Checkpoint } from '../../../shared/ledger/checkpoint.ts';
import { sampleEntries } from '../../../shared/ledger/sample-entries.test-support.ts';
import { addLinks, chainAnew, signHead } from './forgery.test-support.ts';
import {
  broken,
  issuedEntries,
  isTailValid,
  kioskKey,
  linkAt,
  makeLedger,
  newKey,
  opened,
  putLink,
  samplesFor,
  tamper,
  temporaryPath,
  verify,
  worked,
} from './ledger.test-support.ts';
import { openLedgerToRead } from './ledger.ts';
import { checkpointInterval } from './ledger-schema.ts';
import { isCheckpointValid } from './signatures.ts';

/** Past two kept checkpoints. */
const count = 2 * checkpointInterval + 100;

let whole: Buffer | undefined;

/** A copy of the ledger that nobody has touched yet. It is made once. */
function copy(): string {
  whole ??= readFileSync(makeLedger(count));
  const path = temporaryPath();
  writeFileSync(path, whole);
  return path;
}

function checkpointOf(path: string): Checkpoint {
  const ledger = worked(openLedgerToRead(path));
  const checkpoint = ledger.checkpoint();
  ledger.close();
  if (checkpoint === undefined) throw new Error('it has entries');
  return checkpoint;
}

it('an untouched ledger holds, and its checkpoint too', () => {
  const path = copy();
  expect(verify(path)).toMatchObject({ ok: true, value: { count } });
  expect(isTailValid(path)).toMatchObject({ ok: true, value: { count } });
  const checkpoint = checkpointOf(path);
  expect(isCheckpointValid(checkpoint)).toBe(true);
  expect(isCheckpointValid({ ...checkpoint, sequence: 1 })).toBe(false);
  expect(verify(path, checkpoint)).toMatchObject({ ok: true });
  expect(verify(path, { sequence: checkpoint.sequence, hash: checkpoint.hash })).toMatchObject({ ok: true });
});

describe('without the kiosk’s key', () => {
  it('appended entries are named, though the chain is right', () => {
    const path = copy();
    tamper(path, (database) => addLinks(database, count, 3));
    expect(verify(path)).toEqual(broken(count + 1, 'unsigned'));
    expect(isTailValid(path)).toEqual(broken(count + 1, 'unsigned'));
  });

  it('so is a head signed with another key', () => {
    const path = copy();
    tamper(path, (database) => {
      addLinks(database, count, 3);
      signHead(database, newKey(), count + 3);
    });
    expect(verify(path)).toEqual(broken(count + 3, 'bad-signature'));
    expect(isTailValid(path)).toEqual(broken(count + 3, 'bad-signature'));
  });

  it('a chain computed anew is found at the next signature', () => {
    const path = copy();
    tamper(path, (database) => {
      putLink(database, 50, { ...linkAt(database, 50), entry: linkAt(database, 51).entry });
      chainAnew(database, 50, count);
    });
    expect(verify(path)).toEqual(broken(checkpointInterval, 'bad-signature'));
    // The start follows the tail from the hash that was signed there: the next entry does not fit to it.
    expect(isTailValid(path)).toEqual(broken(2 * checkpointInterval + 1, 'changed'));
  });

  it('a change before the last kept checkpoint is left to the whole verification', () => {
    const path = copy();
    tamper(path, (database) =>
      putLink(database, 5, { ...linkAt(database, 5), entry: linkAt(database, 4).entry }),
    );
    expect(isTailValid(path)).toMatchObject({ ok: true });
    expect(verify(path)).toEqual(broken(5, 'changed'));
  });

  it('a tail cut off with all its signatures is found: an interval’s signature is no head’s', () => {
    const path = copy();
    tamper(path, (database) => database.exec(`DELETE FROM entries WHERE sequence > ${checkpointInterval}`));
    expect(verify(path)).toEqual(broken(checkpointInterval + 1, 'truncated'));
    tamper(path, (database) =>
      database.exec(`DELETE FROM checkpoints WHERE sequence > ${checkpointInterval}`),
    );
    expect(verify(path)).toEqual(broken(checkpointInterval + 1, 'truncated'));
    tamper(path, (database) =>
      database.exec('UPDATE head SET (sequence, hash, signature) = (SELECT * FROM checkpoints)'),
    );
    expect(verify(path)).toEqual(broken(checkpointInterval, 'bad-signature'));
    expect(isTailValid(path)).toEqual(broken(checkpointInterval, 'bad-signature'));
    tamper(path, (database) => database.exec('DELETE FROM head'));
    expect(verify(path)).toEqual(broken(checkpointInterval + 1, 'unsigned'));
  });

  it('a kept checkpoint that was taken away or changed is named', () => {
    const path = copy();
    tamper(path, (database) =>
      database.exec(`UPDATE checkpoints SET signature = zeroblob(64) WHERE sequence = ${checkpointInterval}`),
    );
    expect(verify(path)).toEqual(broken(checkpointInterval, 'bad-signature'));
    tamper(path, (database) =>
      database.exec(`DELETE FROM checkpoints WHERE sequence = ${checkpointInterval}`),
    );
    expect(verify(path)).toEqual(broken(checkpointInterval, 'unsigned'));
    tamper(path, (database) => database.exec('DELETE FROM checkpoints'));
    expect(verify(path)).toEqual(broken(checkpointInterval, 'unsigned'));
  });

  it('another signer is found by the first entry', () => {
    const other = newKey();
    const path = copy();
    tamper(path, (database) => {
      database.prepare('UPDATE signer SET public_key = ?').run(other.publicKey);
      signHead(database, other, count);
    });
    expect(verify(path)).toEqual(broken(1, 'wrong-key'));
    expect(isTailValid(path)).toEqual(broken(1, 'wrong-key'));
    const unnamed = copy();
    tamper(unnamed, (database) => database.exec('DELETE FROM signer'));
    expect(verify(unnamed)).toEqual(broken(1, 'wrong-key'));
    const moved = copy();
    tamper(moved, (database) => database.exec('UPDATE signer SET kiosk = zeroblob(16)'));
    expect(verify(moved)).toEqual(broken(1, 'wrong-key'));
  });
});

describe('only a checkpoint kept elsewhere shows', () => {
  /** A ledger in which one entry never was, made with the kiosk's own key. */
  function rebuilt(): string {
    const path = temporaryPath();
    const ledger = opened(path, kioskKey);
    ledger.appendAll([...samplesFor(kioskKey), ...issuedEntries(count - sampleEntries.length + 1).slice(1)]);
    ledger.close();
    return path;
  }

  it('a ledger rebuilt with the kiosk’s key', () => {
    const checkpoint = checkpointOf(copy());
    const path = rebuilt();
    expect(verify(path)).toMatchObject({ ok: true, value: { count } });
    expect(verify(path, checkpoint)).toEqual(broken(count, 'rebuilt'));
    const typed = { sequence: checkpoint.sequence, hash: checkpoint.hash };
    expect(verify(path, typed)).toEqual(broken(count, 'rebuilt'));
  });

  it('a ledger put back to an earlier state', () => {
    const path = copy();
    const earlier = temporaryPath();
    copyFileSync(path, earlier);
    const ledger = opened(path, kioskKey);
    ledger.appendAll(issuedEntries(2));
    ledger.close();
    const checkpoint = checkpointOf(path);
    expect(verify(earlier)).toMatchObject({ ok: true });
    expect(verify(earlier, checkpoint)).toEqual(broken(count + 1, 'truncated'));
    // The other way round it is only a ledger that went on.
    expect(verify(path, checkpointOf(earlier))).toMatchObject({ ok: true });
  });

  it('a ledger of another kiosk, or none', () => {
    const checkpoint = checkpointOf(copy());
    expect(verify(makeLedger(count, newKey()), checkpoint)).toEqual(broken(1, 'wrong-key'));
    const path = temporaryPath();
    opened(path).close();
    expect(verify(path)).toMatchObject({ ok: true, value: { count: 0 } });
    expect(verify(path, checkpoint)).toEqual(broken(1, 'truncated'));
  });
});

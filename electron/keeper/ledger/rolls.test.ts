import { readFileSync, writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { encodeEntry } from '../../../shared/ledger/encode-entry.ts';
import type { GuardedKey } from '../signing/signing-key.ts';
import { chainAnew } from './forgery.test-support.ts';
import {
  broken,
  issuedEntries,
  isTailValid,
  linkAt,
  newKey,
  putLink,
  samplesFor,
  tamper,
  temporaryPath,
  verify,
  worked,
} from './ledger.test-support.ts';
import { openLedger, openLedgerToRead } from './ledger.ts';
import { checkpointInterval } from './ledger-schema.ts';
import { isCheckpointValid, sha256, signCheckpoint } from './signatures.ts';

const utc = 1_771_059_600_000;
const kiosk = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');

/** A ledger whose key rolls when the test says so. */
function rolling(path = temporaryPath()) {
  const keys: GuardedKey[] = [newKey()];
  const now = (): GuardedKey => keys.at(-1) ?? expect.fail('there is a first key');
  const ledger = worked(openLedger(path, now));
  ledger.appendAll(samplesFor(now()).slice(0, 1));
  return {
    ...{ path, keys, ledger },
    roll(): number {
      const next = newKey();
      ledger.roll(next, { epoch: keys.length, utc });
      keys.push(next);
      return ledger.head()?.sequence ?? 0;
    },
    fill(upTo: number): void {
      ledger.appendAll(issuedEntries(upTo - (ledger.head()?.sequence ?? 0)));
    },
  };
}

/** One that rolled three times, once at an entry that keeps its signature for good. */
function whole() {
  const stage = rolling();
  stage.fill(10);
  const first = stage.roll();
  stage.fill(checkpointInterval - 1);
  const second = stage.roll();
  stage.fill(checkpointInterval + 50);
  const third = stage.roll();
  stage.fill(checkpointInterval + 100);
  const checkpoint = stage.ledger.checkpoint() ?? expect.fail('it has entries');
  stage.ledger.close();
  return { keys: stage.keys, first, second, third, checkpoint, content: readFileSync(stage.path) };
}

const count = checkpointInterval + 100;
let once: ReturnType<typeof whole> | null = null;
let made: ReturnType<typeof whole>;
beforeEach(() => {
  once ??= whole();
  made = once;
});

function copy(): string {
  const path = temporaryPath();
  writeFileSync(path, made.content);
  return path;
}

/** Signs a position of the chain as it stands. */
function signatureOf(
  database: Sqlite.Database,
  key: GuardedKey,
  purpose: 'head' | 'interval' | 'roll',
  sequence: number,
): Uint8Array {
  return signCheckpoint(key, purpose, { kiosk, sequence, hash: linkAt(database, sequence).hash });
}

function signRoll(database: Sqlite.Database, key: GuardedKey, sequence: number): void {
  database
    .prepare('UPDATE rolls SET signature = ? WHERE sequence = ?')
    .run(signatureOf(database, key, 'roll', sequence), sequence);
}

function signEnd(database: Sqlite.Database, key: GuardedKey): void {
  database
    .prepare('UPDATE head SET hash = ?, signature = ?')
    .run(linkAt(database, count).hash, signatureOf(database, key, 'head', count));
}

describe('a ledger whose key rolled', () => {
  it('holds, also where a roll keeps an interval, and its checkpoint is of the last key', () => {
    expect(made.second).toBe(checkpointInterval);
    const path = copy();
    expect(verify(path)).toMatchObject({ ok: true, value: { count } });
    expect(isTailValid(path)).toMatchObject({ ok: true, value: { count } });
    expect(isCheckpointValid(made.checkpoint)).toBe(true);
    expect(made.checkpoint.publicKey).toBe(Buffer.from(made.keys[3]?.publicKey ?? []).toString('base64'));
    expect(verify(path, made.checkpoint)).toMatchObject({ ok: true });
  });

  it('agrees with a checkpoint of every epoch, by the key of its time and by no other', () => {
    const stage = rolling();
    const taken = [stage.ledger.checkpoint()];
    for (let epoch = 1; epoch < 4; epoch += 1) {
      stage.fill(epoch * 5);
      stage.roll();
      taken.push(stage.ledger.checkpoint());
    }
    stage.fill(30);
    stage.ledger.close();
    for (const checkpoint of taken) {
      expect(verify(stage.path, checkpoint)).toMatchObject({ ok: true });
      const [other] = taken.filter((each) => each !== checkpoint);
      const foreign = checkpoint && other && { ...checkpoint, publicKey: other.publicKey };
      expect(verify(stage.path, foreign)).toEqual(broken(1, 'wrong-key'));
    }
  });

  it('goes on with the new key alone: with the old one nothing is written', () => {
    const stage = rolling();
    stage.roll();
    const old = stage.keys[0] ?? expect.fail('there was one');
    stage.ledger.close();
    const again = worked(openLedger(stage.path, () => old));
    expect(() => again.append({ kind: 'practice-began', utc, by: '11'.repeat(16) })).toThrow('another key');
    expect(() => again.roll(newKey(), { epoch: 2, utc })).toThrow('another key');
    again.close();
  });

  it('takes neither a roll out of turn nor one as an entry', () => {
    const { ledger, fill } = rolling();
    fill(3);
    const before = ledger.head();
    expect(() => ledger.roll(newKey(), { epoch: 2, utc })).toThrow('not the next key');
    const entry = { kind: 'key-rolled', utc, epoch: 1, publicKey: 'ab'.repeat(32) } as const;
    expect(() => ledger.append(entry)).toThrow('by a roll alone');
    expect(ledger.head()).toEqual(before);
    ledger.close();
  });

  it('says of itself which key signs it', () => {
    const stage = rolling();
    expect(stage.ledger.key()).toMatchObject({ epoch: 0 });
    stage.roll();
    expect(stage.ledger.key()?.epoch).toBe(1);
    expect(Buffer.from(stage.ledger.key()?.publicKey ?? [])).toEqual(stage.keys[1]?.publicKey);
    stage.ledger.close();
  });
});

describe('verify names the roll', () => {
  it('whose signature was taken away', () => {
    for (const sequence of [made.first, made.second, made.third]) {
      const path = copy();
      tamper(path, (database) => database.prepare('DELETE FROM rolls WHERE sequence = ?').run(sequence));
      expect(verify(path)).toEqual(broken(sequence, 'unsigned'));
    }
  });

  it('whose signature is another one', () => {
    const path = copy();
    tamper(path, (database) => signRoll(database, newKey(), made.third));
    expect(verify(path)).toEqual(broken(made.third, 'bad-signature'));
    expect(isTailValid(path)).toEqual(broken(made.third, 'bad-signature'));
  });

  it('where a signature was added to an entry that is none', () => {
    const path = copy();
    tamper(path, (database) =>
      database.prepare('INSERT INTO rolls VALUES (?, zeroblob(64))').run(made.third + 1),
    );
    expect(verify(path)).toEqual(broken(made.third + 1, 'bad-signature'));
  });

  it('none, where a signature was added with a number that no entry has', () => {
    const stage = rolling();
    const checkpoint = stage.ledger.checkpoint() ?? expect.fail('it has entries');
    stage.roll();
    stage.ledger.close();
    tamper(stage.path, (database) => database.exec('INSERT INTO rolls VALUES (0, zeroblob(64))'));
    const name = Buffer.from(sha256(stage.keys[0]?.publicKey ?? expect.fail())).toString('hex');
    expect(verify(stage.path, checkpoint, name.slice(0, 32))).toMatchObject({ ok: true });
    const reader = worked(openLedgerToRead(stage.path));
    expect(reader.keys().map(({ epoch }) => epoch)).toEqual([0, 1]);
    reader.close();
  });

  /** What a thief does who has the last key, and none before: everything anew from that roll on, with a key of their own. */
  function forge(path: string, key: GuardedKey, signer: GuardedKey, epoch: number): void {
    tamper(path, (database) => {
      const publicKey = Buffer.from(key.raw).toString('hex');
      const entry = Buffer.from(encodeEntry({ kind: 'key-rolled', utc, epoch, publicKey }));
      putLink(database, made.third, { ...linkAt(database, made.third), entry });
      chainAnew(database, made.third, count);
      signRoll(database, signer, made.third);
      signEnd(database, key);
    });
  }

  it('that the key before has not signed: whoever took a later key names no other in its place', () => {
    const path = copy();
    const taken = made.keys[3] ?? expect.fail('the last key');
    forge(path, newKey(), taken, 3);
    expect(verify(path)).toEqual(broken(made.third, 'bad-signature'));
    expect(isTailValid(path)).toEqual(broken(made.third, 'bad-signature'));
  });

  it('that is out of turn, whoever has signed it', () => {
    const path = copy();
    const before = made.keys[2] ?? expect.fail('the key before');
    forge(path, newKey(), before, 4);
    expect(verify(path)).toEqual(broken(made.third, 'wrong-key'));
  });

  it('and, with the key before, nothing: that one is destroyed', () => {
    // The control: what is missing to a forger is that key alone.
    const path = copy();
    const before = made.keys[2] ?? expect.fail('the key before');
    forge(path, newKey(), before, 3);
    expect(verify(path)).toMatchObject({ ok: true });
    expect(verify(path, made.checkpoint)).not.toMatchObject({ ok: true });
  });
});

describe('a signature of one key', () => {
  it('stands in for that of no other: not at an interval, not at the end', () => {
    const interval = copy();
    tamper(interval, (database) => {
      const signature = signatureOf(database, made.keys[1] ?? expect.fail(), 'interval', made.second);
      database.prepare('UPDATE checkpoints SET signature = ? WHERE sequence = ?').run(signature, made.second);
    });
    expect(verify(interval)).toEqual(broken(made.second, 'bad-signature'));
    expect(isTailValid(interval)).toEqual(broken(made.second, 'bad-signature'));
    const end = copy();
    tamper(end, (database) => signEnd(database, made.keys[2] ?? expect.fail()));
    expect(verify(end)).toEqual(broken(count, 'bad-signature'));
    expect(isTailValid(end)).toEqual(broken(count, 'bad-signature'));
  });

  it('over a roll stands in for no head: a ledger cut off there does not end there', () => {
    const path = copy();
    tamper(path, (database) => {
      database.prepare('DELETE FROM entries WHERE sequence > ?').run(made.third);
      database.exec(
        'UPDATE head SET (sequence, hash, signature) = (SELECT sequence, (SELECT hash FROM entries WHERE sequence = rolls.sequence), signature FROM rolls ORDER BY sequence DESC LIMIT 1)',
      );
    });
    expect(verify(path)).toEqual(broken(made.third, 'bad-signature'));
  });
});

it('the triggers keep rolls where they are', () => {
  const stage = rolling();
  stage.roll();
  stage.ledger.close();
  const database = new Sqlite(stage.path);
  expect(() => database.exec('DELETE FROM rolls')).toThrow('append-only');
  expect(() => database.exec('UPDATE rolls SET signature = zeroblob(64)')).toThrow('append-only');
  expect(() => database.exec('INSERT INTO rolls VALUES (1, zeroblob(64))')).toThrow('append-only');
  database.close();
});

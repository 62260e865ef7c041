import { describe, expect, it } from 'vitest';
import { hexOfBytes } from '../../../shared/ledger/encode-field.ts';
import { SHORT_HASH_DIGITS } from '../../../shared/ledger/short-checkpoint.ts';
import type { GuardedKey } from '../signing/signing-key.ts';
import {
  broken,
  makeLedger,
  newKey,
  samplesFor,
  temporaryPath,
  verify,
  worked,
} from './ledger.test-support.ts';
import { openLedger } from './ledger.ts';
import { sha256 } from './signatures.ts';

const utc = 1_771_059_600_000;
const nameOf = ({ publicKey }: Pick<GuardedKey, 'publicKey'>): string =>
  hexOfBytes(sha256(publicKey)).slice(0, 32);

/** A ledger whose key changed twice. */
function rolled() {
  const keys = [newKey()];
  const path = temporaryPath();
  const now = (): GuardedKey => keys.at(-1) ?? expect.fail('there is a first key');
  const ledger = worked(openLedger(path, now));
  ledger.appendAll(samplesFor(now()).slice(0, 5));
  for (const epoch of [1, 2]) {
    const next = newKey();
    ledger.roll(next, { epoch, utc });
    keys.push(next);
  }
  const head = ledger.head() ?? expect.fail('it has entries');
  ledger.close();
  return { path, keys, head };
}

describe('the fingerprint of a key that is known elsewhere', () => {
  it('fits, whichever of the ledger’s keys it is of', () => {
    const { path, keys } = rolled();
    for (const key of keys) expect(verify(path, undefined, nameOf(key))).toMatchObject({ ok: true });
  });

  it('tells a ledger that somebody made anew with keys of their own, which nothing in it does', () => {
    const known = nameOf(newKey());
    const path = makeLedger(70, newKey());
    expect(verify(path)).toMatchObject({ ok: true });
    expect(verify(path, undefined, known)).toEqual(broken(1, 'wrong-key'));
  });

  it('tells a ledger that was emptied', () => {
    const path = temporaryPath();
    worked(openLedger(path, newKey)).close();
    expect(verify(path)).toMatchObject({ ok: true });
    expect(verify(path, undefined, nameOf(newKey()))).toEqual(broken(1, 'truncated'));
  });
});

describe('the beginning of a hash, as it is typed from a day sheet', () => {
  it('fits its own ledger, and no other', () => {
    const { path, head } = rolled();
    const short = { sequence: head.sequence, hash: head.hash.slice(0, SHORT_HASH_DIGITS) };
    expect(verify(path, short)).toMatchObject({ ok: true });
    const { sequence, hash } = short;
    const other = `${hash.slice(0, -1)}${hash.endsWith('0') ? '1' : '0'}`;
    expect(verify(path, { sequence, hash: other })).toEqual(broken(sequence, 'rebuilt'));
    expect(verify(path, { sequence: sequence + 1, hash })).toEqual(broken(sequence + 1, 'truncated'));
  });
});

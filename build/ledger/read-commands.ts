import { closeSync, openSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ExportFormat } from '../../electron/keeper/ledger/export-ledger.ts';
import type { LedgerReader } from '../../electron/keeper/ledger/ledger.ts';
import { publicKeyHash } from '../../electron/keeper/ledger/signatures.ts';
import { fingerprint, inGroups } from '../../shared/ledger/checkpoint.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { readCheckpoint, readKept } from './read-checkpoint.ts';
import { readFingerprint } from './read-fingerprint.ts';
import { openLedgerOrExport } from './read-ledger.ts';
import { sentenceOfBroken } from './sentences.ts';

function reading(path: string, read: (ledger: LedgerReader) => Outcome): Outcome {
  const ledger = openLedgerOrExport(path);
  if (!ledger.ok) return refused(ledger.error);
  try {
    return read(ledger.value);
  } finally {
    ledger.value.close();
  }
}

/** What somebody knows of a ledger from elsewhere, as it was given. */
export interface Given {
  /** A file of a checkpoint, or a code of a day sheet. */
  readonly checkpoint: string | undefined;
  /** The name of a key. */
  readonly fingerprint: string | undefined;
}

/** Verifies a ledger or an export of it, and compares it with what is known of it elsewhere. */
export function verify(path: string, given: Given): Outcome {
  const kept = given.checkpoint === undefined ? undefined : readKept(given.checkpoint);
  if (kept?.ok === false) return refused(kept.error);
  const pinned = given.fingerprint === undefined ? undefined : readFingerprint(given.fingerprint);
  if (pinned?.ok === false) return refused(`--fingerprint ${pinned.error}`);
  return reading(path, (ledger) => {
    const verdict = ledger.verify({ checkpoint: kept?.value, fingerprint: pinned?.value });
    if (!verdict.ok) return { code: 1, say: sentenceOfBroken(verdict.error) };
    const { count, head } = verdict.value;
    const checkpoint = ledger.checkpoint();
    if (head === undefined || checkpoint === undefined) {
      return done('This ledger was never opened: it has no entry.');
    }
    const against =
      kept === undefined
        ? 'no checkpoint was given: a ledger rebuilt with the kiosk’s own key is found only against one'
        : `it agrees with the checkpoint at entry ${kept.value.sequence}`;
    const known =
      pinned === undefined
        ? kept === undefined
          ? '; no fingerprint was given: a ledger made anew with other keys is found only against one, or against a checkpoint'
          : ''
        : `; the key ${inGroups(pinned.value)} is among its keys`;
    return done(
      `All ${count} entries hold${signersInWords(ledger)}; the head is ${inGroups(head.hash)}; ${against}${known}.`,
    );
  });
}

/** Whose signatures hold, where all do. */
function signersInWords(ledger: LedgerReader): string {
  const keys = ledger.keys();
  const [opening, last] = [keys[0], keys.at(-1)];
  if (opening === undefined || last === undefined) throw new Error('a ledger with entries has a key');
  const name = fingerprintOf(opening.publicKey);
  return keys.length === 1
    ? ` and are signed by the key ${name}`
    : `, from the key ${name}, with which the ledger was opened, through ${keys.length - 1} that each were signed by the one before, to ${fingerprintOf(last.publicKey)}`;
}

function fingerprintOf(publicKey: Uint8Array): string {
  return fingerprint(publicKeyHash({ publicKey: Buffer.from(publicKey).toString('base64') }));
}

/** Lists every key that signed a ledger, so that a paper is found by the fingerprint of its key. Of one that holds alone. */
export function keysOf(path: string): Outcome {
  return reading(path, (ledger) => {
    const verdict = ledger.verify();
    if (!verdict.ok) return { code: 1, say: sentenceOfBroken(verdict.error) };
    const lines = ledger
      .keys()
      .map(({ epoch, from, publicKey }) => `${epoch}  ${fingerprintOf(publicKey)}  from entry ${from}`);
    return lines.length === 0
      ? refused('This ledger was never opened: it has no key.')
      : done(lines.join('\n'));
  });
}

/** Writes all entries as text into a new file. */
export function exportTo(path: string, format: ExportFormat, out: string): Outcome {
  return reading(path, (ledger) => {
    const verdict = ledger.verify();
    if (!verdict.ok) return { code: 1, say: `Nothing was exported. ${sentenceOfBroken(verdict.error)}` };
    let file: number;
    try {
      // Never over a file that is there: it may be the last export, or the ledger itself.
      file = openSync(resolve(out), 'wx');
    } catch {
      return refused(`${out} cannot be made: it is there already, or its folder is not.`);
    }
    try {
      for (const text of ledger.export(format)) writeSync(file, text);
    } finally {
      closeSync(file);
    }
    return done(`${verdict.value.count} entries were written to ${out}.`);
  });
}

/** Prints the signed head as JSON. */
export function checkpoint(path: string): Outcome {
  return reading(path, (ledger) => {
    const verdict = ledger.verifyTail();
    if (!verdict.ok) return { code: 1, say: sentenceOfBroken(verdict.error) };
    const head = ledger.checkpoint();
    return head === undefined
      ? refused('This ledger was never opened: it has no head.')
      : done(JSON.stringify(head, null, 2));
  });
}

/** Prints the fingerprint of the key that signed a checkpoint, as it stands on day sheets. `given`: its file, or its code. */
export function keyOfCheckpoint(given: string): Outcome {
  const read = readCheckpoint(given);
  return read.ok ? done(fingerprint(publicKeyHash(read.value))) : refused(read.error);
}

import { closeSync, openSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ExportFormat } from '../../electron/keeper/ledger/export-ledger.ts';
import { type LedgerReader, openLedgerToRead } from '../../electron/keeper/ledger/ledger.ts';
import { publicKeyHash } from '../../electron/keeper/ledger/signatures.ts';
import { fingerprint, inGroups } from '../../shared/ledger/checkpoint.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { readCheckpoint } from './read-checkpoint.ts';
import { sentenceOfBroken, sentenceOfFailure } from './sentences.ts';

function reading(path: string, read: (ledger: LedgerReader) => Outcome): Outcome {
  const ledger = openLedgerToRead(resolve(path));
  if (!ledger.ok) return refused(sentenceOfFailure(path, ledger.error));
  try {
    return read(ledger.value);
  } finally {
    ledger.value.close();
  }
}

/** Verifies a ledger, and compares it with a checkpoint that was kept elsewhere. */
export function verify(path: string, checkpointPath: string | undefined): Outcome {
  const kept = checkpointPath === undefined ? undefined : readCheckpoint(checkpointPath);
  if (kept !== undefined && !kept.ok) return refused(kept.error);
  return reading(path, (ledger) => {
    const verdict = ledger.verify(kept?.value);
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
    return done(
      `All ${count} entries hold${signersInWords(ledger)}; the head is ${inGroups(head.hash)}; ${against}.`,
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

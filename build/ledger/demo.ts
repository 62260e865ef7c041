import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { openLedger } from '../../electron/keeper/ledger/ledger.ts';
import { sha256 } from '../../electron/keeper/ledger/signatures.ts';
import { randomGuardedKey } from '../../electron/keeper/signing/signing-key.ts';
import { hexOfBytes } from '../../shared/ledger/encode-field.ts';
import type { LedgerEntry } from '../../shared/ledger/entries.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { sentenceOfFailure } from './sentences.ts';

/** How many entries are written before the disk has them: one transaction, one signature. */
const entriesAtOnce = 50_000;

/** Hand-overs on one day of an invented counter. */
const handOversInADay = 120;

const firstDay = Date.UTC(2026, 0, 5);
const dayLength = 86_400_000;

function dayAt(handOver: number) {
  const date = new Date(firstDay + Math.floor(handOver / handOversInADay) * dayLength);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** A hand-over in two entries; every fortieth had a spoiled card before. */
function handOver(number: number): readonly LedgerEntry[] {
  const day = dayAt(number);
  const isSpoiled = number % 40 === 39;
  const handedOver = { kind: 'handoff', day } as const;
  const erased = { kind: 'erased', day, outcome: 'issued' } as const;
  return isSpoiled ? [{ kind: 'spoiled', day, reason: 'smudged' }, handedOver, erased] : [handedOver, erased];
}

/** Entries of an invented kiosk, the first one aside. Without end. */
export function* demoEntries(): Generator<LedgerEntry, never> {
  for (let number = 0; ; number += 1) yield* handOver(number);
}

/** Writes a ledger of an invented kiosk, signed with a key that is then forgotten. */
export function writeDemo(path: string, entries: number): Outcome {
  if (existsSync(path)) return refused(`${path} is there already; a demo ledger never goes over a file.`);
  const signingKey = randomGuardedKey();
  const ledger = openLedger(resolve(path), () => signingKey);
  if (!ledger.ok) return refused(sentenceOfFailure(path, ledger.error));
  const key = hexOfBytes(sha256(signingKey.publicKey));
  try {
    let batch: LedgerEntry[] = [{ kind: 'opened', utc: firstDay, kiosk: 'de'.repeat(16), key }];
    let left = entries - 1;
    for (const entry of demoEntries()) {
      if (batch.length === entriesAtOnce || left === 0) {
        ledger.value.appendAll(batch);
        batch = [];
      }
      if (left === 0) break;
      batch.push(entry);
      left -= 1;
    }
  } finally {
    ledger.value.close();
    signingKey.destroy();
  }
  return done(`${entries} invented entries were written to ${path}.`);
}

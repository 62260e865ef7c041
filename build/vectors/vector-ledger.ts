import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ledger, openLedger } from '../../electron/keeper/ledger/ledger.ts';
import type { GuardedKey } from '../../electron/keeper/signing/signing-key.ts';
import type { LedgerEntry } from '../../shared/ledger/entries.ts';
import { saltedText } from '../../shared/ledger/salted-text.ts';
import { vectorKey } from './vector-keys.ts';

/** An invented kiosk, whose keys everybody knows. */
export const VECTOR_KIOSK = '000102030405060708090a0b0c0d0e0f';
export const VECTOR_REFERENCE = { salt: '00112233445566778899aabbccddeeff', text: 'Docket 12-345' } as const;

const FIRST_MOMENT = Date.UTC(2026, 1, 12, 13);
const MINUTE = 60_000;
const by = '0f0e0d0c0b0a09080706050403020100';
const second = '22'.repeat(16);
const hold = '11'.repeat(16);
const day = { year: 2026, month: 2, day: 12 };
const nextDay = { year: 2026, month: 2, day: 13 };

/** A ledger that is being written, each entry a minute after the one before, and its keys so far. */
interface Writing {
  readonly ledger: Ledger;
  readonly keys: readonly GuardedKey[];
  add(...entries: readonly ((utc: number) => LedgerEntry)[]): void;
  roll(): void;
}

/** Writes a ledger in a folder that goes, hands it over, and answers what was made of it. */
export function writtenLedger<Made>(
  write: (writing: Writing) => void,
  make: (written: Pick<Writing, 'ledger' | 'keys'>) => Made,
): Made {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-vectors-'));
  const keys = [vectorKey(0)];
  const now = (): GuardedKey => keys.at(-1) ?? vectorKey(0);
  const opened = openLedger(join(folder, 'ledger.db'), now);
  if (!opened.ok) throw new Error(`no ledger: ${opened.error.kind}`);
  const ledger = opened.value;
  let utc = FIRST_MOMENT;
  const next = (): number => {
    utc += MINUTE;
    return utc;
  };
  try {
    write({
      ledger,
      keys,
      add(...entries) {
        ledger.appendAll(entries.map((entry) => entry(next())));
      },
      roll() {
        const key = vectorKey(keys.length);
        ledger.roll(key, { epoch: keys.length, utc: next() });
        keys.push(key);
      },
    });
    return make({ ledger, keys });
  } finally {
    ledger.close();
    rmSync(folder, { recursive: true });
  }
}

function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The opening of the invented kiosk's ledger. */
export function openedBy(key: Pick<GuardedKey, 'publicKey'>): (utc: number) => LedgerEntry {
  return (utc) => ({ kind: 'opened', utc, kiosk: VECTOR_KIOSK, key: sha256(key.publicKey) });
}

/** Two days at a counter, with two changes of keys: the ledger of the vectors. */
export function writeVectorLedger({ add, roll, keys, ledger }: Writing): void {
  const [opening] = keys;
  if (opening === undefined) throw new Error('a ledger has a first key');
  const { salt, text } = VECTOR_REFERENCE;
  add(openedBy(opening), (utc) => ({ kind: 'day-opened', utc, by, counterDay: day, blanks: 480 }));
  add(
    () => ({ kind: 'handoff', day }),
    () => ({ kind: 'erased', day, outcome: 'issued' }),
    () => ({ kind: 'spoiled', day, reason: 'smudged' }),
    () => ({ kind: 'erased', day, outcome: 'denied' }),
  );
  add((utc) => ({
    ...{ kind: 'hold-set', utc, by, hold, scope: 'all', applications: 101 + 9, sealed: 0, unsealed: 2 },
    reason: 'subpoena',
  }));
  roll();
  add((utc) => ({
    kind: 'intake-resumed',
    utc,
    hold,
    by,
    reference: sha256(saltedText('reference', salt, text)),
  }));
  add((utc) => ({ kind: 'hold-lifted', utc, hold, by, second }));
  add(() => ({ kind: 'erased', day: nextDay, outcome: 'withdrawn' }));
  add((utc) => ({
    ...{ kind: 'checkpoint-taken', utc, by, way: 'day-sheet' },
    entries: ledger.head()?.sequence ?? 1,
  }));
  roll();
  add((utc) => ({ kind: 'waited', utc, count: 3 }));
}

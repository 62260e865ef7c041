import fc from 'fast-check';
import { type ExportModel, modelOf } from '../../build/vectors/export-model.ts';
import { openedBy, writeVectorLedger, writtenLedger } from '../../build/vectors/vector-ledger.ts';
import type { GuardedKey } from '../../electron/keeper/signing/signing-key.ts';
import { anyEntry } from '../../shared/ledger/arbitrary-entry.test-support.ts';
import { type LedgerEntry, opensLedger } from '../../shared/ledger/entries.ts';

/** A ledger that holds, and all of its keys, the opening one first. */
export interface Base {
  readonly model: ExportModel;
  readonly keys: readonly GuardedKey[];
}

/** What a ledger is written of: entries, or a change of keys. */
type Step = LedgerEntry | 'roll';

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: anyEntry.filter(({ kind }) => !opensLedger(kind) && kind !== 'key-rolled') },
  { weight: 1, arbitrary: fc.constant('roll' as const) },
);

/** Ledgers of all kinds of entries; the one of the vectors; and one with kept signatures, of which one is by a key that takes over there. */
export function madeBases(count: number, seed: number): readonly Base[] {
  const written = fc.sample(fc.array(step, { minLength: 1, maxLength: 24 }), { numRuns: count, seed });
  return [writtenLedger(writeVectorLedger, baseOf), ...written.map(baseOfSteps), longBase()];
}

type Written = Parameters<Parameters<typeof writtenLedger<Base>>[1]>[0];

function baseOf({ ledger, keys }: Written): Base {
  return { model: modelOf([...ledger.export('ndjson')].join('')), keys };
}

function baseOfSteps(steps: readonly Step[]): Base {
  return writtenLedger((writing) => {
    const [opening] = writing.keys;
    if (opening === undefined) throw new Error('a ledger has a first key');
    let waiting: ((utc: number) => LedgerEntry)[] = [openedBy(opening)];
    for (const each of steps) {
      if (each !== 'roll') {
        waiting.push(() => each);
        continue;
      }
      if (waiting.length > 0) writing.add(...waiting);
      waiting = [];
      writing.roll();
    }
    if (waiting.length > 0) writing.add(...waiting);
  }, baseOf);
}

const INTERVAL = 4_096;
const handoff = { kind: 'handoff', day: { year: 2026, month: 2, day: 14 } } as const;

function longBase(): Base {
  return writtenLedger((writing) => {
    const [opening] = writing.keys;
    if (opening === undefined) throw new Error('a ledger has a first key');
    writing.add(openedBy(opening), ...Array.from({ length: INTERVAL - 2 }, () => () => handoff));
    writing.roll();
    writing.add(...Array.from({ length: INTERVAL + 9 }, () => () => handoff));
  }, baseOf);
}

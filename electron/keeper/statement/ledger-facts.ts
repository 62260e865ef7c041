import { setImmediate as turn } from 'node:timers/promises';
import { type EntryKindName, entryKindNames, type LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { Statement } from '../../../shared/statement/statement.ts';
import type { LedgerReader } from '../ledger/ledger.ts';

/** So many entries are read before everybody else has their turn: some milliseconds. */
const AT_ONCE = 500;

/** What a statement says out of the ledger's entries. */
export interface LedgerFacts {
  kinds(): Statement['ledger']['kinds'];
  checkpoints(): Statement['ledger']['checkpoints'];
  inForce(): Statement['policy']['inForce'];
  /** The entry at which a hold was set. */
  setAt(hold: string): number | null;
}

/** Entries of a ledger, read one after the other. */
export interface LedgerPass extends LedgerFacts {
  /** Reads on to the head, some at a time. */
  readOn(): Promise<void>;
  /** Reads what came since, at once. */
  finish(): void;
}

/** A pass through this ledger from its first entry. */
export function passThrough(ledger: Pick<LedgerReader, 'head' | 'entryAt'>): LedgerPass {
  const counts = new Map<EntryKindName, number>();
  const holds = new Map<string, number>();
  const checkpoints = { onDaySheets: 0, onStick: 0 };
  let last: Statement['ledger']['checkpoints']['last'] = null;
  let inForce: Statement['policy']['inForce'] = null;
  let sequence = 0;

  function note(entry: LedgerEntry): void {
    counts.set(entry.kind, (counts.get(entry.kind) ?? 0) + 1);
    if (entry.kind === 'policy-in-force') inForce = { utc: entry.utc, sequence };
    if (entry.kind === 'hold-set') holds.set(entry.hold, sequence);
    if (entry.kind !== 'checkpoint-taken') return;
    checkpoints[entry.way === 'stick' ? 'onStick' : 'onDaySheets'] += 1;
    last = { utc: entry.utc, sequence };
  }

  function readTo(end: number): void {
    while (sequence < end) {
      sequence += 1;
      // One that cannot be read is what the verdict is about.
      const entry = ledger.entryAt(sequence);
      if (entry !== null) note(entry);
    }
  }

  const end = (): number => ledger.head()?.sequence ?? 0;
  return {
    async readOn() {
      while (sequence < end()) {
        readTo(Math.min(sequence + AT_ONCE, end()));
        await turn();
      }
    },
    finish: () => readTo(end()),
    kinds: () =>
      entryKindNames.flatMap((kind) => {
        const entries = counts.get(kind);
        return entries === undefined ? [] : [{ kind, entries }];
      }),
    checkpoints: () => ({ ...checkpoints, last }),
    inForce: () => inForce,
    setAt: (hold) => holds.get(hold) ?? null,
  };
}

import type { WipeStep } from '../../../shared/contract/application/wipe-steps.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import {
  LEAST_BYTES,
  LEAST_FILES,
  type ProvenSearch,
  type SearchReport,
} from '../../../shared/contract/receipt.ts';
import { createHolds, type Holds } from '../holds/holds.ts';
import { makeReceipt } from '../receipt/receipt.ts';
import { randomGuardedKey } from '../signing/signing-key.ts';
import type { Vault } from '../vault/vault.ts';
import type { WipeRows } from '../vault/wipe-rows.ts';
import { provenSearch } from './search-outcome.ts';
import type { Closing, WipeActs, WipeProcedure } from './wipe-parts.ts';
import { createWipeProcedure } from './wipe-procedure.ts';

/** Where something may go wrong: in a step, or at the end; `removed`: the row is, and its transaction then fails. */
type Point = WipeStep | 'conclude' | 'removed' | 'erase' | 'recovered';

/** Acts that never touch anything, in the order in which they were called, and how each shall go wrong. */
export interface Stage {
  readonly procedure: WipeProcedure;
  readonly log: string[];
  /** Steps that answer "not proven" (`refuse`) or throw, until they are taken out of this map. */
  readonly trouble: Map<Point, 'refuse' | 'throw'>;
  readonly failures: { readonly step: WipeStep; readonly error: unknown }[];
  readonly closed: { readonly step: WipeStep; readonly closing: Closing }[];
  /** Under a policy that stops wipes. */
  readonly holds: Holds;
  readonly ended: ApplicationId[];
  /** Retries that were asked for and have not run, with their waits. */
  readonly timers: { readonly milliseconds: number; readonly run: () => Promise<void> }[];
}

const key = randomGuardedKey();
export const CLEAN = {
  kind: 'searched',
  values: 5,
  tooShort: 0,
  alsoOwn: 0,
  windows: 40,
  files: 12,
  bytes: 9000,
  hits: 0,
  unreadable: 0,
} as const satisfies SearchReport;
export const FOUND = { ...CLEAN, hits: 1 };
/** What is kept of it. */
export const PROVEN = {
  ...{ kind: 'searched', files: LEAST_FILES, bytes: LEAST_BYTES },
  ...{ tooShort: 0, alsoOwn: 0, hits: 0, unreadable: 0 },
} as const satisfies ProvenSearch;

/** The real procedure on real wipe rows; `wrap` puts a fault between them. */
export function stageOf(vault: Vault, wrap: (rows: WipeRows) => WipeRows = (rows) => rows): Stage {
  const log: string[] = [];
  const trouble: Stage['trouble'] = new Map();
  const failures: Stage['failures'] = [];
  const closed: Stage['closed'] = [];
  const holds = createHolds(vault, () => ({ wipeBegun: 'stop' }));
  const ended: Stage['ended'] = [];
  const timers: Stage['timers'] = [];
  const goes = (step: Point): boolean => {
    log.push(step);
    if (trouble.get(step) === 'throw') throw new Error(`the ${step} act broke`);
    return !trouble.has(step);
  };
  const acts: WipeActs = {
    endWorker: async () => goes('worker-ended'),
    destroyKey: () => goes('key-destroyed'),
    deleteRows(application) {
      vault.remove(application);
      return goes('rows-deleted');
    },
    purgePrintSide: async () => (goes('print-side-purged') ? 'kept-nothing' : null),
    holdVerdict: (wipe) => holds.verdict(wipe.application, wipe),
    endSession: async () => (goes('session-ended') ? { selections: 'empty' } : null),
    removeFolder: () => goes('folder-removed'),
    eraseTraces: () => goes('erase'),
    conclude(wipe) {
      goes('conclude');
      const search = provenSearch(wipe.search);
      if (search === null) throw new Error('concluded without a search');
      const receipt = makeReceipt(
        key,
        { day: wipe.day, kiosk: 'Counter 3', identifier: '0f'.repeat(16), practice: false },
        { outcome: wipe.outcome, custody: wipe.custody, search, spool: wipe.spool ?? 'purged' },
        'built-in',
        wipe.selections ?? 'cannot-tell',
        false,
      );
      vault.database.transaction(() => {
        vault.wipes.remove(wipe.id);
        if (trouble.has('removed')) throw new Error('the transaction broke');
      })();
      return receipt;
    },
    close(wipe, step, closing) {
      vault.wipes.remove(wipe.id);
      closed.push({ step, closing });
    },
  };
  const procedure = createWipeProcedure(
    wrap(vault.wipes),
    acts,
    {
      failed: (_application, step, error) => failures.push({ step, error }),
      recovered: () => goes('recovered'),
      stopped: () => log.push('stopped by a hold'),
      unsigned: () => log.push('waits for a signature'),
      printSideOpen: () => log.push('only the print side is open'),
      ended: (application) => ended.push(application),
    },
    { now: () => 1_000_000 },
    (milliseconds, run) => timers.push({ milliseconds, run }),
  );
  return { procedure, log, trouble, failures, closed, holds, ended, timers };
}

/** Lets the retries that wait now run, and waits until they are through. */
export async function runTimers(stage: Stage): Promise<void> {
  await Promise.all(stage.timers.splice(0).map(({ run }) => run()));
}

import inspector from 'node:inspector';
import { hostname, tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { PowerSupply } from '../../../shared/power/power-source.ts';
import { reportBug } from '../../lib/defects/report-bug.ts';
import { readPowerSupplies } from '../../lib/power/power-supplies.ts';
import { type MachineClock, machineClock } from '../clock.ts';
import { openCustody } from '../custody/custody.ts';
import { examineByProcess } from '../doctor/examine-by-process.ts';
import { createSessionPool } from '../sessions/session-pool.ts';
import type { SharedFolders } from '../statement/places-to-search.ts';
import type { WipeActs } from '../wipe/wipe-parts.ts';
import { createSelections, type Selections } from '../x-display/selections.ts';
import type { KeeperMachine } from './keeper-machine.ts';

/** What a keeper is built on; tests put their own in the place of some. */
export interface KeeperParts {
  readonly clock: MachineClock;
  readonly openCustody: typeof openCustody;
  readonly machine: KeeperMachine;
  /** What this computer is called, in small letters. */
  readonly host: string;
  /** Where a statement looks besides the kiosk's own folders. */
  sharedFolders(keeperFolder: string): SharedFolders;
  /** What text may lie in at the display that the sessions draw on. */
  openSelections(): Selections;
  /** What the computer runs on, read anew each time; null: that can't be listed. */
  powerSupplies(): readonly PowerSupply[] | null;
  readonly createPool: typeof createSessionPool;
  /** Has this computer looked at by a process. */
  readonly examineByProcess: typeof examineByProcess;
  /** Lets a test stand between the procedure and its acts. The product passes them on as they are. */
  adjustActs(acts: WipeActs): WipeActs;
  /** Runs something after a pause, which is no reason for the keeper to live; never once it is closing. */
  later(milliseconds: number, run: () => unknown, closing: AbortSignal): void;
  onBug(where: string, error: unknown): void;
  /** Writes one line into the log. */
  say(line: string): void;
  /** Whether somebody looks into this keeper, and so perhaps into its sessions: then a page may stand at a breakpoint. */
  isInspected(): boolean;
}

/** The product's own parts on a machine. */
export function productParts(machine: KeeperMachine): KeeperParts {
  return {
    clock: machineClock,
    openCustody,
    machine,
    host: hostname().toLowerCase(),
    sharedFolders: (keeperFolder) => ({
      memory: [...new Set([dirname(keeperFolder), '/dev/shm'])],
      temporary: tmpdir(),
    }),
    openSelections: () => createSelections(machine),
    powerSupplies: () => readPowerSupplies(),
    createPool: createSessionPool,
    examineByProcess,
    adjustActs: (acts) => acts,
    later: runLater,
    onBug: reportBug,
    say: (line) => void process.stderr.write(`${line}\n`),
    // In a release nobody keeps it from ending a session that hangs.
    isInspected: () => __EVALUATION__ && inspector.url() !== undefined,
  };
}

/** Runs something after a pause, unless the keeper is closing by then. */
export function runLater(milliseconds: number, run: () => unknown, closing: AbortSignal): void {
  delay(milliseconds, undefined, { ref: false, signal: closing }).then(run, (error: unknown) => {
    if (!closing.aborted) throw error;
  });
}

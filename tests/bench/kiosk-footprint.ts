import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { descendantsOf } from '../support/memory/process-tree.ts';
import type { PrintingKiosk } from './printing-kiosk.ts';

/** What a kiosk that prints holds between two cards. Bytes, and numbers of things. */
export const kioskFootprint = z.object({
  /** Of the keeper's process, after its garbage was collected. */
  resident: z.number(),
  /** What is in use of it: objects, and buffers outside V8's heap. */
  inUse: z.number(),
  descriptors: z.number(),
  /** What keeps its event loop alive: pipes, sockets, timers. */
  handles: z.number(),
  /** Worker processes. One looks at the printer all day. */
  workers: z.number(),
  workersResident: z.number(),
  files: z.number(),
  bytesWithoutLedger: z.number(),
  ledgerBytes: z.number(),
  /** Below the keeper's folder in memory. */
  filesInMemory: z.number(),
  /** Of applications, wipes and jobs at printers. */
  rows: z.number(),
});
export type KioskFootprint = z.output<typeof kioskFootprint>;

/** Looks at the kiosk from inside its keeper's process. */
export function measureFootprint({ kiosk }: PrintingKiosk, dataFolder: string): KioskFootprint {
  const { facts, vault } = kiosk.services;
  // Twice: what the first one lets go of may have held something itself.
  for (let round = 0; round < 2; round += 1) globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  const workers = descendantsOf(process.pid);
  const data = filesBelow(dataFolder);
  const ledger = data.filter((path) => path.includes('ledger.db'));
  const inMemory = facts.searchRoots.filter((root) => root !== dataFolder).flatMap(filesBelow);
  const rows = ['application', 'wipe', 'print_job'].map((table) =>
    z
      .object({ count: z.number() })
      .parse(vault.database.prepare(`SELECT count(*) AS count FROM ${table}`).get()),
  );
  return {
    resident: rss,
    inUse: heapUsed + external,
    descriptors: readdirSync('/proc/self/fd').length,
    handles: process.getActiveResourcesInfo().length,
    workers: workers.length,
    workersResident: sumOf(workers.map(residentOf)),
    files: data.length,
    bytesWithoutLedger: sumOf(data.filter((path) => !ledger.includes(path)).map(sizeOf)),
    ledgerBytes: sumOf(ledger.map(sizeOf)),
    filesInMemory: inMemory.length,
    rows: sumOf(rows.map(({ count }) => count)),
  };
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
}

function sizeOf(path: string): number {
  return lstatSync(path).size;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Bytes; 0 for a process that has just ended. */
function residentOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) {
      return 0;
    }
    throw error;
  }
}

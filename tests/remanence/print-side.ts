import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { searchFiles } from '../../electron/core/search/search-files.ts';
import type { Configuration } from '../../shared/contract/configuration.ts';
import { patternsOfValue, type SearchPattern } from '../../shared/remanence/patterns.ts';
import { startBus } from '../print/peers/bus.ts';
import { type CardPrinter, startCardPrinter } from '../print/peers/card-printer.ts';
import { type Cups, startCups } from '../print/peers/cups.ts';
import { createCanary } from '../support/memory/canary.ts';
import { VoidRun } from './void-run.ts';
import { openVolume, type Volume } from './volume.ts';

/** Something found on the printer's side. */
export interface SpoolFinding {
  readonly label: string;
  readonly encoding: string;
  /** `memory`: a file of spool, temporary folder or cache. `volume`: a file on the disk. `raw`: its bare blocks. */
  readonly place: 'memory' | 'volume' | 'raw';
  /** The file; null for bare blocks. */
  readonly path: string | null;
}

/** What one search of the printer's side read and found. */
export interface SpoolScan {
  readonly files: number;
  readonly bytes: number;
  readonly rawBytes: number;
  readonly findings: readonly SpoolFinding[];
}

/**
 * A real cupsd with one queue and a real printer behind it. Spool, temporary folder and cache lie in memory;
 * configuration, queues, logs and all else of the server lie on a volume of its own.
 */
export interface PrintSide {
  readonly cups: Cups;
  readonly volume: Volume;
  readonly printer: CardPrinter;
  /** The queue's address. */
  readonly address: string;
  /** What the keeper is told of it. */
  readonly server: NonNullable<Configuration['printServer']>;
  /**
   * Searches all that cupsd and its filters keep in files, in memory and on the volume, and the volume's bare
   * blocks. Not searched: the memory of cupsd and its filters, which is not ours to judge, and the printer's own
   * spool folder: it stands for a printer's memory, which nobody here can see into.
   */
  search(patterns: readonly SearchPattern[]): Promise<SpoolScan>;
  stop(): Promise<void>;
}

/** The queue's name, as cupsd has it. */
export const QUEUE = 'card';

/** Starts it all in `work`. */
export async function startPrintSide(work: string): Promise<PrintSide> {
  const started: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    const volume = await openVolume(work, 'cups');
    started.push(() => volume.close());
    const bus = await startBus(join(work, 'bus'));
    started.push(() => bus.stop());
    const printer = await startCardPrinter({ folder: join(work, 'printer'), bus });
    started.push(() => printer.stop());
    const cups = await startCups({ folder: volume.folder });
    started.push(() => cups.stop());
    const { uri } = await cups.addQueue(QUEUE, printer.uri, { driver: 'everywhere' });
    return {
      cups,
      volume,
      printer,
      address: uri,
      server: { port: cups.port, socket: null, settings: cups.paths.filesConf },
      search: (patterns) => searchSide(cups, volume, patterns),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const PLANT = 'planted';

/**
 * Every search finds what was planted for it, or the run is void: first as a file of the volume, then, with the
 * file deleted, in the bare blocks.
 */
async function searchSide(
  { paths }: Cups,
  volume: Volume,
  patterns: readonly SearchPattern[],
): Promise<SpoolScan> {
  const token = createCanary(Math.random);
  const plant = join(volume.folder, 'plant');
  const sought = [...patterns, ...patternsOfValue(PLANT, token)];
  writeFileSync(plant, token);
  await volume.sync();
  const inMemory = [paths.requestRoot, paths.tempDir, paths.cacheDir];
  const read = await searchFiles({ roots: [volume.folder, ...inMemory], patterns: sought, changedSince: 0 });
  if (read.unreadable.length > 0) throw new VoidRun(`not readable: ${JSON.stringify(read.unreadable)}`);
  rmSync(plant);
  const raw = await volume.searchRaw(sought);
  const findings: SpoolFinding[] = [
    ...read.hits.map(({ label, encoding, path }) => {
      const place = path.startsWith(`${volume.folder}/`) ? ('volume' as const) : ('memory' as const);
      return { label, encoding, place, path };
    }),
    ...(raw?.hits ?? []).map(({ label, encoding }) => ({
      label,
      encoding,
      place: 'raw' as const,
      path: null,
    })),
  ];
  for (const place of raw === null ? (['volume'] as const) : (['volume', 'raw'] as const)) {
    if (!findings.some((each) => each.label === PLANT && each.place === place))
      throw new VoidRun(`positive control: what was planted was not found (${place})`);
  }
  return {
    files: read.files,
    bytes: read.bytes,
    rawBytes: raw?.bytes ?? 0,
    findings: findings.filter(({ label }) => label !== PLANT),
  };
}

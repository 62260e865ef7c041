import type { SearchPattern } from '../../shared/remanence/patterns.ts';
import type { PrintSide, SpoolFinding, SpoolScan } from './print-side.ts';
import { VoidRun } from './void-run.ts';

/** The figures of all searches of the printer's side. */
export interface SpoolFigures {
  /** Files and their bytes in spool, temporary folder, cache and on the server's volume, over all searches. */
  files: number;
  bytes: number;
  /** Bare blocks of the volume. */
  rawBytes: number;
  /** What was found in the spool while a card was printed: the same search, in the same places. */
  control: number;
  hits: number;
  /** Why no bare blocks were searched. */
  skipped?: string;
}

/** Searches the printer's side at the two moments that count. */
export interface SpoolWatch {
  readonly figures: SpoolFigures;
  /** In words; empty in a good run. */
  readonly where: readonly string[];
  /** The printer stands still before the next card, until it has been searched. */
  holdNext(): void;
  /** While the card is held: the person is in the spool, in memory; on the disk already now would be a hit. */
  whilePrinting(patterns: readonly SearchPattern[]): Promise<void>;
  /** After hand-over and purge. */
  afterwards(patterns: readonly SearchPattern[]): Promise<void>;
}

export function watchSpool(side: PrintSide): SpoolWatch {
  const { skipped } = side.volume;
  const figures: SpoolFigures = {
    files: 0,
    bytes: 0,
    rawBytes: 0,
    control: 0,
    hits: 0,
    ...(skipped === null ? {} : { skipped }),
  };
  const where: string[] = [];
  const count = ({ files, bytes, rawBytes }: SpoolScan, hits: readonly SpoolFinding[]): void => {
    figures.files += files;
    figures.bytes += bytes;
    figures.rawBytes += rawBytes;
    figures.hits += hits.length;
    where.push(...hits.map(spoolFindingInWords));
  };
  return {
    figures,
    where,
    holdNext: () => side.printer.setMode('slow'),
    async whilePrinting(patterns) {
      await side.printer.waitForHold();
      const scan = await side.search(patterns);
      side.printer.setMode('ok');
      const inSpool = scan.findings.filter(({ place }) => place === 'memory');
      if (!inSpool.some(({ path }) => path?.startsWith(`${side.cups.paths.requestRoot}/`)))
        throw new VoidRun('positive control: the person was not in the spool while the card was printed');
      figures.control += inSpool.length;
      count(
        scan,
        scan.findings.filter(({ place }) => place !== 'memory'),
      );
    },
    async afterwards(patterns) {
      const scan = await side.search(patterns);
      count(scan, scan.findings);
    },
  };
}

/** What was found where, without the value. */
export function spoolFindingInWords({ label, encoding, path }: SpoolFinding): string {
  return `${label} (${encoding}) in ${path ?? 'the raw blocks of the print server’s volume'}`;
}

import type { FileHit } from '../../electron/core/search/search-files.ts';
import type { RemanencePrinter } from './enrollment.ts';
import type { MemoryFinding } from './scan.ts';
import type { SelectionFigures } from './selections.ts';
import type { SpoolFigures } from './spool-watch.ts';
import type { RawScan } from './volume.ts';

/** The figures of a run; the last line of its output. */
export interface RemanenceResult {
  readonly printer: RemanencePrinter;
  enrollments: number;
  control: number;
  files: number;
  bytes: number;
  /** Bare blocks of the kiosk's own disk. */
  rawBytes: number;
  processes: number;
  /** Everywhere, the printer's side included. */
  hits: number;
  /** What another program at the display got. */
  readonly selections: SelectionFigures;
  /** Why no bare blocks of the kiosk's own disk were searched. */
  readonly skipped?: string;
  /** The printer's side, where it is a queue. */
  readonly spool?: SpoolFigures;
  /** Where something was found, in words: what, in which process or kind of file. Empty in a good run. */
  readonly where: string[];
}

/** What the searches after one hand-over read and found. */
export interface SearchedAfter {
  readonly memory: {
    readonly findings: readonly MemoryFinding[];
    readonly scanned: number;
    readonly bytes: number;
  };
  readonly files: { readonly hits: readonly FileHit[]; readonly files: number; readonly bytes: number };
  /** The bare blocks of the kiosk's disk; null where there are none. */
  readonly raw: RawScan | null;
}

/** Adds the searches after one hand-over to what the run has so far. */
export function addSearch(result: RemanenceResult, { memory, files, raw }: SearchedAfter): void {
  result.files += files.files;
  result.bytes += files.bytes + memory.bytes;
  result.rawBytes += raw?.bytes ?? 0;
  result.processes += memory.scanned;
  result.hits += memory.findings.length + files.hits.length + (raw?.hits.length ?? 0);
  addPlaces(result, [
    ...memory.findings.map((hit) => `${hit.label} (${hit.encoding}) in the memory of ${hit.process}`),
    ...files.hits.map((hit) => `${hit.label} (${hit.encoding}) in ${hit.path}`),
    ...(raw?.hits ?? []).map((hit) => `${hit.label} (${hit.encoding}) in the raw blocks of the kiosk’s disk`),
  ]);
}

/** What is in clear may be in page and core while somebody is at the screen. In the keeper's memory it is a hit, then too. */
export function addKeepersFindings(
  result: RemanenceResult,
  what: string,
  findings: readonly MemoryFinding[],
): void {
  const found = findings.filter(({ process }) => process.startsWith('witness-keeper '));
  result.hits += found.length;
  if (found.length > 0) addPlaces(result, [`${what} in the memory of the keeper`]);
}

/** Names places where something was found; each of them once, however often it was. */
export function addPlaces({ where }: RemanenceResult, places: readonly string[]): void {
  for (const place of places) if (!where.includes(place)) where.push(place);
}

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { programFolder } from '../programs.ts';
import { type ChildServer, startChild } from './child.ts';
import { freePort } from './free-port.ts';
import { untilSeen } from './watch.ts';

const source = fileURLToPath(new URL('pappl/streaming-printer.c', import.meta.url));
const program = join(programFolder, 'streaming-printer');

/** Compiles the printer application. Debian's PAPPL and a C compiler are there: `prepareMachine` has seen to it. */
export function compileStreamingPrinter(): void {
  mkdirSync(programFolder, { recursive: true });
  execFileSync('cc', ['-O1', '-Wall', '-Wextra', '-Werror', '-o', program, source, '-lpappl', '-lcups']);
}

export interface StreamingPrinterOptions {
  readonly folder: string;
  /** Bytes that it takes off the line before it prints them; the kernel's own choice when absent. */
  readonly buffer?: number;
  /** Jobs that it takes at a time; as many as there are when absent. */
  readonly mostJobs?: number;
  /** Its only size, by its PWG name: ID-1 when absent. */
  readonly media?: 'custom_cr80_53.98x85.6mm' | 'om_card_54x86mm';
  /** What it takes beside raster: PDF is spooled to its disk. */
  readonly takesPdf?: boolean;
}

/** Why it stands still. */
export type StreamingTrouble = 'media-empty' | 'media-jam' | 'cover-open' | 'ribbon-empty' | 'nothing';

/** A card as it arrived: rows of each face, of how many. */
const sheet = z.object({
  job: z.number(),
  name: z.string(),
  rows: z.array(z.number()),
  of: z.array(z.number()),
});
export type Sheet = z.infer<typeof sheet>;

/** Whether all rows of both faces have arrived. */
export function isWhole({ rows, of }: Sheet): boolean {
  return rows.length === 2 && rows.every((each, at) => each === of[at] && each > 0);
}

/** A printer application on PAPPL: it prints while it reads, and answers a document when it has printed it. */
export interface StreamingPrinter {
  readonly uri: string;
  readonly port: number;
  /** Stands still from this row of this face on, and says why. */
  hold(why: StreamingTrouble, face: 0 | 1, row: number): void;
  waitForHold(): Promise<void>;
  /** Prints no more of a card from this row of this face on. */
  failAt(face: 0 | 1, row: number): void;
  goOn(): void;
  /** What came out, whole or not. */
  sheets(): readonly Sheet[];
  waitForSheets(count: number): Promise<void>;
  /** What it keeps of documents on its disk. */
  readonly spoolFolder: string;
  /** Everything that it writes: spool, state and log among it. */
  readonly folder: string;
  /** Ends it as a pulled plug does. */
  kill(): Promise<void>;
  /** Starts it on the same port: its jobs count from one again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the printer application on loopback. */
export async function startStreamingPrinter(options: StreamingPrinterOptions): Promise<StreamingPrinter> {
  const { folder } = options;
  const at = (name: string): string => join(folder, name);
  const [spool, log] = [at('spool'), at('log')];
  mkdirSync(spool, { recursive: true });
  const port = await freePort();
  const words = [
    folder,
    String(port),
    String(options.buffer ?? 0),
    String(options.mostJobs ?? 0),
    options.takesPdf === true ? 'application/pdf' : 'image/pwg-raster',
    options.media ?? 'custom_cr80_53.98x85.6mm',
  ];
  const start = async (): Promise<ChildServer> => {
    rmSync(log, { force: true });
    const child = await startChild(program, words, {
      log: at('output'),
      environment: { HOME: folder, TMPDIR: folder },
    });
    try {
      const listens = (): true | null =>
        existsSync(log) && readFileSync(log, 'utf8').includes('Starting system.') ? true : null;
      await untilSeen(folder, 'the streaming printer', listens, child);
    } catch (error) {
      await child.kill();
      throw error;
    }
    return child;
  };
  const sheets = (): readonly Sheet[] =>
    existsSync(at('sheets'))
      ? readFileSync(at('sheets'), 'utf8')
          .split('\n')
          .slice(0, -1)
          .map((line) => sheet.parse(JSON.parse(line)))
      : [];
  const tell = (what: StreamingTrouble | 'fail', face: 0 | 1, row: number): void => {
    // Renamed into place: it never reads half a line.
    writeFileSync(at('hold.new'), `${what} ${face} ${row}\n`);
    renameSync(at('hold.new'), at('hold'));
  };
  let child = await start();
  return {
    uri: `ipp://localhost:${port}/ipp/print/card`,
    port,
    hold: tell,
    failAt: (face, row) => tell('fail', face, row),
    async waitForHold() {
      await untilSeen(folder, 'a printer that stands still', () => (existsSync(at('held')) ? true : null));
    },
    goOn: () => rmSync(at('hold')),
    sheets,
    async waitForSheets(count) {
      await untilSeen(folder, `${count} sheets`, () => (sheets().length >= count ? true : null));
    },
    spoolFolder: spool,
    folder,
    kill: () => child.kill(),
    async restart() {
      await child.kill();
      rmSync(at('held'), { force: true });
      child = await start();
    },
    stop: () => child.stop(),
  };
}

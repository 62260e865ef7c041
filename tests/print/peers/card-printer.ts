import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bus } from './bus.ts';
import { type CardPrinterKind, describePrinter } from './card-printer-description.ts';
import { makeTray, type Tray } from './cards.ts';
import { fingerprintOf } from './certificate.ts';
import { type ChildServer, startChild } from './child.ts';
import { freePort } from './free-port.ts';
import { printProgram } from './programs.ts';
import { untilSeen } from './watch.ts';

const mechanics = fileURLToPath(new URL('./card-mechanics.sh', import.meta.url));

/**
 * How the mechanics behave from now on; a job that stands still goes on by the new mode.
 *
 * - `cover-open`, `media-empty`, `media-jam`, `ribbon-empty` (marker-supply-empty): say so and stand still.
 * - `slow`: stands still before a card; `slow-half`: after its front.
 * - `fail-before`: the job fails, no card. `fail-mid-job`: it fails after the front, a half card drops.
 * - `die`: the printer dies after the front, a half card drops. `die-after`: it dies once the whole card dropped.
 */
export type CardPrinterMode =
  | 'ok'
  | 'cover-open'
  | 'media-empty'
  | 'media-jam'
  | 'ribbon-empty'
  | 'slow'
  | 'slow-half'
  | 'fail-before'
  | 'fail-mid-job'
  | 'die'
  | 'die-after';

export interface CardPrinterOptions {
  /** Its own: spool, certificate, cards. */
  readonly folder: string;
  readonly bus: Bus;
  /** A free one when absent. */
  readonly port?: number;
  /** What it offers; a card printer that takes PDF and PWG raster, both sides, when absent. */
  readonly attributes?: CardPrinterKind;
  /** Says ipps in `uri`. It speaks TLS on the same port in any case. */
  readonly tls?: boolean;
  /** Keeps a copy of each document for `lastDocument`. */
  readonly keepDocument?: boolean;
}

/** A real IPP Everywhere printer (ippeveprinter) on loopback whose mechanics are a script. */
export interface CardPrinter extends Tray {
  readonly uri: string;
  readonly port: number;
  pid(): number;
  setMode(mode: CardPrinterMode): void;
  /** Waits until a job stands still, in the mode it was held by: "before" a card, or "between" its faces. */
  waitForHold(): Promise<{ readonly mode: string; readonly moment: string; readonly job: number }>;
  /** The document that reached the mechanics last; null when none did, or with no `keepDocument`. */
  lastDocument(): Buffer | null;
  /** What lies in its spool folder. It keeps a job's files for at least 60 s, and for ever when it dies. */
  spoolFiles(): readonly string[];
  readonly spoolFolder: string;
  /** The certificate it shows now: SHA-256, as `fingerprint256` of Node. */
  fingerprint(): Promise<string>;
  /** What it logged. */
  said(): string;
  hasEnded(): boolean;
  /** Resolves when it is gone: in the modes that let it die, or after `kill`. */
  waitForEnd(): Promise<void>;
  /** Ends it as a pulled plug does. */
  kill(): Promise<void>;
  /** Starts it again on the same port after it ended, with no job of before; or with another certificate. */
  restart(change?: { readonly newCertificate?: boolean }): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a card printer. One job at a time: a second one is answered with server-error-busy. */
export async function startCardPrinter(options: CardPrinterOptions): Promise<CardPrinter> {
  const { folder } = options;
  const [spool, keys] = [join(folder, 'spool'), join(folder, 'keys')];
  for (const each of [folder, spool, keys]) mkdirSync(each, { recursive: true });
  const description = describePrinter(options.attributes ?? 'card');
  const descriptionFile = join(folder, description.fileName);
  writeFileSync(descriptionFile, description.text);
  const command = join(folder, 'mechanics.sh');
  copyFileSync(mechanics, command);
  chmodSync(command, 0o755);
  const gate = join(folder, 'gate');
  if (!existsSync(gate)) execFileSync('mkfifo', [gate]);
  if (options.keepDocument === true) writeFileSync(join(folder, 'keep'), '');
  const program = await printProgram('ippeveprinter');
  await printProgram('pdfinfo');

  const setMode = (mode: CardPrinterMode): void => {
    // Renamed into place: the mechanics never read half a word.
    writeFileSync(join(folder, 'mode.new'), mode);
    renameSync(join(folder, 'mode.new'), join(folder, 'mode'));
    wake(gate);
  };
  setMode('ok');

  const port = options.port ?? (await freePort());
  const start = async (): Promise<ChildServer> => {
    rmSync(join(folder, 'held'), { force: true });
    const words = ['-v', '-r', 'off', '-n', 'localhost', '-p', String(port), '-d', spool, '-K', keys];
    const child = await startChild(
      program,
      [...words, description.option, descriptionFile, '-c', command, 'Cards'],
      {
        log: join(folder, 'printer.log'),
        environment: {
          DBUS_SYSTEM_BUS_ADDRESS: options.bus.address,
          CARD_FOLDER: folder,
          HOME: folder,
          TMPDIR: folder,
        },
      },
    );
    try {
      // It says so once both its sockets listen.
      const ready = (): true | null => (child.said().includes('printer-uuid=') ? true : null);
      await untilSeen(folder, 'ippeveprinter', ready, child);
    } catch (error) {
      await child.kill();
      throw error;
    }
    return child;
  };

  let child = await start();
  return {
    ...makeTray(folder),
    uri: `${options.tls === true ? 'ipps' : 'ipp'}://localhost:${port}/ipp/print`,
    port,
    pid: () => child.pid,
    setMode,
    waitForHold: () =>
      untilSeen(folder, 'a job that stands still', () => {
        const held = /^(\S+) (\S+) (\d+)\n$/.exec(readIfThere(join(folder, 'held'))?.toString() ?? '');
        if (held === null) return null;
        const [, mode = '', moment = '', job] = held;
        return { mode, moment, job: Number(job) };
      }),
    lastDocument: () => readIfThere(join(folder, 'last-document')),
    spoolFiles: () => readdirSync(spool),
    spoolFolder: spool,
    fingerprint: () => fingerprintOf(port),
    said: () => child.said(),
    hasEnded: () => child.hasEnded(),
    waitForEnd: () => child.ended(),
    kill: () => child.kill(),
    async restart(change = {}) {
      await child.kill();
      if (change.newCertificate === true) rmSync(keys, { recursive: true });
      mkdirSync(keys, { recursive: true });
      child = await start();
    },
    stop: () => child.stop(),
  };
}

/** Wakes mechanics that wait. Nobody at the other end (ENXIO) means that they will read the new mode first. */
function wake(gate: string): void {
  try {
    const end = openSync(gate, constants.O_WRONLY | constants.O_NONBLOCK);
    writeSync(end, '\n');
    closeSync(end);
  } catch (error) {
    if (!hasCode(error, 'ENXIO')) throw error;
  }
}

function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

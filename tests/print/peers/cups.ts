import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../../build/machine/command.ts';
import { ownBackends } from './backends.ts';
import { cardPpd } from './card-printer-description.ts';
import { makeTray, type Tray } from './cards.ts';
import { type ChildServer, startChild } from './child.ts';
import {
  type CupsPaths,
  cupsPaths,
  filesConfiguration,
  serverConfiguration,
  shippedSettings,
} from './cups-configuration.ts';
import { assembleServerBin, letPass, MEMORY, makeFolders, requireTmpfs } from './cups-folders.ts';
import { freePort } from './free-port.ts';
import { printProgram } from './programs.ts';
import { untilSeen } from './watch.ts';

type VolatileFolder = 'requestRoot' | 'tempDir' | 'cacheDir';

export interface CupsOptions {
  /** Its own. May lie on a disk: only configuration, queues and logs are there. */
  readonly folder: string;
  /** Which of the folders that see documents or names lie in `folder` instead of on a tmpfs; none when absent. */
  readonly onDisk?: readonly VolatileFolder[];
  /** Lines of cupsd.conf that differ from what a kiosk is set to. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface QueueOptions {
  /** `everywhere` asks the printer what it can; `ppd` takes PDF as the driver of a card printer does. */
  readonly driver: 'everywhere' | 'ppd';
  readonly errorPolicy?: 'abort-job' | 'retry-job' | 'stop-printer' | 'retry-current-job';
}

export interface Queue {
  readonly name: string;
  readonly uri: string;
}

/** A real cupsd of our own on loopback. */
export interface Cups {
  readonly port: number;
  readonly pid: number;
  readonly paths: CupsPaths;
  /** Where the backend `handover:/` drops its cards. */
  readonly tray: Tray;
  /** Where the backend `cups-pdf:/` writes its files. */
  readonly pdfFolder: string;
  /** Device URIs: that of a card printer, `lie:/`, `handover:/`, `cups-pdf:/`, `file:///…`. */
  addQueue(name: string, deviceUri: string, options: QueueOptions): Promise<Queue>;
  deleteQueue(name: string): Promise<void>;
  /** Keeps jobs and prints none. */
  pause(name: string): Promise<void>;
  resume(name: string): Promise<void>;
  /** Takes no jobs. */
  reject(name: string): Promise<void>;
  accept(name: string): Promise<void>;
  /** What lies in the spool: control files (c…), documents (d…) and uploads under way. */
  spoolFiles(): readonly string[];
  /** What CUPS and its drivers left in the temporary folder. */
  tempFiles(): readonly string[];
  /** Runs one of CUPS' own client programs (lp, lpstat, cancel) against this server; what it printed. */
  client(program: string, words: readonly string[]): Promise<string>;
  said(): string;
  kill(): Promise<void>;
  /** Ends it and what it runs, as a crash of the service does: its folders stay as they are. */
  crash(): Promise<void>;
  /** Starts it again after a crash, with the settings that its files have now. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a cupsd set as a kiosk's must be, with its own helpers: it needs no root and changes no system. */
export async function startCups(options: CupsOptions): Promise<Cups> {
  const { folder } = options;
  const onDisk = options.onDisk ?? [];
  mkdirSync(folder, { recursive: true });
  const memory = mkdtempSync(join(MEMORY, 'counterfoil-cups-'));
  const forget = (): void => rmSync(memory, { recursive: true, force: true });
  process.once('exit', forget);
  requireTmpfs(memory);
  const paths = cupsPaths(folder, (which) => (onDisk.includes(which) ? folder : memory));
  letPass(folder);
  letPass(memory);
  makeFolders(paths);
  const tray = makeTray(join(folder, 'tray'));
  const pdfFolder = join(folder, 'pdf');
  mkdirSync(pdfFolder);
  chmodSync(pdfFolder, 0o777);
  assembleServerBin(paths.serverBin, ownBackends({ tray: tray.file, pdfFolder }));
  const ppdFile = join(folder, 'card.ppd');
  writeFileSync(ppdFile, cardPpd);

  const port = await freePort();
  writeFileSync(paths.filesConf, filesConfiguration(paths));
  writeFileSync(
    paths.cupsdConf,
    serverConfiguration(port, paths.run, { ...shippedSettings, ...options.settings }),
  );
  const cupsd = await printProgram('cupsd');
  await printProgram('pdfinfo');
  const words = ['-f', '-c', paths.cupsdConf, '-s', paths.filesConf];
  const server = `localhost:${port}`;
  const client = async (program: string, rest: readonly string[]): Promise<string> => {
    const ran = await runCommand(await printProgram(program), rest, {
      // HOME: root's and the user's own options are not to be read, and lpadmin writes there.
      environment: { CUPS_SERVER: server, HOME: folder, TMPDIR: folder, LC_ALL: 'C' },
      timeoutMilliseconds: 20_000,
    });
    if (!ran.ok) throw new Error(`${ran.error.command}: ${ran.error.output}`);
    return ran.value;
  };
  const start = async (): Promise<ChildServer> => {
    // One that was killed leaves its socket behind.
    rmSync(join(paths.run, 'cups.sock'), { force: true });
    const started = await startChild(cupsd, words, { log: join(folder, 'cupsd.log') });
    try {
      // The socket is listened on after the port, because it stands after it in the configuration.
      const ready = (): true | null => (readdirSync(paths.run).includes('cups.sock') ? true : null);
      await untilSeen(paths.run, 'cupsd', ready, started);
      await client('lpstat', ['-r']);
    } catch (error) {
      await started.kill();
      throw error;
    }
    return started;
  };
  let child: ChildServer;
  try {
    child = await start();
  } catch (error) {
    forget();
    throw error;
  }

  const command = async (program: string, ...rest: readonly string[]): Promise<void> => {
    await client(program, rest);
  };
  const end = async (ending: Promise<void>): Promise<void> => {
    await ending;
    process.off('exit', forget);
    forget();
  };
  return {
    port,
    get pid() {
      return child.pid;
    },
    paths,
    tray,
    pdfFolder,
    async addQueue(name, deviceUri, { driver, errorPolicy = 'abort-job' }) {
      const model = driver === 'everywhere' ? ['-m', 'everywhere'] : ['-P', ppdFile];
      const policy = ['-o', `printer-error-policy=${errorPolicy}`];
      await command('lpadmin', '-p', name, '-E', '-v', deviceUri, ...model, ...policy);
      return { name, uri: `ipp://${server}/printers/${name}` };
    },
    deleteQueue: (name) => command('lpadmin', '-x', name),
    pause: (name) => command('cupsdisable', '-r', 'Paused by a test', name),
    resume: (name) => command('cupsenable', name),
    reject: (name) => command('cupsreject', name),
    accept: (name) => command('cupsaccept', name),
    spoolFiles: () => readdirSync(paths.requestRoot),
    tempFiles: () => readdirSync(paths.tempDir),
    client,
    said: () => child.said(),
    kill: () => end(child.kill()),
    crash: () => child.kill(),
    async restart() {
      child = await start();
    },
    stop: () => end(child.stop()),
  };
}

import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tray } from './cards.ts';
import { type ChildServer, startChild } from './child.ts';
import { type CupsClient, cupsClient } from './cups-client.ts';
import {
  type CupsPaths,
  filesConfiguration,
  serverConfiguration,
  shippedSettings,
} from './cups-configuration.ts';
import { makeCupsPlace, type VolatileFolder } from './cups-place.ts';
import { freePort } from './free-port.ts';
import { printProgram } from './programs.ts';
import { untilSeen } from './watch.ts';

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
  readonly client: CupsClient;
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
  const place = makeCupsPlace(options.folder, options.onDisk ?? []);
  const { folder, paths, tray, pdfFolder } = place;
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
  const client = cupsClient(server, folder);
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
    place.forget();
    throw error;
  }

  const command = async (program: string, ...rest: readonly string[]): Promise<void> => {
    await client(program, rest);
  };
  const end = async (ending: Promise<void>): Promise<void> => {
    await ending;
    place.forget();
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
      const model = driver === 'everywhere' ? ['-m', 'everywhere'] : ['-P', place.ppdFile];
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

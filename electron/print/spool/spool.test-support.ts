import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { SpoolPlaces } from '../../lib/print-server/spool-places.ts';
import type { QueueFacts } from './queue-facts.ts';

const TMPFS = 0x01021994;
const ORDINARY_USER = 65534;

/** A folder on tmpfs, removed when the test has finished. Anybody may enter it. */
export function memoryFolder(): string {
  return folderIn('/dev/shm', true);
}

/** A folder on a disk, likewise. */
export function diskFolder(): string {
  const base = [tmpdir(), '/var/tmp', process.cwd()].find((path) => statfsSync(path).type !== TMPFS);
  if (base === undefined) throw new Error('no folder on a disk is known here');
  return folderIn(base, false);
}

function folderIn(base: string, inMemory: boolean): string {
  const folder = mkdtempSync(join(base, 'counterfoil-spool-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  if ((statfsSync(folder).type === TMPFS) !== inMemory) throw new Error(`${base} is not what it has to be`);
  chmodSync(folder, 0o755);
  return folder;
}

/** Three folders as cupsd makes them, below a folder. */
export function placesBelow(folder: string): SpoolPlaces {
  const places = {
    spool: join(folder, 'spool'),
    temp: join(folder, 'spool/tmp'),
    cache: join(folder, 'cache'),
  };
  for (const place of Object.values(places)) mkdirSync(place, { recursive: true });
  return places;
}

/** The lines of cups-files.conf that name these places. */
export function linesFor(places: SpoolPlaces): string {
  return `RequestRoot ${places.spool}\nTempDir ${places.temp}\nCacheDir ${places.cache}\n`;
}

/** Settings of cupsd.conf with which a server is accepted. */
export const goodDaemon = [
  'Listen localhost:631',
  'Listen /run/cups/cups.sock',
  'LogLevel warn',
  'LogDebugHistory 0',
  'PageLogFormat',
  'PreserveJobFiles No',
  'PreserveJobHistory Yes',
  '<Policy default>',
  '  <Limit All>',
  '    Order deny,allow',
  '  </Limit>',
  '</Policy>',
  '',
].join('\n');

/** Writes both settings files; tells where cups-files.conf is. */
export function settingsFiles(files: string, daemon: string = goodDaemon): string {
  const folder = diskFolder();
  const filesConf = join(folder, 'cups-files.conf');
  writeFileSync(filesConf, files, { mode: 0o644 });
  writeFileSync(join(folder, 'cupsd.conf'), daemon, { mode: 0o644 });
  return filesConf;
}

/** A queue of a card printer on USB. */
export const goodQueue: QueueFacts = {
  host: 'localhost',
  port: 631,
  deviceUri: 'usb://Example/Card%20Printer?serial=0001',
  printerType: 0x4,
  errorPolicy: 'abort-job',
  memberUris: [],
  makeAndModel: 'Example Card Printer',
};

/** Does something for which permissions count: they do not bind root. */
export function asOrdinaryUser<Value>(act: () => Value): Value {
  if (process.getuid?.() !== 0) return act();
  process.seteuid?.(ORDINARY_USER);
  try {
    return act();
  } finally {
    process.seteuid?.(0);
  }
}

import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type SpoolRefusal, spoolRefusal } from '../../../shared/printing/spool-refusal.ts';
import { fileSystemOf } from '../../lib/print-server/memory-place.ts';
import { checkQueue } from './check-queue.ts';
import type { QueueFacts } from './queue-facts.ts';
import {
  asOrdinaryUser,
  diskFolder,
  goodDaemon,
  goodQueue,
  linesFor,
  memoryFolder,
  placesBelow,
  settingsFiles,
} from './spool.test-support.ts';

/** Settings that are accepted, but for a change in cupsd.conf. */
function inMemory(changeDaemon: (text: string) => string = (text) => text): string {
  return settingsFiles(linesFor(placesBelow(memoryFolder())), changeDaemon(goodDaemon));
}

function refusals(filesConf: string, change: Partial<QueueFacts> = {}): readonly SpoolRefusal[] {
  const checked = checkQueue({ ...goodQueue, ...change }, { filesConf, socket: null });
  const found = checked.ok ? [] : checked.error;
  // Every one of them can be told to another process.
  return found.map((refusal) => spoolRefusal.parse(refusal));
}

const without = (line: string) => (text: string) => {
  expect(text).toContain(`${line}\n`);
  return text.replace(`${line}\n`, '');
};
const withLine = (line: string) => (text: string) => `${text}${line}\n`;

describe('a queue of this machine', () => {
  it('is accepted if all is in memory, and its places are told', () => {
    const places = placesBelow(memoryFolder());
    expect(checkQueue(goodQueue, { filesConf: settingsFiles(linesFor(places)), socket: null })).toEqual({
      ok: true,
      value: places,
    });
  });

  it('is not looked for on another machine, where the same files say nothing', () => {
    const filesConf = inMemory();
    expect(refusals(filesConf, { host: '192.0.2.9' })).toEqual([{ kind: 'not-this-machine' }]);
    expect(refusals(filesConf)).toEqual([]);
    expect(refusals('/not/there', { host: '192.0.2.9', deviceUri: 'cups-pdf:/' })).toEqual([
      { kind: 'not-this-machine' },
      { kind: 'writes-files', backend: 'cups-pdf' },
    ]);
  });

  it('is refused if its server listens elsewhere, whatever else that one does', () => {
    const filesConf = settingsFiles('', 'Listen localhost:6631\n');
    expect(refusals(filesConf)).toEqual([{ kind: 'another-server' }]);
    expect(refusals(filesConf, { port: 6631 }).map(({ kind }) => kind)).not.toContain('another-server');
  });

  it('is this server’s where it listens at the socket that the queue was asked by, and at no port', () => {
    const socket = '/run/cups/cups.sock';
    const filesConf = inMemory(without('Listen localhost:631'));
    expect(checkQueue(goodQueue, { filesConf, socket }).ok).toBe(true);
    expect(refusals(filesConf)).toEqual([{ kind: 'another-server' }]);
    const elsewhere = checkQueue(goodQueue, { filesConf, socket: '/run/other/cups.sock' });
    expect(elsewhere).toEqual({ ok: false, error: [{ kind: 'another-server' }] });
  });
});

describe('settings', () => {
  it.each(['cups-files.conf', 'cupsd.conf'])('that cannot be read are named: %s', (name) => {
    const filesConf = inMemory();
    const file = join(dirname(filesConf), name);
    expect(asOrdinaryUser(() => refusals(filesConf))).toEqual([]);
    chmodSync(file, 0o000);
    expect(asOrdinaryUser(() => refusals(filesConf))).toEqual([{ kind: 'settings-unreadable', file }]);
    rmSync(file);
    expect(refusals(filesConf)).toEqual([{ kind: 'settings-unreadable', file }]);
  });

  it('that cannot be read are both named, with what the queue says of itself', () => {
    expect(refusals('/not/there/cups-files.conf', { deviceUri: 'file:/x' })).toEqual([
      { kind: 'settings-unreadable', file: '/not/there/cups-files.conf' },
      { kind: 'settings-unreadable', file: '/not/there/cupsd.conf' },
      { kind: 'writes-files', backend: 'file' },
    ]);
  });

  it('that cupsd would not start with are not understood', () => {
    const filesConf = inMemory(withLine('<Location />'));
    const file = join(dirname(filesConf), 'cupsd.conf');
    expect(refusals(filesConf)).toEqual([{ kind: 'settings-not-understood', file }]);
  });
});

describe('places', () => {
  it.each(['spool', 'temp', 'cache'] as const)('on a disk are refused: %s', (place) => {
    const disk = diskFolder();
    const path = join(disk, place);
    mkdirSync(path);
    const filesConf = settingsFiles(linesFor({ ...placesBelow(memoryFolder()), [place]: path }));
    expect(refusals(filesConf)).toEqual([
      { kind: 'not-in-memory', place, path, fileSystem: fileSystemOf(disk) },
    ]);
  });

  it('that are not there are refused', () => {
    const places = placesBelow(memoryFolder());
    const path = join(places.spool, 'gone');
    expect(refusals(settingsFiles(linesFor({ ...places, temp: path })))).toEqual([
      { kind: 'not-in-memory', place: 'temp', path, fileSystem: 'unknown' },
    ]);
  });

  it('are the defaults where nothing is said, and a temporary folder must be', () => {
    const { temp } = placesBelow(memoryFolder());
    const paths = refusals(settingsFiles(`TempDir ${temp}\n`)).map((refusal) =>
      refusal.kind === 'not-in-memory' ? refusal.path : refusal.kind,
    );
    // On a machine that is set up, they are in memory and no refusal.
    for (const path of paths) expect(['/var/spool/cups', '/var/cache/cups']).toContain(path);
    const { spool, cache } = placesBelow(memoryFolder());
    expect(refusals(settingsFiles(`RequestRoot ${spool}\nCacheDir ${cache}\n`))).toEqual([
      { kind: 'temp-not-named' },
    ]);
    const disk = diskFolder();
    expect(refusals(settingsFiles(`RequestRoot ${disk}\nCacheDir ${cache}\n`))).toEqual([
      { kind: 'temp-not-named' },
      { kind: 'not-in-memory', place: 'spool', path: disk, fileSystem: fileSystemOf(disk) },
    ]);
  });

  it('may be relative to ServerRoot: the temporary one to that above its line, the others to the last', () => {
    const [first, second] = [placesBelow(memoryFolder()), memoryFolder()];
    mkdirSync(join(second, 'jobs'));
    mkdirSync(join(second, 'cache'));
    const lines = [
      `ServerRoot ${dirname(first.spool)}`,
      'TempDir spool/tmp',
      'RequestRoot jobs',
      `CacheDir ${first.spool}`,
      'cachedir cache',
      `serverroot ${second}`,
    ];
    expect(checkQueue(goodQueue, { filesConf: settingsFiles(lines.join('\n')), socket: null })).toEqual({
      ok: true,
      value: { spool: join(second, 'jobs'), temp: first.temp, cache: join(second, 'cache') },
    });
  });

  it('may lie behind folders that the kiosk may not enter', () => {
    const places = placesBelow(memoryFolder());
    const filesConf = settingsFiles(linesFor(places));
    chmodSync(places.spool, 0o000);
    expect(asOrdinaryUser(() => checkQueue(goodQueue, { filesConf, socket: null }))).toEqual({
      ok: true,
      value: places,
    });
    chmodSync(places.spool, 0o755);
  });
});

describe('what is kept and logged', () => {
  it.each<readonly [string, (text: string) => string, SpoolRefusal]>([
    ['documents kept by default', without('PreserveJobFiles No'), { kind: 'keeps-files' }],
    ['documents kept', withLine('PreserveJobFiles Yes'), { kind: 'keeps-files' }],
    ['documents kept for a minute', withLine('preservejobfiles 1m'), { kind: 'keeps-files' }],
    ['a word that cupsd passes over', withLine('PreserveJobFiles Never'), { kind: 'keeps-files' }],
    ['no history', withLine('PreserveJobHistory No'), { kind: 'forgets-results' }],
    ['a short history', withLine('PreserveJobHistory 10'), { kind: 'forgets-results' }],
    ['debug', withLine('LogLevel debug'), { kind: 'logs-too-much', setting: 'LogLevel' }],
    ['more debug', withLine('LOGLEVEL DEBUG2'), { kind: 'logs-too-much', setting: 'LogLevel' }],
    [
      'messages held by default',
      without('LogDebugHistory 0'),
      { kind: 'logs-too-much', setting: 'LogDebugHistory' },
    ],
    ['messages held', withLine('LogDebugHistory 1'), { kind: 'logs-too-much', setting: 'LogDebugHistory' }],
    ['pages by default', without('PageLogFormat'), { kind: 'page-log' }],
    ['pages', withLine('PageLogFormat %j'), { kind: 'page-log' }],
  ])('%s: refused', (_name, change, refusal) => {
    expect(refusals(inMemory(change))).toEqual([refusal]);
  });

  it.each<readonly [string, (text: string) => string]>([
    ['history kept by default', without('PreserveJobHistory Yes')],
    ['warnings by default', without('LogLevel warn')],
    ['other words for no', withLine('PreserveJobFiles OFF')],
    ['no seconds at all', withLine('PreserveJobFiles 0')],
    ['a later line', (text) => `PreserveJobFiles Yes\nLogLevel debug\nPageLogFormat %u\n${text}`],
    ['a comment', withLine('# LogLevel debug')],
    ['a policy that says so', withLine('<Policy x>\nLogLevel debug\n</Policy>')],
    ['an access log', withLine('AccessLogLevel all')],
  ])('%s: accepted', (_name, change) => {
    expect(refusals(inMemory(change))).toEqual([]);
  });

  it('is all told at once', () => {
    const path = diskFolder();
    const filesConf = settingsFiles(`RequestRoot ${path}\nTempDir ${path}\nCacheDir ${path}\n`, 'Port 631\n');
    expect(refusals(filesConf, { deviceUri: 'cups-pdf:/' }).map(({ kind }) => kind)).toEqual([
      'not-in-memory',
      'not-in-memory',
      'not-in-memory',
      'keeps-files',
      'logs-too-much',
      'page-log',
      'writes-files',
    ]);
  });

  it('is refused as a system delivers it', () => {
    const filesConf = inMemory();
    // As in Debian 13.
    writeFileSync(
      join(dirname(filesConf), 'cupsd.conf'),
      'LogLevel warn\nPageLogFormat\nListen localhost:631\n',
    );
    expect(refusals(filesConf).map(({ kind }) => kind)).toEqual(['keeps-files', 'logs-too-much']);
  });
});

import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { machineClock } from '../../electron/keeper/clock.ts';
import { CHUNK_BYTES } from '../../electron/keeper/statement/read-through.ts';
import { searchPlaces } from '../../electron/keeper/statement/search-places.ts';
import { SQLITE_MAGIC } from '../../electron/keeper/statement/what-a-file-is.ts';
import { createChunkedSearch } from '../../shared/remanence/chunked-search.ts';
import type { SearchPattern } from '../../shared/remanence/patterns.ts';
import type { Comparison } from './statistics.ts';

const FILES = 128;
const FILE_BYTES = 4 * 1024 * 1024;
/** As many as a kiosk has open on its busiest day. */
const IDENTIFIERS = 40;
const EVERY = 16;
const PLANTED_AT = 2_000_000;
const GOAL = 1.1;
const WARM_UP = 1;

const NO_CONTROL = {
  token: randomBytes(32),
  isOne: () => false,
  found: () => undefined,
  met: () => undefined,
};

/** Files of random bytes; an identifier stands in some, so that a search that sees nothing shows. */
function writeFiles(folder: string, identifier: string): readonly string[] {
  mkdirSync(folder);
  return Array.from({ length: FILES }, (_nothing, index) => {
    const bytes = randomBytes(FILE_BYTES);
    if (index % EVERY === 0) bytes.write(identifier, PLANTED_AT);
    const path = join(folder, `file-${index}`);
    writeFileSync(path, bytes);
    return path;
  });
}

/** Milliseconds of reading these files and searching them for the same, in one go and counting nothing else. */
function timePlainSearch(paths: readonly string[], patterns: readonly SearchPattern[]): number {
  const began = performance.now();
  const search = createChunkedSearch(patterns, CHUNK_BYTES);
  let found = 0;
  for (const path of paths) {
    const file = openSync(path, 'r');
    search.start(0);
    for (let at = 0; ; ) {
      const room = search.room();
      const read = readSync(file, room, 0, room.length, at);
      if (read === 0) break;
      search.push(read, () => {
        found += 1;
      });
      at += read;
    }
    closeSync(file);
  }
  const milliseconds = performance.now() - began;
  if (found !== FILES / EVERY) throw new Error(`the plain search found ${found} of ${FILES / EVERY}`);
  return milliseconds;
}

/** A custody statement's search of half a gigabyte, against a plain read and search of the same bytes. The cache is warm. */
export async function measureStatement(folder: string, rounds: number): Promise<Comparison> {
  const root = join(folder, 'statement');
  const identifiers = Array.from({ length: IDENTIFIERS }, () => randomBytes(16).toString('hex'));
  const paths = writeFiles(root, identifiers[0] ?? '');
  const looked = [NO_CONTROL.token, SQLITE_MAGIC, ...identifiers.map((each) => Buffer.from(each))];
  const patterns = looked.map((bytes) => ({ label: 'identifier', encoding: 'raw' as const, bytes }));
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const began = performance.now();
    const found = await searchPlaces({
      places: [{ place: 'data', path: root, how: 'search', ownerOf: () => 'unknown' }],
      ...{
        identifiers,
        control: NO_CONTROL,
        dayOf: () => '2031-01-02',
        uptime: machineClock.uptime,
        tell: () => undefined,
      },
      stopped: new AbortController().signal,
    });
    const our = performance.now() - began;
    if (found?.identifiersFound !== FILES / EVERY || found.files !== FILES)
      throw new Error(`the search found ${found?.identifiersFound} identifiers in ${found?.files} files`);
    const their = timePlainSearch(paths, patterns);
    if (round < 0) continue;
    ours.push(our);
    theirs.push(their);
  }
  return {
    what: `custody statement: search of ${(FILES * FILE_BYTES) / 1024 ** 2} MiB`,
    baseline: 'the same files read and searched in one go, cache warm',
    goal: GOAL,
    ours,
    theirs,
  };
}

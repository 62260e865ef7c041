import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { patternsOfValue } from '../../../shared/remanence/patterns.ts';
import { CHUNK_BYTES, type FileSearchRequest, searchFiles } from './search-files.ts';

const NAME = 'Zobrekimuvaxo';
const patterns = patternsOfValue('given name', NAME);

/** Writes files into a folder and removes most of them, for as long as it lives. */
const CHURN = `
  const { rmSync, writeFileSync } = require('node:fs');
  const { parentPort, workerData: root } = require('node:worker_threads');
  for (let turn = 0; ; turn += 1) {
    const path = root + '/file-' + (turn % 50);
    writeFileSync(path, 'x');
    if (turn % 3 > 0) rmSync(path);
    if (turn === 100) parentPort.postMessage('begun');
  }
`;

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'search-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function put(name: string, content: string | Uint8Array): string {
  const path = join(root, name);
  writeFileSync(path, content);
  return path;
}

function search(request: Partial<FileSearchRequest> = {}) {
  return searchFiles({ roots: [root], changedSince: 0, patterns, ...request });
}

describe('search of file contents', () => {
  it('counts what it read and says what was found where', async () => {
    put('plain', 'nobody here');
    mkdirSync(join(root, 'deep', 'er'), { recursive: true });
    const path = put('deep/er/leftover', `....${NAME}`);
    expect(await search()).toEqual({
      files: 2,
      bytes: 28,
      shipped: 0,
      hits: [{ path, label: 'given name', encoding: 'utf-8', where: 'content', offset: 4 }],
      unreadable: [],
    });
  });

  it('finds a value at every position around the edge of a chunk, once', async () => {
    for (let offset = CHUNK_BYTES - NAME.length - 1; offset <= CHUNK_BYTES + 1; offset += 1) {
      const content = Buffer.alloc(CHUNK_BYTES + 100);
      content.write(NAME, offset);
      put('edge', content);
      expect((await search()).hits.map((hit) => hit.offset)).toEqual([offset]);
    }
  });

  it.each(['utf16le', 'base64', 'hex'] as const)('finds a value written as %s', async (encoding) => {
    put(
      'coded',
      encoding === 'utf16le' ? Buffer.from(NAME, encoding) : Buffer.from(`x${NAME}`).toString(encoding),
    );
    expect((await search()).hits).toHaveLength(1);
  });

  it('leaves out what has not changed since, but not what was only given an old date or a new name', async () => {
    const since = Date.now();
    utimesSync(put('backdated', NAME), 1, 1);
    expect((await search({ changedSince: since })).hits).toHaveLength(1);
    const untouched = await search({ changedSince: Date.now() + 60_000 });
    expect(untouched).toMatchObject({ files: 0, hits: [] });
  });

  it('drops the hits in a shipped file, and only while it is as shipped', async () => {
    const path = put('names.pak', `Martin, ${NAME}`);
    const leaveOut = new Set([createHash('sha256').update(`Martin, ${NAME}`).digest('hex')]);
    expect(await search({ leaveOut })).toMatchObject({ files: 1, shipped: 1, hits: [] });
    writeFileSync(path, `Martin, ${NAME}!`);
    expect(await search({ leaveOut })).toMatchObject({ shipped: 0, hits: [{ path }] });
  });

  it('hashes shipped files of several chunks as they are', async () => {
    const content = Buffer.concat([randomBytes(2 * CHUNK_BYTES + 5), Buffer.from(NAME)]);
    put('big', content);
    const leaveOut = new Set([createHash('sha256').update(content).digest('hex')]);
    expect(await search({ leaveOut })).toMatchObject({ shipped: 1, hits: [] });
  });
});

describe('search of names', () => {
  it('finds a value in names of files, folders and links and in what links point to, once each', async () => {
    mkdirSync(join(root, `for ${NAME}`));
    put(`for ${NAME}/a`, '');
    put(`photo of ${NAME}.jpg`, '');
    symlinkSync('/nowhere', join(root, NAME));
    symlinkSync(`/nowhere/${NAME}`, join(root, 'link'));
    const { hits } = await search();
    expect(hits.map(({ path, where }) => [path.slice(root.length + 1), where]).toSorted()).toEqual([
      [NAME, 'name'],
      [`for ${NAME}`, 'name'],
      ['link', 'link text'],
      [`photo of ${NAME}.jpg`, 'name'],
    ]);
  });

  it('opens files whose names are not valid UTF-8', async () => {
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.of(0xff, 0xfe)]), NAME);
    expect(await search()).toMatchObject({ files: 1, hits: [{ where: 'content' }], unreadable: [] });
  });
});

describe('the walk', () => {
  it('follows no links, opens no pipes and sockets, and reads overlapping roots once', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'search-outside-'));
    writeFileSync(join(outside, 'file'), NAME);
    symlinkSync(outside, join(root, 'folder-link'));
    symlinkSync(join(outside, 'file'), join(root, 'file-link'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
    const server = createServer().listen(join(root, 'socket'));
    await new Promise((resolve) => server.once('listening', resolve));
    mkdirSync(join(root, 'inner'));
    put('inner/file', 'x');
    const report = await search({ roots: [root, join(root, 'inner'), root] });
    server.close();
    rmSync(outside, { recursive: true });
    expect(report).toEqual({ files: 1, bytes: 1, shipped: 0, hits: [], unreadable: [] });
  });

  it('reports a root that does not exist: a misspelt folder must not look clean', async () => {
    const missing = join(root, 'missing');
    expect((await search({ roots: [missing] })).unreadable).toEqual([{ path: missing, reason: 'ENOENT' }]);
  });

  it('does not mind files that come and go meanwhile', async () => {
    // In another thread: a search waits for the system, and leaves this one few turns.
    const churn = new Worker(CHURN, { eval: true, workerData: root });
    await once(churn, 'message');
    for (let turn = 0; turn < 200; turn += 1) expect((await search()).unreadable).toEqual([]);
    await churn.terminate();
  });

  it('lets others have their turn while it goes on', async () => {
    for (let file = 0; file < 20; file += 1) put(`big-${file}`, randomBytes(4 * 1024 * 1024));
    let turns = 0;
    let running = true;
    const count = (): void => {
      turns += 1;
      if (running) setImmediate(count);
    };
    setImmediate(count);
    await search();
    running = false;
    expect(turns).toBeGreaterThan(1);
  });

  // Root may read everything, so the refusal can be seen by an ordinary user only.
  it.skipIf(process.getuid?.() === 0)('reports what it may not read', async () => {
    const path = put('secret', NAME);
    chmodSync(path, 0);
    expect(await search()).toMatchObject({ hits: [], unreadable: [{ path, reason: 'EACCES' }] });
  });
});

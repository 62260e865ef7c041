import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A folder on a real disk, removed when the test has finished. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-database-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Everything that could betray a write: names, kinds, sizes, modes, moments of change, inodes, contents. */
export function snapshotOf(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const path = join(folder, name);
      const { mode, size, mtimeNs, ino } = lstatSync(path, { bigint: true });
      const content = lstatSync(path).isFile()
        ? createHash('sha256').update(readFileSync(path)).digest('hex')
        : 'no file';
      return [name, mode.toString(8), size, mtimeNs, ino, content].join(' ');
    });
}

/** What a child does with the database; see `opener-child.ts`. */
export type ChildAction = 'hold' | 'transaction' | 'create-many';

/** Starts another opener. It answers one line and then stays until it is killed (when the test has finished). */
export async function startOpener(
  path: string,
  action: ChildAction,
  userId?: number,
): Promise<{ readonly answer: unknown; kill(): Promise<void> }> {
  const script = fileURLToPath(new URL('opener-child.ts', import.meta.url));
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(
    process.execPath,
    [script, path, action],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      ...(userId === undefined ? {} : { uid: userId }),
    },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  async function kill(): Promise<void> {
    child.kill('SIGKILL');
    await ended;
  }
  onTestFinished(kill);
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString()));
    child.once('error', reject);
    child.once('close', () => reject(new Error('the child ended without an answer')));
  });
  const answer: unknown = JSON.parse(line);
  return { answer, kill };
}

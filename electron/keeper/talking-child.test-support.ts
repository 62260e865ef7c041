import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { onTestFinished } from 'vitest';

/** A process that has said something, and goes on until it is killed: at the latest when the test has finished. */
export interface TalkingChild {
  /** The JSON that it said first. */
  readonly said: unknown;
  kill(): Promise<void>;
}

/** Starts a program of Node. `userId`: as whom; null: as this process. @throws if it ends without a word. */
export async function talkingChild(words: readonly string[], userId: number | null): Promise<TalkingChild> {
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(process.execPath, words, {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(userId === null ? {} : { uid: userId }),
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  async function kill(): Promise<void> {
    child.kill('SIGKILL');
    await ended;
  }
  onTestFinished(kill);
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString()));
    child.once('error', reject);
    child.once('close', () => reject(new Error('the child ended without a word')));
  });
  return { said: JSON.parse(line), kill };
}

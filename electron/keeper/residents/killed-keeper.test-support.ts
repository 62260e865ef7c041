import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { connectToKeeper, type KeeperClient } from '../../core/keeper-client.ts';
import { configurationOf } from '../start/keeper.test-support.ts';

const CHILD = fileURLToPath(new URL('keeper-child.test-support.ts', import.meta.url));

const told = z.object({ keeperFolder: z.string(), socket: z.string(), token: z.string() });

/** A keeper in a process of its own, and a core that is connected to it. */
export interface KeeperProcess {
  readonly core: KeeperClient;
  /** In memory: the folder of its socket and of its sessions. */
  readonly keeperFolder: string;
  /** By the kernel, in the middle of whatever it does: no line of it runs any more. */
  kill(): Promise<void>;
}

/** Starts a keeper on a kiosk that is set up, by a clock that stands at `now` (epoch milliseconds). */
export async function keeperProcess(dataFolder: string, now: number): Promise<KeeperProcess> {
  const configuration = JSON.stringify(configurationOf({ dataFolder, scripted: true }));
  const child = spawn(process.execPath, [CHILD, configuration, String(now)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  async function kill(): Promise<void> {
    child.kill('SIGKILL');
    await ended;
  }
  onTestFinished(kill);
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString()));
    child.once('close', () => reject(new Error('the keeper ended without a word')));
  });
  const { keeperFolder, socket, token } = told.parse(JSON.parse(line));
  const core = await connectToKeeper(socket, token, () => undefined);
  return { core, keeperFolder, kill };
}

import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { connectToKeeper, type KeeperClient } from '../../core/keeper-client.ts';
import { configurationOf } from '../start/keeper.test-support.ts';
import { talkingChild } from '../talking-child.test-support.ts';

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
  const { said, kill } = await talkingChild([CHILD, configuration, String(now)], null);
  const { keeperFolder, socket, token } = told.parse(said);
  const core = await connectToKeeper(socket, token, () => undefined);
  return { core, keeperFolder, kill };
}

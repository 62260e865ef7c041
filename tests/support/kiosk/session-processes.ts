import { expect } from '@playwright/test';
import {
  commandLine,
  descendantsOf,
  identify,
  type ProcessIdentity,
  processesOfSession,
} from '../memory/process-tree.ts';

/** A process of a kiosk, by what it does there. */
export type Part = 'main' | 'renderer' | 'relay' | 'core' | 'camera' | 'worker';

function partOf(pid: number): Part | null {
  const words = commandLine(pid);
  if (words === undefined || words.length === 0) return null;
  const command = words.join(' ');
  if (command.includes('/core.mjs')) return 'core';
  if (command.includes('/worker.mjs')) return 'worker';
  if (command.includes('--type=renderer')) return 'renderer';
  if (command.includes('node.mojom.NodeService')) return 'relay';
  if (command.includes('video_capture.mojom')) return 'camera';
  return command.includes('--type=') ? null : 'main';
}

/** The process of a session (by its main process's id) that plays a part; `null` while there is none. */
export function processOf(session: number, part: Part): number | null {
  return processesOfSession(session).find((pid) => partOf(pid) === part) ?? null;
}

/** The print workers of a keeper. */
export function workersOf(keeper: number): readonly number[] {
  return descendantsOf(keeper).filter((pid) => partOf(pid) === 'worker');
}

/** Every process that a keeper started, or that lives in one of its sessions; the keeper is not counted. */
export function everythingBelow(keeper: number, sessions: readonly number[]): readonly ProcessIdentity[] {
  return identify([...descendantsOf(keeper), ...sessions.flatMap(processesOfSession)]);
}

/** Waits until `find` finds something; throws with `what` when it has not by the end of the test. */
export async function until<Value>(what: string, find: () => Value | null): Promise<Value> {
  const seen: Value[] = [];
  await expect(() => {
    const now = find();
    if (now === null) throw new Error(`waited in vain for ${what}`);
    seen.push(now);
  }).toPass({ intervals: [20] });
  const [first] = seen;
  if (first === undefined) throw new Error(`waited in vain for ${what}`);
  return first;
}

/** Stops a process where it stands, so that a state that lasts milliseconds can be looked at. */
export function freeze(pid: number): { thaw(): void } {
  process.kill(pid, 'SIGSTOP');
  return { thaw: () => process.kill(pid, 'SIGCONT') };
}

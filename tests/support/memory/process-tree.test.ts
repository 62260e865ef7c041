import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import {
  commandLine,
  descendantsOf,
  isRunning,
  parseStat,
  processesOfSession,
  processesWithEnvironment,
} from './process-tree.ts';
import { startChild } from './start-child.ts';

/** A process with a child of its own, which runs in the environment `MARK=<pid of the parent>`. */
const PARENT = `
  const { spawn } = require('node:child_process');
  process.stdin.once('data', () => {
    const child = spawn('sleep', ['60'], { env: { MARK: String(process.pid) } });
    child.once('spawn', () => console.log(child.pid));
  });`;

it('reads a line of stat whose name holds spaces, parentheses and digits', () => {
  expect(parseStat('42 (a) S 1 1 1 (b) R 7 40 39 0 -1 4194304')).toEqual({
    pid: 42,
    name: 'a) S 1 1 1 (b',
    state: 'R',
    parent: 7,
    group: 40,
    session: 39,
  });
  expect(parseStat('')).toBeUndefined();
  expect(parseStat('42 (sh)')).toBeUndefined();
});

it('finds a process tree by session, by parent and by environment, and sees it end', async () => {
  const { pid, end } = await startChild(PARENT, 'go');
  const [grandchild] = descendantsOf(pid);
  expect(descendantsOf(process.pid)).toEqual(expect.arrayContaining([pid, grandchild]));
  expect(processesOfSession(pid).toSorted()).toEqual([pid, grandchild].toSorted());
  expect(processesWithEnvironment(`MARK=${pid}`)).toEqual([grandchild]);
  expect(commandLine(grandchild ?? 0)).toEqual(['sleep', '60']);
  expect(isRunning(pid)).toBe(true);

  await end();
  // The grandchild dies by the same signal, but nobody tells us when.
  for (let turn = 0; turn < 100 && processesOfSession(pid).length > 0; turn += 1) await wait(10);
  expect(processesOfSession(pid)).toEqual([]);
  expect(isRunning(pid)).toBe(false);
  expect(commandLine(pid)).toBeUndefined();
});

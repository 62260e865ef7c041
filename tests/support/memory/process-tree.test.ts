import { expect, it } from 'vitest';
import {
  commandLine,
  descendantsOf,
  identify,
  parseStat,
  processesOfSession,
  processesWithEnvironment,
  stillRunning,
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
  const line = '42 (a) S 1 1 1 (b) R 7 40 39 0 -1 4194304 1 0 0 0 5 6 0 0 20 0 1 0 987654 0 0';
  expect(parseStat(line)).toEqual({
    pid: 42,
    name: 'a) S 1 1 1 (b',
    state: 'R',
    parent: 7,
    group: 40,
    session: 39,
    started: 987_654,
  });
  expect(parseStat('')).toBeUndefined();
  expect(parseStat('42 (sh)')).toBeUndefined();
  expect(parseStat('42 (sh) R 7 40 39 0 -1')).toBeUndefined();
});

it('finds a process tree by session, by parent and by environment, and sees it end', async () => {
  const { pid, end } = await startChild(PARENT, 'go');
  const [grandchild] = descendantsOf(pid);
  expect(descendantsOf(process.pid)).toEqual(expect.arrayContaining([pid, grandchild]));
  expect(processesOfSession(pid).toSorted()).toEqual([pid, grandchild].toSorted());
  expect(processesWithEnvironment(`MARK=${pid}`)).toEqual([grandchild]);
  expect(commandLine(grandchild ?? 0)).toEqual(['sleep', '60']);
  const [identity] = identify([pid]);
  if (identity === undefined) throw new Error('it does not run');
  expect(stillRunning([identity])).toEqual([identity]);
  // Another process that was given its number later is not it.
  expect(stillRunning([{ ...identity, started: identity.started + 1 }])).toEqual([]);

  await end();
  // The grandchild dies by the same signal, but nobody tells us when.
  await expect.poll(() => processesOfSession(pid), { timeout: 60_000, interval: 10 }).toEqual([]);
  expect(stillRunning([identity])).toEqual([]);
  expect(identify([pid])).toEqual([]);
  expect(commandLine(pid)).toBeUndefined();
});

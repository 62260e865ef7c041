import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  type RecordSearchOrder,
  type RecordSearchReport,
  recordSearchReport,
} from '../../../shared/contract/command/record-search.ts';
import { recordSearchId } from '../../../shared/contract/ids.ts';
import { sealContent } from '../../lib/sealing/sealed-content.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { isStillLiving } from '../sessions/processes.ts';
import { endLeftovers, readRecordedSessions } from '../sessions/recorded-sessions.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { program } from '../start/keeper-programs.test-support.ts';
import { createRecordProcesses } from './record-processes.ts';

const SALT = '0'.repeat(32);

function order(): RecordSearchOrder {
  const search = recordSearchId.parse('e'.repeat(32));
  const key = new Uint8Array(32).fill(7);
  const sealed = sealContent(key, search, 'asked-name', { name: 'Zephyrina Vandersloot', salt: SALT });
  return { name: { search, key, sealed }, where: { kind: 'name-alone' } };
}

/** `source`: another program in the place of the product's. */
function stage(source?: string) {
  const folder = workingFolder();
  const path = join(folder, 'searches.json');
  const bugs: string[] = [];
  const programPath = source === undefined ? program('record-search') : join(folder, 'program.mjs');
  if (source !== undefined) writeFileSync(programPath, source);
  const processes = createRecordProcesses<RecordSearchOrder, RecordSearchReport>(
    {
      ...{ what: 'record search', node: process.execPath, programPath, report: recordSearchReport },
      record: { path, keeperFolder: folder },
    },
    (where) => bugs.push(where),
  );
  return { processes, path, bugs };
}

const recorded = (path: string): readonly number[] =>
  (readRecordedSessions(path)?.sessions ?? []).map(({ pid }) => pid);

it('a process reads its order, reports and is gone', async () => {
  const { processes, path, bugs } = stage();
  const running = processes.run(order(), new AbortController().signal);
  // Recorded before anything is waited for.
  const pids = recorded(path);
  expect(pids).toHaveLength(1);
  expect(await running).toMatchObject({ kind: 'searched', digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  for (const pid of pids) expect(isStillLiving({ pid, posixSession: pid })).toBe(false);
  expect(existsSync(path)).toBe(false);
  expect(bugs).toEqual([]);
});

it.each([
  ['dies', 'process.exit(1);', []],
  [
    'says what is no report',
    "process.stdout.write('Warning: this is text\\n'); setInterval(() => 0, 1000);",
    ['record search'],
  ],
])('one that %s has searched nothing, and is gone', async (_how, source, expected) => {
  const { processes, path, bugs } = stage(source);
  expect(await processes.run(order(), new AbortController().signal)).toBeNull();
  expect(existsSync(path)).toBe(false);
  expect(bugs).toEqual(expected);
});

it('one that hangs ends when the search is stopped, or with the keeper', async () => {
  const { processes, path } = stage('setInterval(() => 0, 1000);');
  const stop = new AbortController();
  const running = processes.run(order(), stop.signal);
  const [pid = 0] = recorded(path);
  expect(isStillLiving({ pid, posixSession: pid })).toBe(true);
  stop.abort();
  expect(await running).toBeNull();
  expect(isStillLiving({ pid, posixSession: pid })).toBe(false);
  expect(await processes.run(order(), stop.signal)).toBeNull();

  const other = processes.run(order(), new AbortController().signal);
  expect(recorded(path)).toHaveLength(1);
  expect(await processes.endAll()).toBe(true);
  expect(await other).toBeNull();
});

it('one of a dead keeper is ended by the next one, which finds it in the record', async () => {
  const { processes, path } = stage('setInterval(() => 0, 1000);');
  const running = processes.run(order(), new AbortController().signal);
  const [pid = 0] = recorded(path);
  expect(isStillLiving({ pid, posixSession: pid })).toBe(true);
  expect(await endLeftovers(path)).toMatchObject({ processesEnded: 1 });
  expect(isStillLiving({ pid, posixSession: pid })).toBe(false);
  expect(await running).toBeNull();
});

it('one that was killed is gone once it has ended, whoever else still has its pipes', async () => {
  const there = join(workingFolder(), 'there');
  // In a session of its own, which nobody ends with the first one; with its folder it goes.
  const holder = `const { existsSync, writeFileSync } = require('node:fs');
    writeFileSync(${JSON.stringify(there)}, '');
    setInterval(() => existsSync(${JSON.stringify(there)}) || process.exit(), 20);`;
  const { processes, path } = stage(`import { spawn } from 'node:child_process';
    spawn(process.execPath, ['-e', ${JSON.stringify(holder)}], { detached: true, stdio: 'inherit' });
    setInterval(() => 0, 1000);`);
  const stop = new AbortController();
  const running = processes.run(order(), stop.signal);
  const [pid = 0] = recorded(path);
  await until(() => expect(existsSync(there)).toBe(true));
  stop.abort();
  expect(await running).toBeNull();
  expect(isStillLiving({ pid, posixSession: pid })).toBe(false);
  expect(existsSync(path)).toBe(false);
});

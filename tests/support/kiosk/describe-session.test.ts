import { expect, it, vi } from 'vitest';
import { statusOf } from '../memory/process-tree.ts';
import { startChild } from '../memory/start-child.ts';
import { describeSession } from './describe-session.ts';
import { freeze } from './session-processes.ts';

const SCRIPT = "process.stdin.once('data', () => console.log('here')); setInterval(() => {}, 1000);";

it('tells of each thread of a session that stands still what it is called and how it stands', async () => {
  const { pid, end } = await startChild(SCRIPT, 'go');
  const itsMainThreadStands = new RegExp(`^ {2}${pid} \\S+ T`, 'm');
  const standsStill = () =>
    vi.waitFor(() => expect(statusOf(pid)).toContain('T (stopped)'), { timeout: 60_000 });
  try {
    freeze(pid);
    await standsStill();
    const words = await describeSession(pid);
    expect(words).toContain(`process ${pid} ${process.execPath}`);
    expect(words).toMatch(itsMainThreadStands);
    // By a debugger, or why there are none.
    expect(words).toContain(`stacks of process ${pid}`);
    // Looked at, it is left as it stood: each thread once the debugger has let go of it.
    await standsStill();
    expect(await describeSession(pid)).toMatch(itsMainThreadStands);
  } finally {
    await end();
  }
  expect(await describeSession(pid)).toBe('');
});

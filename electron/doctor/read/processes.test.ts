import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { processStart } from '../../../shared/doctor/parse/process-start.ts';
import { runningProcesses, runningPrograms } from './processes.ts';

describe.runIf(process.platform === 'linux')('the processes of this machine', () => {
  it('have this one among them, by its number and its name', () => {
    const own = runningProcesses().find(({ id }) => id === String(process.pid));
    const name = readFileSync(`/proc/${process.pid}/comm`, 'utf8').trim();
    expect(own).toEqual({ id: String(process.pid), name });
    expect(runningPrograms().names).toContain(name);
  });

  it('have begun when they did', () => {
    const before = Date.now();
    const child = spawn('sleep', ['60'], { stdio: 'ignore' });
    const after = Date.now();
    onTestFinished(() => void child.kill());
    const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
    const began = processStart(stat, readFileSync('/proc/stat', 'utf8')) ?? 0;
    // The kernel tells its own start in whole seconds.
    expect(began).toBeGreaterThan(before - 2_000);
    expect(began).toBeLessThan(after + 2_000);
  });
});

import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { commandLine, parseStat, processesOfSession, readProcessFile } from '../memory/process-tree.ts';
import { processOf } from './session-processes.ts';

/** A session that hangs is ended ten seconds after the keeper has said that it is slow. */
const DEBUGGER_MILLISECONDS = 8_000;

/**
 * What each thread of a session does at this moment, in words: its state, and where in the kernel it waits. Of main process
 * and page also where in the program, if this machine has a debugger. Nothing of what the processes know.
 */
export async function describeSession(session: number): Promise<string> {
  const inKernel = processesOfSession(session).map(describeProcess);
  const parts = [processOf(session, 'main'), processOf(session, 'renderer')];
  const inProgram = await Promise.all(parts.filter((pid) => pid !== null).map(userStacks));
  return [...inKernel, ...inProgram].join('\n');
}

function describeProcess(pid: number): string {
  const role = commandLine(pid)?.find((word) => word.startsWith('--type=')) ?? commandLine(pid)?.[0] ?? '';
  const threads = threadsOf(pid).map((thread) => {
    const stat = parseStat(readProcessFile(pid, `task/${thread}/stat`) ?? '');
    const waitsIn = readProcessFile(pid, `task/${thread}/wchan`) ?? '';
    // Root alone may read it.
    const stack = readProcessFile(pid, `task/${thread}/stack`) ?? '';
    const frames = stack.split('\n').map((line) => `    ${line}`);
    return [`  ${thread} ${stat?.name} ${stat?.state} ${waitsIn}`, ...frames].join('\n').trimEnd();
  });
  return [`process ${pid} ${role}`, ...threads, ''].join('\n');
}

function threadsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    // It ended meanwhile, which the list of its threads says as well.
    return [];
  }
}

async function userStacks(pid: number): Promise<string> {
  const words = ['-p', String(pid), '-batch', '-nx', '-ex', 'set debuginfod enabled off'];
  try {
    const { stdout } = await promisify(execFile)('gdb', [...words, '-ex', 'thread apply all bt 40'], {
      timeout: DEBUGGER_MILLISECONDS,
      killSignal: 'SIGKILL',
    });
    return `stacks of process ${pid}\n${stdout}`;
  } catch (error) {
    return `no stacks of process ${pid}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

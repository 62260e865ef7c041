import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Starts a Node process of its own session that runs `script`, hands it `secret` on its standard input and
 * waits until it prints something. Never on the command line or in the environment: those are memory too.
 */
export async function startChild(
  script: string,
  secret: string,
): Promise<{ pid: number; end: () => Promise<void> }> {
  const child = spawn(process.execPath, ['-e', script], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const { pid, stdin, stdout } = child;
  if (pid === undefined) throw new Error('the child did not start');
  stdin.write(secret);
  await once(stdout, 'data');
  return { pid, end: () => endGroup(child, pid) };
}

async function endGroup(child: ChildProcess, pid: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-pid, 'SIGKILL');
  await once(child, 'exit');
}

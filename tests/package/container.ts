import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type CommandFailure, type CommandOptions, runCommand } from '../../build/machine/command.ts';
import type { Result } from '../../shared/result.ts';

/**
 * How a system is booted. Without the network of its own and all capabilities systemd silently leaves out some of the
 * lines that shut a service in, and a test of them would prove nothing.
 */
const BOOT = ['--boot', '--register=no', '--keep-unit', '--private-network', '--capability=all'] as const;
/**
 * Control groups as Debian 13 has them. A machine around the container that has both hierarchies would hand both on, the old
 * one read-only, and systemd would silently leave out DevicePolicy= (systemd-nspawn(1); gone with systemd 258, which has no other).
 */
const ONE_HIERARCHY = { SYSTEMD_NSPAWN_UNIFIED_HIERARCHY: '1' } as const;
/** What `stat` calls the file system of that hierarchy. */
const UNIFIED = 'cgroup2fs';
/** A boot takes seconds; a machine that does much else takes longer. */
const PATIENCE_MILLISECONDS = 120_000;

/** A folder with a whole system in it, that can be booted and looked into. */
export interface System {
  /** The root folder of the system, seen from outside. */
  readonly root: string;
  /** Runs a program in the system as it lies there, not booted: as whoever makes an image. */
  inChroot(program: string, ...words: readonly string[]): Promise<Result<string, CommandFailure>>;
  boot(options?: BootOptions): Promise<Machine>;
  remove(): void;
}

/** What is lent to a booted system. */
export interface BootOptions {
  /** Folders from outside, by the path inside. */
  readonly binds?: Readonly<Record<string, string>>;
}

/** A system that runs. */
export interface Machine {
  readonly root: string;
  /** The process id of its systemd, seen from outside. */
  readonly leader: number;
  /** Runs a program in it as root, to its end. */
  run(
    words: readonly [string, ...string[]],
    options?: CommandOptions,
  ): Promise<Result<string, CommandFailure>>;
  /** What it prints, without the last end of line. Throws where it does not end with 0. */
  says(program: string, ...words: readonly string[]): Promise<string>;
  /** Ends it as whoever switches the machine off. */
  powerOff(): Promise<void>;
  /** Ends it as a power cut does. */
  cutPower(): Promise<void>;
}

/** Unpacks a system into a new folder below `parent`. */
export async function unpackSystem(tar: string, parent: string): Promise<System> {
  const root = mkdtempSync(join(parent, 'system-'));
  const unpacked = await runCommand('tar', ['-C', root, '--numeric-owner', '-xf', tar]);
  if (!unpacked.ok) throw new Error(`the system can't be unpacked: ${unpacked.error.output}`);
  // A temporary folder is its owner's alone, and as the top of a system no other account would get past it.
  chmodSync(root, 0o755);
  return systemIn(root);
}

function systemIn(root: string): System {
  return {
    root,
    inChroot: (program, ...words) =>
      runCommand('systemd-nspawn', [
        '--quiet',
        '--register=no',
        '--keep-unit',
        '--pipe',
        `--directory=${root}`,
        program,
        ...words,
      ]),
    boot: (options = {}) => boot(root, options),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

async function boot(root: string, { binds = {} }: BootOptions): Promise<Machine> {
  const container = spawn(
    'systemd-nspawn',
    [
      ...BOOT,
      '--quiet',
      '--console=pipe',
      ...Object.entries(binds).map(([inside, outside]) => `--bind=${outside}:${inside}`),
      `--directory=${root}`,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: { ...process.env, ...ONE_HIERARCHY } },
  );
  const said: string[] = [];
  for (const output of [container.stdout, container.stderr])
    output.setEncoding('utf8').on('data', (text: string) => void said.push(text));
  const ended = new Promise<void>((resolve) => container.once('close', () => resolve()));
  container.once('error', ({ message }) => void said.push(message));
  try {
    const machine = machineOf(root, await leaderOf(container, said), ended);
    await untilUp(machine.run, said);
    return machine;
  } catch (error) {
    // What nobody is handed nobody switches off.
    await cutOff(container, ended);
    throw error;
  }
}

/** Ends whatever has begun in a container; what keeps the container then takes its mounts off this machine. */
async function cutOff(container: ChildProcess, ended: Promise<void>): Promise<void> {
  if (container.pid === undefined) return;
  const begun = childrenOf(container.pid);
  for (const pid of begun) tell(pid, 'SIGKILL');
  if (begun.length === 0) container.kill();
  await ended;
}

function machineOf(root: string, leader: number, ended: Promise<void>): Machine {
  const run: Machine['run'] = (words, options) =>
    runCommand('nsenter', [`--target=${leader}`, '--all', '--', ...words], options);
  return {
    root,
    leader,
    run,
    async says(program, ...words) {
      const result = await run([program, ...words]);
      if (!result.ok) throw new Error(`${result.error.command}: ${result.error.output}`);
      return result.value.trimEnd();
    },
    async powerOff() {
      // systemd's own word for it; the answer is lost with the machine.
      tell(leader, SIGRTMIN_POWER_OFF);
      await ended;
    },
    async cutPower() {
      tell(leader, 'SIGKILL');
      await ended;
    },
  };
}

/** Nothing to a machine that is off already: whoever cleans up need not know. */
function tell(leader: number, signal: NodeJS.Signals | number): void {
  try {
    process.kill(leader, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** SIGRTMIN+4, by which systemd powers the machine off (systemd(1), "Signals"). */
const SIGRTMIN_POWER_OFF = 34 + 4;

/** The first process of the system: the only child that the container's keeper has. */
async function leaderOf(container: ChildProcess, said: readonly string[]): Promise<number> {
  const patience = AbortSignal.timeout(PATIENCE_MILLISECONDS);
  for (;;) {
    if (container.pid === undefined || container.exitCode !== null)
      throw new Error(`the container does not start: ${said.join('')}`);
    const child = childrenOf(container.pid).find((pid) => isSystemd(pid));
    if (child !== undefined) return child;
    if (patience.aborted) throw new Error(`no system begins in the container: ${said.join('')}`);
    await delay(50);
  }
}

function childrenOf(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    // It has ended; the caller sees that by itself.
    return [];
  }
}

function isSystemd(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8') === 'systemd\n';
  } catch {
    return false;
  }
}

/** Waits for the end of the boot: `running`, or `degraded`, which the caller may look into. */
async function untilUp(run: Machine['run'], said: readonly string[]): Promise<void> {
  const patience = AbortSignal.timeout(PATIENCE_MILLISECONDS);
  for (;;) {
    const state = await run(['systemctl', 'is-system-running']);
    const word = (state.ok ? state.value : state.error.output).trim();
    if (word === 'running' || word === 'degraded') break;
    if (patience.aborted)
      throw new Error(`the system does not come up (${word}): ${said.join('')}\n${await diagnosisOf(run)}`);
    await delay(100);
  }
  const groups = await run(['stat', '--file-system', '--format=%T', '/sys/fs/cgroup']);
  const found = groups.ok ? groups.value.trim() : groups.error.output;
  if (found !== UNIFIED) throw new Error(`control groups are ${found}: some lines of units would do nothing`);
}

/** What somebody asks a machine first that is not as it should be. */
const DIAGNOSIS = `systemctl list-jobs --no-pager --no-legend
systemctl list-units --failed --no-pager --no-legend
journalctl --boot --no-pager --lines=80 --output=short-monotonic`;

/** Jobs that wait, units that failed, and the end of the journal: all that is left of a machine that a failed test has removed. */
export async function diagnosisOf(run: Machine['run']): Promise<string> {
  const done = await run(['sh', '-c', DIAGNOSIS]);
  return done.ok ? done.value : done.error.output;
}

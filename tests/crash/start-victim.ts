import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Mark, parseMarks } from './marks.ts';
import { MARKS_PIPE, type Order } from './order.ts';
import { type CrashPoint, TRACED_BYTES, TRACED_CALLS } from './points.ts';

/** Whether and how a victim is traced: to learn its points, or to die at one of them. */
export type Tracing =
  | { readonly kind: 'none' }
  | { readonly kind: 'learn' }
  | { readonly kind: 'kill'; readonly point: CrashPoint; readonly paths: readonly string[] };

/** What became of a victim. */
export interface VictimEnd {
  readonly killed: boolean;
  readonly marks: readonly Mark[];
  /** What it printed: a JSON text after a restart. */
  readonly said: string;
  /** What strace wrote, when points were to be learned. */
  readonly trace: string;
}

/** A victim takes a fifth of a second; one that hangs is a finding, not a reason to wait for ever. */
const PATIENCE_MILLISECONDS = 60_000;

/**
 * The words that make strace kill at a point: on the main thread, where the clean run has shown that all writes
 * are; a thread that is not traced is not slowed down. Not with `--seccomp-bpf`: signals are not injected there (strace 6.13).
 * The call itself is not carried out any more (checked: the file lacks it), so dying after a call is the point
 * of the next one.
 */
export function straceWords(tracing: Exclude<Tracing, { kind: 'none' }>, log: string): readonly string[] {
  if (tracing.kind === 'learn') {
    return [
      ...['--seccomp-bpf', '-f', '-y', '-s', `${TRACED_BYTES}`, '-o', log],
      ...['-e', `trace=${TRACED_CALLS.join(',')}`, '-e', 'inject=io_uring_setup:error=ENOSYS'],
    ];
  }
  const { call, count } = tracing.point;
  return [
    ...['-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:signal=KILL:when=${count}`],
    ...tracing.paths.flatMap((path) => ['-P', path]),
  ];
}

/** Where victims run. */
export interface VictimPlace {
  /** On a tmpfs; removed by whoever made it. */
  readonly work: string;
  readonly program: string;
}

/** Runs the suite's keeper to its end, or to its death. */
export async function runVictim(
  { work, program }: VictimPlace,
  given: Omit<Order, 'keeperFolder'>,
  tracing: Tracing = { kind: 'none' },
): Promise<VictimEnd> {
  // The product's own prefix: nothing else is removed by a recorded name.
  const keeperFolder = mkdtempSync(join(work, 'counterfoil-'));
  const order: Order = { ...given, keeperFolder };
  const log = join(keeperFolder, 'trace');
  const victim = [process.execPath, program];
  const words = tracing.kind === 'none' ? victim : ['strace', ...straceWords(tracing, log), ...victim];
  try {
    return await toItsEnd(words, order, log, tracing);
  } finally {
    rmSync(keeperFolder, { recursive: true, force: true });
  }
}

async function toItsEnd(
  words: readonly string[],
  order: Order,
  log: string,
  tracing: Tracing,
): Promise<VictimEnd> {
  const [first = '', ...rest] = words;
  const child = spawn(first, rest, {
    stdio: ['ignore', 'pipe', 'pipe', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH ?? '', CRASH_ORDER: JSON.stringify(order) },
    timeout: PATIENCE_MILLISECONDS,
    killSignal: 'SIGTERM',
  });
  const texts = ['', '', ''];
  for (const [index, descriptor] of [1, 2, MARKS_PIPE].entries()) {
    child.stdio[descriptor]?.on('data', (chunk: Buffer) => {
      texts[index] += chunk.toString();
    });
  }
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (...how) => resolve(how));
  });
  const [said = '', complaints = '', told = ''] = texts;
  const trace = tracing.kind === 'learn' ? readFileSync(log, 'utf8') : '';
  // strace ends as its victim did.
  const killed = signal === 'SIGKILL';
  if (!killed && code !== 0) {
    const place = tracing.kind === 'kill' ? `${tracing.point.call} ${tracing.point.count}` : tracing.kind;
    throw new Error(`the victim (${order.task}, ${place}) ended with ${code ?? signal}: ${complaints}`);
  }
  return { killed, marks: parseMarks(told), said, trace };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { type KeeperOrder, type KioskState, keeperReport } from '../../shared/contract/launcher.ts';
import { unreachable } from '../../shared/result.ts';
import type { StartProblem } from '../../shared/start/start-problem.ts';

/** A program, its words and what it may know: how a process is started here. */
export interface Program {
  readonly executable: string;
  readonly words: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

/** How a keeper came to its end: told to (`in-order`), by its own refusal, or against its will. */
export type KeeperEnd =
  | { readonly kind: 'in-order' }
  | { readonly kind: 'refused'; readonly problem: StartProblem }
  | { readonly kind: 'died'; readonly how: string };

/** A keeper that was started here. */
export interface KeeperProcess {
  readonly ended: Promise<KeeperEnd>;
  /** Asks it how the kiosk is. Never resolves where it hangs, or has ended. */
  state(): Promise<KioskState | null>;
  /** Passes a signal on; the keeper ends its sessions first. */
  signal(name: NodeJS.Signals): void;
}

/** What a keeper tells by itself. */
export interface KeeperEvents {
  /** Its first session is on the screen. */
  onScreen(): void;
  /** The kiosk is otherwise than when it was asked last. */
  onChange(): void;
  /** It was told to end, and has: how the kiosk was when nothing could begin any more. */
  onEnded(state: KioskState | null): void;
}

/** Starts a keeper. It ends with this process, by the channel between them. */
export function startKeeper(program: Program, events: KeeperEvents): KeeperProcess {
  const child = spawn(program.executable, [...program.words], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: program.environment,
  });
  let problem: StartProblem | null = null;
  let waiting: ((state: KioskState | null) => void)[] = [];
  child.on('message', (message) => {
    const report = keeperReport.safeParse(message);
    if (!report.success) return;
    switch (report.data.kind) {
      case 'refused':
        problem = report.data.problem;
        return;
      case 'on-screen':
        return events.onScreen();
      case 'state': {
        if (!report.data.asked) return events.onChange();
        const [asked, { state }] = [waiting, report.data];
        waiting = [];
        for (const resolve of asked) resolve(state);
        return;
      }
      case 'ended':
        return events.onEnded(report.data.state);
      default:
        return unreachable(report.data);
    }
  });
  return {
    ended: endOf(child).then((how): KeeperEnd => {
      if (problem !== null) return { kind: 'refused', problem };
      return how === 'code 0' ? { kind: 'in-order' } : { kind: 'died', how };
    }),
    state: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        const order: KeeperOrder = { kind: 'tell-state' };
        // One that has just ended hears it no more, and its end is heard of by itself.
        if (child.connected) child.send(order, () => undefined);
      }),
    signal: (name) => void child.kill(name),
  };
}

/** `close` and not `exit`: by then everything that it sent has been heard. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'not started'));
    child.once('close', (code, signal) => resolve(signal === null ? `code ${code}` : signal));
  });
}

import { type ChildProcess, spawn } from 'node:child_process';
import { keeperReport } from '../../shared/contract/launcher.ts';
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
  /** Passes a signal on; the keeper ends its sessions first. */
  signal(name: NodeJS.Signals): void;
}

/** Starts a keeper. It ends with this process, by the channel between them. */
export function startKeeper(program: Program, onScreen: () => void): KeeperProcess {
  const child = spawn(program.executable, [...program.words], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: program.environment,
  });
  let problem: StartProblem | null = null;
  child.on('message', (message) => {
    const report = keeperReport.safeParse(message);
    if (!report.success) return;
    if (report.data.kind === 'refused') problem = report.data.problem;
    else onScreen();
  });
  return {
    ended: endOf(child).then((how): KeeperEnd => {
      if (problem !== null) return { kind: 'refused', problem };
      return how === 'code 0' ? { kind: 'in-order' } : { kind: 'died', how };
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

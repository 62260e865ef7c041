import type { KioskUse } from '../../shared/contract/kiosk-use.ts';
import type { StartProblem } from '../../shared/start/start-problem.ts';
import { createFront, type Front } from './front-process.ts';
import type { Program } from './keeper-process.ts';
import type { Sandbox } from './sandbox.ts';

/** How the page in front is started, and what is not known of the machine that it is shown on. */
export interface ProvenFrontOptions {
  readonly program: Program;
  readonly use: KioskUse;
  readonly sandbox: Sandbox;
  /** This version has not been on this machine's screen before. */
  readonly isUntried: boolean;
}

/** The page in front, which shows by itself whether a window comes up here. */
export interface ProvenFront {
  readonly front: Front;
  /** What is known before anything was started. */
  readonly refusal: StartProblem | null;
  /**
   * Has the page come up, where that proves something: once, before a keeper opens any file. Null: it does, or nothing is in
   * doubt.
   */
  prove(): Promise<StartProblem | null>;
}

/**
 * Without a sandbox no session is started, and the page still says why: it runs no script, loads nothing and knows nobody. What an
 * upgrade broke is found out here, and not after its keeper has carried the files over, which the version before can't read.
 */
export function createProvenFront({ program, use, sandbox, isUntried }: ProvenFrontOptions): ProvenFront {
  let isWalled = sandbox !== 'root' && sandbox !== 'refused';
  let isInDoubt = sandbox === 'unknown' || isUntried;
  const front = createFront(
    () => (isWalled ? program : { ...program, words: [...program.words, '--no-sandbox'] }),
    use,
  );
  return {
    front,
    refusal: sandbox === 'refused' ? { kind: 'no-sandbox' } : null,
    async prove() {
      if (!isInDoubt) return null;
      if (await front.show({ kind: 'restarting' })) {
        isInDoubt = false;
        return null;
      }
      if (sandbox !== 'unknown') return { kind: 'no-window' };
      isWalled = false;
      return { kind: 'no-sandbox' };
    },
  };
}

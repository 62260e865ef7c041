import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const dayMilliseconds = 24 * 60 * 60 * 1000;

const failure = z.object({ at: z.number(), reason: z.string() });
const remembered = z.object({
  versions: z.string(),
  download: failure.nullable(),
  firstScreen: failure.nullable(),
  newerEvaluation: failure.nullable(),
  shown: z.boolean(),
});
type Remembered = z.infer<typeof remembered>;

/** A step on the way to a runtime that costs seconds when it fails. */
export type SlowStep = 'download' | 'firstScreen' | 'newerEvaluation';

/** What earlier starts learned about runtimes, so that later ones need not wait for the same again. */
export interface RuntimeMemory {
  /** Why this step failed less than a day ago, or `null`. */
  recall(step: SlowStep): Promise<string | null>;
  remember(step: SlowStep, reason: string): Promise<void>;
  /** Whether the production runtime has shown a screen on this machine. */
  hasShown(): Promise<boolean>;
  rememberShown(): Promise<void>;
}

/**
 * The memory in a small file of the user's own cache. A file that cannot be read or written only costs time,
 * so it is never an error. `versions`: of the runtimes that it is about; what was learned of others counts for nothing.
 */
export function runtimeMemory(folder: string, versions: string, now: () => number = Date.now): RuntimeMemory {
  const file = path.join(folder, 'runtimes.json');
  const fresh: Remembered = {
    ...{ versions, shown: false },
    ...{ download: null, firstScreen: null, newerEvaluation: null },
  };

  const read = async (): Promise<Remembered> => {
    try {
      const parsed = remembered.safeParse(JSON.parse(await readFile(file, 'utf8')));
      return parsed.success && parsed.data.versions === versions ? parsed.data : fresh;
    } catch {
      return fresh;
    }
  };
  const write = async (change: Partial<Remembered>) => {
    const part = `${file}.${process.pid}`;
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(part, `${JSON.stringify({ ...(await read()), ...change })}\n`);
      await rename(part, file);
    } catch {
      // The next start asks again.
    }
  };

  return {
    recall: async (step) => {
      const failed = (await read())[step];
      if (failed === null) return null;
      const age = now() - failed.at;
      // A clock that was set back must not keep a failure alive for ever.
      return age >= 0 && age < dayMilliseconds ? failed.reason : null;
    },
    remember: (step, reason) => write({ [step]: { at: now(), reason } }),
    hasShown: async () => (await read()).shown,
    rememberShown: () => write({ shown: true, firstScreen: null, download: null }),
  };
}

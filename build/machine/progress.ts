const everyMilliseconds = 5_000;

/** Where progress goes. Standard error, so that a script may read the result from standard output. */
export type Say = (line: string) => void;

/** The usual place for progress lines. */
export const sayToStandardError: Say = (line) => {
  process.stderr.write(`${line}\n`);
};

/** Seconds since `start` as people read them: "0.4 s", "12 s". */
export function elapsed(start: number, now = performance.now()): string {
  const seconds = (now - start) / 1000;
  return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
}

/**
 * Runs something slow and says that it began, that it is still going, and how long it took, so that
 * nobody takes a 110 MB download for a hang.
 */
export async function withProgress<Value>(
  title: string,
  say: Say,
  run: () => Promise<Value>,
): Promise<Value> {
  const start = performance.now();
  say(`${title} …`);
  const timer = setInterval(() => say(`  … ${elapsed(start)}`), everyMilliseconds);
  try {
    return await run();
  } finally {
    clearInterval(timer);
    say(`${title}: ${elapsed(start)}`);
  }
}

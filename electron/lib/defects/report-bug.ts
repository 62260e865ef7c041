/**
 * Reports a defect on standard error: the kind of error and where, never its message, because a message may
 * quote what it choked on, and that may be a person's.
 */
export function reportBug(where: string, error: unknown): void {
  const trace =
    error instanceof Error
      ? (error.stack ?? '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 5)
      : [];
  const kind = error instanceof Error ? error.name : 'not an error';
  process.stderr.write(`defect in ${where}: ${kind}\n${trace.join('\n')}\n`);
}

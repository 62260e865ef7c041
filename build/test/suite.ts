/** A program and its words. */
export interface Command {
  readonly program: string;
  readonly words: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** A test that failed, and what its suite's command needs besides to run it and nothing else. */
export interface FailedTest {
  readonly name: string;
  readonly alone: readonly string[];
  /** What its runner said of it: often all that is left of a failure that does not come again. May be empty. */
  readonly why: string;
}

/** What a suite's own report says. */
export interface Report {
  readonly passed: number;
  readonly failed: readonly FailedTest[];
  /** What was left out because this machine lacks the means, as a suite of judgements knows of it. */
  readonly notTried: readonly string[];
  /** Figures; of a test runner how many tests left themselves out, for whatever reason. May be empty. */
  readonly note: string;
}

/** One suite of `npm test`: a program of its own that writes a report into a file. */
export interface Suite {
  /** Also the name of its files in out/test. */
  readonly name: string;
  /** As it stands in the last lines. */
  readonly title: string;
  /** The word before the ending of its files of tests; null: it has none, but programs. */
  readonly tests: 'test' | 'print' | 'parts' | 'e2e' | 'package' | null;
  command(reportPath: string): Command;
  /** Reads the text of the report. @throws on one that cannot be read. */
  read(report: string): Report;
}

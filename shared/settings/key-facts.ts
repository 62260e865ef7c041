import { z } from 'zod';

/** What is said of a key wherever it comes up: in the reference, in the example, and in each mistake about it. */
export interface KeyFacts {
  /** The end of "It takes …". */
  readonly takes: string;
  /** What holds without it; null: every file must have it, or every one that has its table. */
  readonly without: string | null;
  /** What it does, in whole sentences. */
  readonly does: string;
  /** A value as it stands in a file; of a table, nothing. */
  readonly example: string;
  /** False where Linux takes no value of it: the file that a package installs there doesn't name it. */
  readonly isOfLinux?: false;
}

/** Beside each key of the schema. A key without them has no line in the reference, and a test finds it. */
export const keyFacts = z.registry<KeyFacts>();

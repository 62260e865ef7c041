import type { CheckId } from '../../../shared/doctor/check-id.ts';

/** A check of this computer as staff read it: its name, and in a sentence or two why it matters. */
export interface CheckWords {
  readonly title: string;
  readonly why: string;
}

/** The words of some checks, each put together when it is asked: by then the catalog is there. */
export type ChecksInWords = Readonly<Partial<Record<CheckId, () => CheckWords>>>;

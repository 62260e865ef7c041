import { writeSync } from 'node:fs';
import type { Mark } from '../marks.ts';
import { MARKS_PIPE } from '../order.ts';

/** Tells a mark. Synchronous: what was told before the kill has arrived. */
export function tell(mark: Mark): void {
  writeSync(MARKS_PIPE, `${JSON.stringify(mark)}\n`);
}

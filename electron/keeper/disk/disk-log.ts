import type { Shortage } from '../../../shared/contract/refusals.ts';
import { asOpenFailure } from '../database/open-failure.ts';

/** What the log says about disks: one line when something changes, however often it is tried meanwhile. */
export interface DiskLog {
  /** Something went wrong. What a disk does not take or give back is no bug and has no stack; anything else is handed on. */
  failed(where: string, error: unknown): void;
  /** Everything that had to be written is. */
  recovered(): void;
  /** How much room there is now. */
  space(shortage: Shortage | null): void;
}

/** `say`: writes one line. `onBug`: what is no failure of a disk goes there. */
export function createDiskLog(
  say: (line: string) => void,
  onBug: (where: string, error: unknown) => void,
): DiskLog {
  let failing = false;
  let short: Shortage['place'] | null = null;
  return {
    failed(where, error) {
      const failure = asOpenFailure(error);
      if (failure?.kind !== 'unwritable' && failure?.kind !== 'corrupt') {
        onBug(where, error);
        return;
      }
      const [what, reason] =
        failure.kind === 'unwritable'
          ? ['take writes', failure.code]
          : ['give back what was written', failure.reason];
      if (!failing) say(`The disk does not ${what} (${reason}, ${where}). It is tried again by itself.`);
      failing = true;
    },
    recovered() {
      if (failing) say('The disk works again.');
      failing = false;
    },
    space(shortage) {
      const place = shortage?.place ?? null;
      if (place === short) return;
      short = place;
      say(
        shortage === null
          ? 'There is room again: new applications begin.'
          : `Too little room (${shortage.place}: ${shortage.freeMegabytes} MB free, ${shortage.neededMegabytes} MB needed): no new application begins.`,
      );
    },
  };
}

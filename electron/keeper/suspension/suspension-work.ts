import type { CallOff } from '../endings/call-off.ts';
import type { Suspensions } from './suspensions.ts';

/** What a suspension does besides stopping intake. */
export interface SuspensionWork {
  /**
   * Writes down what has begun or ended by now, and ends what is open where a suspension in force says so. Done at every
   * round of the keeper, so what was held, or came out of the printer, a moment ago follows. Never throws.
   */
  check(): void;
}

/** What that needs of the kiosk. */
export interface SuspensionWorkPort {
  readonly suspensions: Suspensions;
  readonly callOff: CallOff;
  /** It is tried again at the next round; whoever is told must show it. */
  failed(error: unknown): void;
}

/** The work of one kiosk's suspensions. */
export function createSuspensionWork({ suspensions, callOff, failed }: SuspensionWorkPort): SuspensionWork {
  /** One failure keeps nothing else from its end. */
  function attempt(act: () => void): void {
    try {
      act();
    } catch (error) {
      failed(error);
    }
  }

  return {
    check() {
      attempt(() => suspensions.settle());
      attempt(() => {
        if (suspensions.endsOpen()) callOff.all();
      });
    },
  };
}

import type { ApplicationId } from '../../../shared/contract/ids.ts';

/** The office ends what is open: because intake is suspended, or because the kiosk is packed up. */
export interface CallOff {
  /**
   * Ends each open application that may be ended now, and calls `ended` after each. One failure keeps no other from its end:
   * it is noted, and whoever has called tries again at the next round. Never throws.
   */
  all(ended?: () => void): void;
}

/** What that needs of the kiosk. */
export interface CallOffPort {
  /** Open applications that may be ended now: none that a hold keeps, none whose card is being made. */
  endable(): readonly ApplicationId[];
  /** @throws where the disk does not take it: then nothing of it has happened. */
  end(application: ApplicationId): void;
  /** Whoever is told must show it. */
  failed(error: unknown): void;
}

/** Calls off on one kiosk. */
export function createCallOff({ endable, end, failed }: CallOffPort): CallOff {
  function attempt(act: () => void): void {
    try {
      act();
    } catch (error) {
      failed(error);
    }
  }

  return {
    all(ended) {
      attempt(() => {
        for (const application of endable()) {
          attempt(() => {
            end(application);
            ended?.();
          });
        }
      });
    },
  };
}

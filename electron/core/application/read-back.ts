import { READ_BACK_MILLISECONDS } from '../../../shared/application/read-back.ts';

/** How long the card as it is now has stood on the screen for the resident to read. */
export interface ReadBack {
  /** It is on the screen from now on. */
  begin(): void;
  /** What would be printed has changed, or is not on the screen any more. */
  end(): void;
  isLongEnough(): boolean;
}

/** `now`: milliseconds of a clock that nobody can set. */
export function createReadBack(now: () => number): ReadBack {
  let since: number | null = null;
  return {
    begin() {
      since = now();
    },
    end() {
      since = null;
    },
    isLongEnough: () => since !== null && now() - since >= READ_BACK_MILLISECONDS,
  };
}

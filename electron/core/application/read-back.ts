import { READ_BACK_MILLISECONDS } from '../../../shared/application/read-back.ts';

/** Since when the page shows the card as it is now for the resident to read. */
export interface ReadBack {
  /** The page says that it shows it. */
  begin(): void;
  /** What would be printed has changed: another card has to be read. */
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

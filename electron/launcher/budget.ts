/** How often something may happen within a time. */
export interface Budget {
  readonly most: number;
  readonly withinMilliseconds: number;
}

/** Counts what happens against a budget. */
export interface Spending {
  /** Spends one, if one is left. */
  take(): boolean;
  /** Milliseconds until one is left; 0: now. */
  wait(): number;
  /** How many were spent within the time up to now. */
  spent(): number;
}

/** Starts with the whole budget. `now`: a clock that nobody moves. */
export function spend({ most, withinMilliseconds }: Budget, now = () => performance.now()): Spending {
  let moments: number[] = [];
  const current = (): number[] => {
    moments = moments.filter((moment) => now() - moment < withinMilliseconds);
    return moments;
  };
  return {
    take() {
      if (current().length >= most) return false;
      moments.push(now());
      return true;
    },
    wait() {
      const [oldest] = current();
      return oldest === undefined || moments.length < most ? 0 : oldest + withinMilliseconds - now();
    },
    spent: () => current().length,
  };
}

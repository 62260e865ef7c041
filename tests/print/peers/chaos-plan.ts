/**
 * What happens to a request on its way.
 *
 * - `cut-request`: after so many bytes of its body both sides see the connection break.
 * - `cut-response`: it is delivered whole; when the answer begins, the client sees a reset and none of it.
 * - `half-response`: the same, after half of what came first of the answer.
 * - `blackhole`: it is delivered whole, the answer is swallowed, and the connection stays open.
 * - `hold-request`: its body waits for `release`. `hold-response`: the answer does.
 */
export type ChaosMode =
  | { readonly kind: 'pass' }
  | { readonly kind: 'cut-request'; readonly afterBytes: number }
  | { readonly kind: 'cut-response' }
  | { readonly kind: 'half-response' }
  | { readonly kind: 'blackhole' }
  | { readonly kind: 'hold-request' }
  | { readonly kind: 'hold-response' };

/** What a test says and asks while requests pass. */
export interface ChaosRules {
  /** What every request meets that no `onOperation` is for. */
  setMode(mode: ChaosMode): void;
  /**
   * What the next request of this IPP operation meets, once; the `nth` of them from now when given. The
   * operation is a number of `operations` in ipp-message.ts.
   */
  onOperation(operation: number, mode: ChaosMode, nth?: number): void;
  /** The operations that passed, in order. */
  operations(): readonly number[];
  /** Waits until a request of this operation has arrived at the proxy (again, for a `count` above 1). */
  waitForOperation(operation: number, count?: number): Promise<void>;
}

interface Planned {
  readonly operation: number;
  readonly mode: ChaosMode;
  /** How many of this operation pass before. */
  before: number;
}

interface Waiter {
  readonly operation: number;
  readonly count: number;
  readonly resolve: () => void;
}

/** Decides what each request meets, and remembers what passed. */
export function makePlan(): ChaosRules & { meet(operation: number): ChaosMode } {
  let general: ChaosMode = { kind: 'pass' };
  const planned: Planned[] = [];
  const seen: number[] = [];
  const waiters: Waiter[] = [];
  const times = (operation: number): number => seen.filter((each) => each === operation).length;

  return {
    setMode(mode) {
      general = mode;
    },
    onOperation(operation, mode, nth = 1) {
      planned.push({ operation, mode, before: nth - 1 });
    },
    operations: () => seen,
    waitForOperation: (operation, count = 1) =>
      new Promise((resolve) => {
        if (times(operation) >= count) resolve();
        else waiters.push({ operation, count, resolve });
      }),
    meet(operation) {
      seen.push(operation);
      for (const waiter of waiters) if (times(waiter.operation) >= waiter.count) waiter.resolve();
      const mine = planned.filter((each) => each.operation === operation);
      const due = mine.find(({ before }) => before === 0);
      for (const each of mine) each.before -= 1;
      if (due === undefined) return general;
      planned.splice(planned.indexOf(due), 1);
      return due.mode;
    },
  };
}

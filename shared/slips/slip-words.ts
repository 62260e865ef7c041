import type { Route, SettledFee } from '../application/route.ts';

/**
 * The fixed words of slips in one language. They are no texts of the screen: a slip is in the language of whoever
 * carries it home, whatever the screen speaks. Another language is one more file.
 */
export interface SlipWords {
  /** Above what the city keeps, on every slip. */
  readonly cityKeeps: string;
  /** Before the heading of a slip that was made in practice. */
  readonly practice: string;
  /** What the city keeps of practice. */
  readonly practiceKept: string;
  readonly denial: {
    readonly heading: string;
    /** What the city keeps of it. */
    readonly kept: string;
    readonly reasons: string;
    /** One way on, and several of which any is enough. */
    readonly missing: string;
    readonly anyOfThese: string;
    readonly oldCard: string;
    readonly appeal: string;
    readonly until: (day: string) => string;
    readonly noAppeal: string;
    readonly code: string;
    readonly codeSays: string;
  };
  readonly pickUp: {
    readonly kept: string;
    readonly ticket: (ticket: number) => string;
    readonly bring: string;
  };
  readonly feeReceipt: {
    readonly heading: string;
    readonly copy: string;
    readonly practice: string;
    readonly program: string;
    readonly kiosk: string;
    readonly day: string;
    /** Before what was paid for, one of the routes. */
    readonly for: string;
    readonly fee: string;
    readonly status: string;
    readonly routes: Readonly<Record<Route, string>>;
    readonly settled: Readonly<Record<SettledFee['settled'], string>>;
    readonly note: string;
  };
}

/**
 * The fixed words of slips in one language. They are no texts of the screen: a slip is in the language of whoever
 * carries it home, whatever the screen speaks. Another language is one more file.
 */
export interface SlipWords {
  /** Left of the perforation, on every slip. */
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
}

/** How one job is to be printed. Always one copy, and always exactly so or not at all (`ipp-attribute-fidelity`). */
export interface JobTicket {
  /** A random id: print servers keep job names. */
  readonly jobName: string;
  /** Null: whatever the printer has. */
  readonly media: {
    /** As the printer itself calls this size. */
    readonly name: string;
    /** Hundredths of a millimetre (PWG 5100.7, `media-size`). */
    readonly widthHundredths: number;
    readonly heightHundredths: number;
  } | null;
  readonly sides: 'one-sided' | 'two-sided-long-edge' | 'two-sided-short-edge';
  /** `none`: the page is not fitted to what the printer thinks is printable. */
  readonly scaling?: 'none' | null;
}

/** A document: whole, or made while it is sent. */
export type DocumentData = Uint8Array | AsyncIterable<Uint8Array>;

/** How one job is to be printed. Always one copy, and always exactly so or not at all (`ipp-attribute-fidelity`). */
export interface JobTicket {
  /** A random id: print servers keep job names. */
  readonly jobName: string;
  readonly media: TicketMedia;
  readonly sides: 'one-sided' | 'two-sided-long-edge' | 'two-sided-short-edge';
  /** `none`: the page is not fitted to what the printer thinks is printable. */
  readonly scaling?: 'none' | null;
}

/** A size by its measures or by its name, never by both (PWG 5100.7, `media-col`). */
export type TicketMedia =
  | {
      readonly by: 'measures';
      /** Hundredths of a millimetre (`media-size`). */
      readonly widthHundredths: number;
      readonly heightHundredths: number;
    }
  /** As the printer itself calls this size (`media-size-name`). */
  | { readonly by: 'name'; readonly name: string };

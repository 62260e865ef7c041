import type { IppPrinter } from '../../../shared/contract/printer.ts';
import type { JobTicket } from '../ipp/ticket.ts';

/** How one card is to be printed on this printer: exactly so, or not at all. */
export function jobTicket({ media, sides, scaling }: IppPrinter, jobName: string): JobTicket {
  return {
    jobName,
    media: {
      name: media.name,
      widthHundredths: media.widthHundredths,
      heightHundredths: media.heightHundredths,
    },
    sides,
    scaling,
  };
}

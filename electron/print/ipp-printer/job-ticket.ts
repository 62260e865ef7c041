import type { IppDevice } from '../../../shared/contract/printer.ts';
import type { JobTicket } from '../ipp/ticket.ts';

/** How one card or paper is to be printed on this printer: exactly so, or not at all. */
export function jobTicket({ media, sides, scaling }: IppDevice, jobName: string): JobTicket {
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

import type { JobId } from '../../../shared/contract/ids.ts';
import type { IppDevice } from '../../../shared/contract/printing/printer.ts';
import type { JobTicket, TicketMedia } from '../../lib/ipp/ticket.ts';

/** A ticket under our random name. */
export type OwnTicket = JobTicket & { readonly jobName: JobId };

/** How one card or paper is to be printed on this printer: exactly so, or not at all. */
export function jobTicket(
  { media, sides, scaling }: IppDevice,
  jobName: JobId,
  by: TicketMedia['by'],
): OwnTicket {
  const { name, widthHundredths, heightHundredths } = media;
  return {
    jobName,
    media: by === 'name' ? { by, name } : { by, widthHundredths, heightHundredths },
    sides,
    scaling,
  };
}

import type { ApplicationView } from '../../shared/contract/application/application-view.ts';
import type { ResidentsEnding } from '../../shared/contract/residents/last-ending.ts';
import type { ResidentsScreenStatus } from '../../shared/contract/residents/screen-status.ts';

/**
 * How an application ended, as the screen tells it now: nothing any more where one is open, or where whoever was told has put it
 * away (`isSeen`), also before the kiosk has forgotten it.
 */
export function toldEnding(
  { lastEnding }: Pick<ResidentsScreenStatus, 'lastEnding'>,
  application: ApplicationView | null,
  isSeen: boolean,
): ResidentsEnding {
  return application !== null || isSeen ? { kind: 'none' } : lastEnding;
}

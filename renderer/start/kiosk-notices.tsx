import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { isInForce } from '../../shared/contract/suspension/suspension-status.ts';
import { Notice } from '../parts/notice.tsx';
import { listInWords } from '../wording/list.ts';
import { shortageInWords } from '../wording/shortage.ts';

/** What is out of the ordinary at this kiosk, before anybody begins something. */
export function KioskNotices({ status }: { status: KioskStatus }): ReactNode {
  const { diskFails, shortage, printSideOpen, holds, intake, newOnesAreHeld, suspensions } = status;
  const openOnesEnd = suspensions.some((each) => isInForce(each) && each.open === 'wipe');
  const setBy = listInWords(new Set(holds.map(({ by }) => by)));
  return (
    <>
      {intake.kind === 'held' ? (
        <div data-notice="intake-held">
          <Notice kind="warn">
            <p>
              <b>
                <Trans comment="Notice. {setBy} is a supervisor, or a list like “Ana Ruiz and Ben Cole”. A legal hold is an order by counsel to erase nothing.">
                  Legal hold set by {setBy}.
                </Trans>
              </b>{' '}
              {/* A suspension may end them. */}
              {openOnesEnd ? null : (
                <Trans comment="Follows that a legal hold, an order by counsel to erase nothing, was set.">
                  You can still open applications that aren’t on legal hold.
                </Trans>
              )}
            </p>
          </Notice>
        </div>
      ) : newOnesAreHeld ? (
        <div data-notice="new-ones-held">
          <Notice kind="warn">
            <p>
              <Trans comment="Notice. {setBy} is a supervisor, or a list like “Ana Ruiz and Ben Cole”. A legal hold is an order by counsel to erase nothing.">
                <b>Legal hold set by {setBy}.</b> Each new application is kept until the legal hold is lifted,
                and no card is handed over before then. Tell the applicant before you ask for anything.
              </Trans>
            </p>
          </Notice>
        </div>
      ) : null}
      {diskFails && shortage?.place !== 'disk' ? (
        <div data-notice="disk-fails">
          <Notice kind="bad" role="alert">
            <p>
              <Trans>
                The kiosk can’t save everything to its disk, so new applications are stopped. Open ones are
                intact, and the kiosk keeps trying. Call your IT staff: the disk may be full.
              </Trans>
            </p>
          </Notice>
        </div>
      ) : null}
      {shortage === null ? null : (
        <div data-notice="shortage" data-place={shortage.place}>
          <Notice kind="bad" role="alert">
            <p>{shortageInWords(shortage)}</p>
          </Notice>
        </div>
      )}
      {printSideOpen === 0 ? null : (
        <div data-notice="print-side-open" data-records={printSideOpen}>
          <Notice kind="warn" role="status">
            <p>
              <Plural
                comment="Notice on the start screen. A print job is what the printer was given to print."
                value={printSideOpen}
                one="# application has ended, but its printer hasn’t confirmed that the print job is gone. The kiosk keeps trying. Check that this printer is turned on and connected."
                other="# applications have ended, but their printer hasn’t confirmed that the print jobs are gone. The kiosk keeps trying. Check that this printer is turned on and connected."
              />
            </p>
          </Notice>
        </div>
      )}
    </>
  );
}

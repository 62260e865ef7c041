import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { Notice } from '../parts/notice.tsx';
import { shortageInWords } from '../wording/shortage.ts';

/** What is out of the ordinary at this kiosk, before anybody begins something. */
export function KioskNotices({ status }: { status: KioskStatus }): ReactNode {
  const { diskFails, shortage, printSideOpen, holds, intake, newOnesAreHeld } = status;
  const setBy = [...new Set(holds.map(({ by }) => by))].join(', ');
  return (
    <>
      {intake.kind === 'held' ? (
        <div data-notice="intake-held">
          <Notice kind="warn">
            <p>
              <Trans>
                <b>A legal hold is in force, set by {setBy}.</b> No new application begins until a supervisor
                resumes intake. Open applications that are not held can still be opened below.
              </Trans>
            </p>
          </Notice>
        </div>
      ) : newOnesAreHeld ? (
        <div data-notice="new-ones-held">
          <Notice kind="warn">
            <p>
              <Trans>
                <b>A legal hold is in force, set by {setBy}.</b> New applications can begin, and they are kept
                until it is lifted. Tell the person so before you ask for anything.
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
                The kiosk’s disk does not take everything that must be written, so nobody new can begin. What
                is open stays whole, and the kiosk tries again by itself. Call your IT staff: the disk may be
                full.
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
          <Notice kind="plain" role="status">
            <p>
              <Plural
                value={printSideOpen}
                one="# record is erased; its printer does not answer yet. The kiosk tries again by itself."
                other="# records are erased; their printer does not answer yet. The kiosk tries again by itself."
              />
            </p>
          </Notice>
        </div>
      )}
    </>
  );
}

import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { Notice } from '../parts/notice.tsx';
import { dateInWords } from '../wording/dates.ts';

/** That a day was never closed, or none is open yet where days are counted. Nobody waits for it: applicants are served. */
export function DayNotice({ status }: { status: KioskStatus }): ReactNode {
  const { counterDay, today, practice } = status;
  const { open, isCounted, packUp } = counterDay;
  if (practice || packUp !== null) return null;
  if (open !== null) {
    if (open.year === today.year && open.month === today.month && open.day === today.day) return null;
    const day = dateInWords(open);
    return (
      <div data-notice="day-not-closed">
        <Notice kind="warn">
          <p>
            <Trans comment="Notice on the start screen. {day} is like November 24, 2026; F4 is a key, Day a section.">
              The day of {day}, was never closed. A supervisor can close it late: press F4, then open Day.
            </Trans>
          </p>
        </Notice>
      </div>
    );
  }
  if (!isCounted) return null;
  return (
    <div data-notice="day-not-open">
      <Notice kind="plain">
        <p>
          <Trans comment="Notice on the start screen. F4 is a key, Day a section of the supervisor’s area.">
            No day is open. A supervisor can open one: press F4, then open Day. You can serve applicants in
            the meantime.
          </Trans>
        </p>
      </Notice>
    </div>
  );
}

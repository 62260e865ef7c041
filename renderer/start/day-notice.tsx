import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { Notice } from '../parts/notice.tsx';
import { dateInWords } from '../wording/dates.ts';

/** That a day was never closed, or none is open yet where days are counted. Nobody waits for it: applicants are served. */
export function DayNotice({ status }: { status: KioskStatus }): ReactNode {
  const { counterDay, today, practice, staff } = status;
  const { open, isCounted, packUp } = counterDay;
  if (practice || packUp !== null) return null;
  if (open !== null) {
    if (open.year === today.year && open.month === today.month && open.day === today.day) return null;
    const day = dateInWords(open);
    // F4 is a supervisor's key: it stands on nobody else's screen.
    const isSupervisor = staff?.role === 'supervisor';
    return (
      <div data-notice="day-not-closed">
        <Notice kind="warn">
          <p>
            {isSupervisor ? (
              <Trans comment="Notice on the start screen. {day} is like November 24, 2026; F4 is a key, Day a section.">
                The day of {day}, was never closed. To close it late, press F4, then open Day.
              </Trans>
            ) : (
              <Trans comment="Notice on the start screen, for a clerk. {day} is like November 24, 2026.">
                The day of {day}, was never closed. A supervisor can sign in and close it late.
              </Trans>
            )}
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
          {staff?.role === 'supervisor' ? (
            <Trans comment="Notice on the start screen. F4 is a key, Day a section of the supervisor’s area.">
              No day is open. To open one, press F4, then open Day. You can serve applicants in the meantime.
            </Trans>
          ) : (
            <Trans comment="Notice on the start screen, for a clerk: the counter’s day, with blank cards counted.">
              No day is open. A supervisor can sign in and open one. You can serve applicants in the meantime.
            </Trans>
          )}
        </p>
      </Notice>
    </div>
  );
}

import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { isErasing } from '../../shared/contract/residents/last-ending.ts';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { isAnyInForce } from '../../shared/contract/suspension/suspension-status.ts';
import { beginningInWords } from '../wording/application/promises.ts';
import { missingOrderInWords } from '../wording/suspension/missing-order.ts';

/** What stands below "Start": why it is disabled, or what beginning means. */
export function BeginNote({ status, opening }: { status: KioskStatus; opening: boolean }): ReactNode {
  if (status.dateQuestion !== null) {
    return <Trans>New applications are stopped until the date is confirmed or the clock is right.</Trans>;
  }
  if (status.intake.kind === 'held' && isAnyInForce(status.suspensions)) {
    return status.staff?.role === 'supervisor' ? (
      <Trans comment="Why no application can start. A legal hold is an order by counsel to erase nothing. F4 is a key, Legal hold and Suspension are sections of the supervisor’s area.">
        A legal hold and a suspension have stopped new applications. Press F4, then open Legal hold and
        Suspension.
      </Trans>
    ) : (
      <Trans comment="Why no application can start. A legal hold is an order by counsel to erase nothing.">
        A legal hold and a suspension have stopped new applications. Call your supervisor.
      </Trans>
    );
  }
  if (status.intake.kind === 'held') {
    return status.staff?.role === 'supervisor' ? (
      <Trans comment="Why no application can start. A legal hold is an order by counsel to erase nothing. F4 is a key, Legal hold a section of the supervisor’s area.">
        A legal hold has stopped new applications. To resume them, press F4, then open Legal hold.
      </Trans>
    ) : (
      <Trans comment="Why no application can start. A legal hold is an order by counsel to erase nothing.">
        A legal hold has stopped new applications. Call your supervisor.
      </Trans>
    );
  }
  if (status.intake.kind === 'packed-up') {
    return status.staff?.role === 'supervisor' ? (
      <Trans comment="Why no application can start. F4 is a key, Day a section of the supervisor’s area.">
        The kiosk is packed up. To start an application, open the day: press F4, then open Day.
      </Trans>
    ) : (
      <Trans>The kiosk is packed up. A supervisor must open the day first.</Trans>
    );
  }
  if (status.intake.kind === 'misfit') {
    return <Trans>The kiosk starts again in a moment, with files that fit together.</Trans>;
  }
  if (status.intake.kind === 'order-missing') {
    return <>{missingOrderInWords(status.intake.serial, status.staff?.role)}</>;
  }
  if (status.intake.kind === 'suspended') {
    return <Trans>New applications are suspended. The notice on this screen says since when.</Trans>;
  }
  if (status.shortage !== null) {
    return status.shortage.place === 'disk' ? (
      <Trans>New applications are stopped until the kiosk has more disk space.</Trans>
    ) : (
      <Trans>New applications are stopped until the kiosk has more memory.</Trans>
    );
  }
  if (status.diskFails) {
    return <Trans>New applications are stopped until the kiosk can save to its disk.</Trans>;
  }
  if (isErasing(status.lastEnding)) {
    return (
      <Trans>
        The last application is still being erased. You can start the next one when the erasure is proven.
      </Trans>
    );
  }
  if (opening) return <Trans>Opening the application you chose…</Trans>;
  return beginningInWords(status.newOnesAreHeld);
}

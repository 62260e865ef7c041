import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import styles from '../supervisor.module.css';
import type { PackUpStatus } from './packing-stage.ts';

/** What a kiosk that is carried away still holds. Under a legal hold nothing of it is to be destroyed. */
export function WhatRemains({ status, packUp }: { status: KioskStatus; packUp: PackUpStatus }): ReactNode {
  const { held, stopped, printJobs } = packUp;
  const isHeld = status.holds.length > 0;
  const { printSideOpen, ribbons, trayCheck } = status;
  const used = ribbons.held.length + (ribbons.fitted === null ? 0 : 1);
  const jobs = printSideOpen + printJobs;
  if (held + stopped + jobs + used === 0 && trayCheck === null) return null;
  return (
    <div data-remains>
      <p>
        <Trans comment="Above a list of what a packed-up kiosk still holds.">What remains:</Trans>
      </p>
      <ul className={styles.sentences}>
        {held === 0 ? null : (
          <li data-remains-held={held}>
            <Plural
              comment="What a packed-up kiosk still holds. A legal hold is an order to erase nothing."
              value={held}
              one="# application on legal hold."
              other="# applications on legal hold."
            />
          </li>
        )}
        {stopped === 0 ? null : (
          <li data-remains-stopped={stopped}>
            <Plural
              comment="What a packed-up kiosk still holds. A legal hold is an order to erase nothing."
              value={stopped}
              one="# application whose erasure was stopped by a legal hold."
              other="# applications whose erasure was stopped by a legal hold."
            />
          </li>
        )}
        {jobs === 0 ? null : (
          <li data-remains-print-sides={jobs}>
            <Plural
              comment="What a packed-up kiosk still holds. A print job is what the printer was given to print."
              value={jobs}
              one="# print job at a printer that isn’t answering. Turn that printer on, or lock it away."
              other="# print jobs at printers that aren’t answering. Turn those printers on, or lock them away."
            />
          </li>
        )}
        {trayCheck === null ? null : (
          <li data-remains-cards={trayCheck.cards}>
            {isHeld ? (
              <Trans comment="What a packed-up kiosk still holds: finished cards of applications that ended. Counsel is the city’s lawyer.">
                There may be cards of ended applications. Check the printer’s tray, and ask counsel before you
                destroy any you find.
              </Trans>
            ) : (
              <Trans comment="What a packed-up kiosk still holds: finished cards of applications that ended.">
                There may be cards of ended applications. Check the printer’s tray, and destroy any you find.
              </Trans>
            )}
          </li>
        )}
        {used === 0 ? null : (
          <li data-remains-ribbons={used}>
            {isHeld ? (
              <Plural
                comment="What a packed-up kiosk still holds. The ribbon is the printer’s film of dye, on which printed faces can be seen. Counsel is the city’s lawyer."
                value={used}
                one="# ribbon that shows printed cards. Lock it away, and ask counsel before it’s destroyed."
                other="# ribbons that show printed cards. Lock them away, and ask counsel before they’re destroyed."
              />
            ) : (
              <Plural
                comment="What a packed-up kiosk still holds. The ribbon is the printer’s film of dye, on which printed faces can be seen."
                value={used}
                one="# ribbon that shows printed cards. Lock it away until it’s destroyed."
                other="# ribbons that show printed cards. Lock them away until they’re destroyed."
              />
            )}
          </li>
        )}
      </ul>
    </div>
  );
}

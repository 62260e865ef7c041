import { Plural, Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect } from 'react';
import type { CounterDayStatus, KioskStatus } from '../../../shared/contract/status.ts';
import { Notice } from '../../parts/notice.tsx';
import { EntryMade } from '../entry-made.tsx';

type PackUpStatus = NonNullable<CounterDayStatus['packUp']>;

/** How far packing up is, what is still to be done by a person, and what remains in a kiosk that is packed up. */
export function PackingUp({ packUp, status }: { packUp: PackUpStatus; status: KioskStatus }): ReactNode {
  useEffect(() => {
    // The question that was answered is gone, and the focus with it.
    document.getElementById('section-heading')?.focus();
  }, []);
  return (
    <div data-packing={packUp.isDone ? 'done' : 'under-way'}>
      <EntryMade kind={packUp.isDone ? 'packed-up' : null} />
      <div role="status">
        <Notice kind={packUp.isDone ? 'good' : 'plain'}>
          {packUp.isDone ? (
            <p>
              <Trans comment="Notice: everything open was ended and erased.">
                The kiosk is packed up. When the day sheet is printed, you can switch it off.
              </Trans>
            </p>
          ) : (
            <StillToDo packUp={packUp} status={status} />
          )}
        </Notice>
      </div>
      <Remains status={status} packUp={packUp} />
    </div>
  );
}

function StillToDo({ packUp, status }: { packUp: PackUpStatus; status: KioskStatus }): ReactNode {
  const { ended, open, erasing, printing } = packUp;
  return (
    <>
      <p data-ended={ended} data-erasing={erasing}>
        <Plural
          comment="Progress while everything open is ended. # counts applications."
          value={ended}
          one="# application was ended."
          other="# applications were ended."
        />{' '}
        {erasing === 0 ? (
          <Trans comment="Progress while everything open is ended.">No erasure is under way.</Trans>
        ) : (
          <Plural
            comment="Progress while everything open is ended. # counts applications whose erasure isn’t proven yet."
            value={erasing}
            one="# is still being erased."
            other="# are still being erased."
          />
        )}
      </p>
      {open === 0 ? null : (
        <p data-open={open}>
          <Plural
            comment="Progress while everything open is ended. # counts applications that couldn’t be ended yet."
            value={open}
            one="# is still open. The kiosk tries again by itself."
            other="# are still open. The kiosk tries again by itself."
          />
        </p>
      )}
      {printing === 0 ? null : (
        <p data-printing={printing}>
          <Plural
            comment="Progress while everything open is ended. # counts cards in the printer."
            value={printing}
            one="# card is being printed. Its application ends when the printer is done."
            other="# cards are being printed. Their applications end when the printer is done."
          />
        </p>
      )}
      {status.counterDay.open === null ? null : (
        <p>
          <Trans comment="Progress while everything open is ended: a person still has to count.">
            Close the day below. Then the kiosk is packed up.
          </Trans>
        </p>
      )}
    </>
  );
}

/** What a kiosk that is carried away still holds. */
function Remains({ status, packUp }: { status: KioskStatus; packUp: PackUpStatus }): ReactNode {
  const { held, stopped } = packUp;
  const { printSideOpen, ribbons, trayCheck } = status;
  const used = ribbons.held.length + (ribbons.fitted === null ? 0 : 1);
  if (held + stopped + printSideOpen + used === 0 && trayCheck === null) return null;
  return (
    <div data-remains>
      <p>
        <Trans comment="Above a list of what a packed-up kiosk still holds.">What remains:</Trans>
      </p>
      <ul>
        {held === 0 ? null : (
          <li data-remains-held={held}>
            <Plural
              comment="What a packed-up kiosk still holds. A legal hold is an order to erase nothing."
              value={held}
              one="# application on legal hold. With keys in memory it’s lost when the kiosk is switched off, unless the hold moved its key to disk."
              other="# applications on legal hold. With keys in memory they’re lost when the kiosk is switched off, unless the hold moved their keys to disk."
            />
          </li>
        )}
        {stopped === 0 ? null : (
          <li data-remains-stopped={stopped}>
            <Plural
              comment="What a packed-up kiosk still holds. A legal hold is an order to erase nothing."
              value={stopped}
              one="# application whose erasure a legal hold stopped. It’s kept until the hold is lifted."
              other="# applications whose erasure a legal hold stopped. They’re kept until the hold is lifted."
            />
          </li>
        )}
        {printSideOpen === 0 ? null : (
          <li data-remains-print-sides={printSideOpen}>
            <Plural
              comment="What a packed-up kiosk still holds. A print job is what the printer was given to print."
              value={printSideOpen}
              one="# print job at a printer that isn’t answering. Switch that printer on, or lock it away."
              other="# print jobs at printers that aren’t answering. Switch those printers on, or lock them away."
            />
          </li>
        )}
        {trayCheck === null ? null : (
          <li data-remains-cards={trayCheck.cards}>
            <Trans comment="What a packed-up kiosk still holds: finished cards of applications that ended.">
              Cards of ended applications, maybe. Check the printer’s tray and destroy what lies there.
            </Trans>
          </li>
        )}
        {used === 0 ? null : (
          <li data-remains-ribbons={used}>
            <Plural
              comment="What a packed-up kiosk still holds. The ribbon is the printer’s film of dye, on which printed faces can be seen."
              value={used}
              one="# ribbon that shows printed cards. Lock it away until it’s destroyed."
              other="# ribbons that show printed cards. Lock them away until they’re destroyed."
            />
          </li>
        )}
      </ul>
    </div>
  );
}

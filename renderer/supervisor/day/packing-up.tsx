import { Plural, Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect } from 'react';
import type { CounterDayStatus, KioskStatus } from '../../../shared/contract/status.ts';
import { Notice } from '../../parts/notice.tsx';
import { EntryMade } from '../entry-made.tsx';
import { areKeysInMemory, KeysInMemory } from '../holds/keys-in-memory.tsx';
import styles from '../supervisor.module.css';
import { openWithoutHold, WhatRemains } from './what-remains.tsx';

type PackUpStatus = NonNullable<CounterDayStatus['packUp']>;

/** How far packing up is, what is still to be done by a person, and what remains in a kiosk that is packed up. `children`: its sheet. */
export function PackingUp(props: {
  packUp: PackUpStatus;
  status: KioskStatus;
  children: ReactNode;
}): ReactNode {
  const { packUp, status, children } = props;
  const inMemory = areKeysInMemory(status.holds);
  const mayBeSwitchedOff = !inMemory && openWithoutHold(packUp, status) === 0;
  useEffect(() => {
    // The question that was answered is gone, and the focus with it.
    document.getElementById('section-heading')?.focus();
  }, []);
  return (
    <div className={styles.section} data-packing={packUp.isDone ? 'done' : 'under-way'}>
      <EntryMade kind={packUp.isDone ? 'packed-up' : null} />
      <div role="status">
        {packUp.isDone ? (
          <Notice kind={mayBeSwitchedOff ? 'good' : 'plain'}>
            <p>{mayBeSwitchedOff ? <MayBeSwitchedOff /> : <PackedUp />}</p>
          </Notice>
        ) : (
          <Notice kind="plain">
            <StillToDo packUp={packUp} status={status} />
          </Notice>
        )}
      </div>
      {inMemory ? <KeysInMemory /> : null}
      {children}
      <WhatRemains status={status} packUp={packUp} />
    </div>
  );
}

function PackedUp(): ReactNode {
  return <Trans comment="Notice: everything open was ended and erased.">The kiosk is packed up.</Trans>;
}

function MayBeSwitchedOff(): ReactNode {
  return (
    <Trans comment="Notice: everything open was ended and erased.">
      The kiosk is packed up. When the day sheet is printed, you can switch it off.
    </Trans>
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

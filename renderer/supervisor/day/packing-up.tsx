import { Plural, Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect } from 'react';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { unreachable } from '../../../shared/result.ts';
import { Notice } from '../../parts/notice.tsx';
import { entryKindInWords } from '../../wording/ledger/entry-kind.ts';
import { EntryMade } from '../entry-made.tsx';
import { areKeysInMemory, KeysInMemory } from '../holds/keys-in-memory.tsx';
import styles from '../supervisor.module.css';
import { type PackingStage, type PackUpStatus, packingStage } from './packing-stage.ts';
import { WhatRemains } from './what-remains.tsx';

/** As what each is told: that the kiosk must stay on is a warning. */
const SIGNS = {
  packing: 'warn',
  continues: 'warn',
  'in-memory': 'plain',
  remains: 'warn',
  empty: 'good',
} as const satisfies Record<PackingStage, 'good' | 'warn' | 'plain'>;

/** How far packing up is, what is still to be done by a person, and what remains in a kiosk that is packed up. `children`: its sheet. */
export function PackingUp(props: {
  packUp: PackUpStatus;
  status: KioskStatus;
  children: ReactNode;
}): ReactNode {
  const { packUp, status, children } = props;
  const stage = packingStage(packUp, status);
  const hasFailed = status.intake.kind === 'locked' && (stage === 'packing' || stage === 'continues');
  useEffect(() => {
    // The question that was answered is gone, and the focus with it.
    document.getElementById('section-heading')?.focus();
  }, []);
  return (
    <div className={styles.section} data-packing={packUp.isDone ? 'done' : 'under-way'}>
      {/* Before what was done: whoever reads that it was reads no further. */}
      <div role="status">
        <Notice kind={hasFailed ? 'bad' : SIGNS[stage]}>
          <p data-stage={stage}>
            <HowFar stage={stage} />
          </p>
          {stage === 'packing' || stage === 'continues' ? (
            <StillToDo packUp={packUp} status={status} />
          ) : null}
        </Notice>
      </div>
      {areKeysInMemory(status.holds) ? <KeysInMemory /> : null}
      {/* Where something is under way again it isn't done, although the ledger has it. */}
      {stage === 'continues' ? <PackedUpOnce /> : <EntryMade kind={packUp.isDone ? 'packed-up' : null} />}
      {children}
      <WhatRemains status={status} packUp={packUp} />
    </div>
  );
}

function PackedUpOnce(): ReactNode {
  const recorded = entryKindInWords('packed-up');
  return (
    <p data-entry-made="packed-up">
      <Trans>
        Recorded in the ledger: <b>{recorded}</b>
      </Trans>
    </p>
  );
}

function HowFar({ stage }: { stage: PackingStage }): ReactNode {
  switch (stage) {
    case 'packing':
      return (
        <Trans comment="Notice: everything open is being ended and erased. A list of what is still to be done follows.">
          The kiosk is being packed up. Don’t turn off the kiosk yet.
        </Trans>
      );
    case 'continues':
      return (
        <Trans comment="Notice: a legal hold was lifted after everything else was ended and erased, for example. A list follows.">
          The kiosk was packed up, but something still has to finish. Don’t turn off the kiosk yet.
        </Trans>
      );
    case 'in-memory':
      return <Trans comment="Notice: everything open was ended and erased.">The kiosk is packed up.</Trans>;
    case 'remains':
      return (
        <Trans comment="Notice: everything open was ended and erased, except what is listed below it.">
          The kiosk is packed up, but not empty. Read below what remains before you turn it off.
        </Trans>
      );
    case 'empty':
      return (
        <Trans comment="Notice: everything open was ended and erased.">
          The kiosk is packed up. When the day sheet is printed, you can turn off the kiosk.
        </Trans>
      );
    default:
      return unreachable(stage);
  }
}

function StillToDo({ packUp, status }: { packUp: PackUpStatus; status: KioskStatus }): ReactNode {
  const { ended, open, erasing, printing } = packUp;
  return (
    <>
      {/* First: the others may wait for it. */}
      {status.intake.kind === 'locked' ? (
        <p data-erasure-failed>
          <Trans comment="Progress while everything open is ended. “Return to start” is a button; the start screen names the step that failed.">
            An erasure failed. Select Return to start to see why, and what to do.
          </Trans>
        </p>
      ) : null}
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
            comment="Progress while everything open is ended. # counts applications whose erasure isn’t proven yet, whatever ended them."
            value={erasing}
            one="# application is still being erased."
            other="# applications are still being erased."
          />
        )}
      </p>
      {open === 0 ? null : (
        <p data-open={open}>
          <Plural
            comment="Progress while everything open is ended. # counts applications that couldn’t be ended yet."
            value={open}
            one="# application is still open. The kiosk tries again by itself."
            other="# applications are still open. The kiosk tries again by itself."
          />
        </p>
      )}
      {status.diskFails ? (
        <p data-disk-fails>
          <Trans comment="Progress while everything open is ended: the disk may be full.">
            The kiosk can’t save everything to its disk, and keeps trying. Call your IT staff.
          </Trans>
        </p>
      ) : null}
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

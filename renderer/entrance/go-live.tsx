import { Trans } from '@lingui/react/macro';
import { type ReactNode, useRef, useState } from 'react';
import { type CustodyKind, custodyKinds } from '../../shared/contract/custody.ts';
import { kioskUse } from '../../shared/contract/kiosk-use.ts';
import type { Refusal } from '../../shared/contract/refusals.ts';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { useStaffRole } from '../core-client/use-staff-role.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Actions } from '../parts/actions.tsx';
import { announce } from '../parts/announcer.tsx';
import { pressOf, useDialogKeys } from '../parts/keys/use-dialog-keys.ts';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { custodyQuestionInWords, nothingChosenInWords } from '../wording/custody.ts';
import { computerOfOtherUseInWords, isToldOf } from '../wording/doctor/computer.ts';
import { examiningInWords } from '../wording/doctor/examining.ts';
import { refusalInWords } from '../wording/refusal.ts';
import { sealRefusalInWords } from '../wording/seal-refusal.ts';
import styles from './entrance.module.css';
import { useGoingLive } from './use-going-live.ts';
import { WhatStopsGoLive } from './what-stops-go-live.tsx';
import { WhereKeysAreKept } from './where-keys-are-kept.tsx';

interface GoLiveProps {
  readonly status: KioskStatus;
  /** The decision is on its way (`true`), or was refused (`false`). */
  readonly onDeciding: (deciding: boolean) => void;
}

/**
 * Before the first application: a supervisor decides where keys are kept, and with it that the kiosk goes live or,
 * where it never may, that a rehearsal begins. Nothing is chosen beforehand, unless the settings decide it.
 */
export function GoLiveScreen({ status, onDeciding }: GoLiveProps): ReactNode {
  const { client } = useCore();
  const leaving = useAct();
  const use = kioskUse(status);
  // The others are stopped by nothing that is wrong with their computer.
  const going = useGoingLive(onDeciding, use === 'residents');
  const [chosen, setChosen] = useState<CustodyKind | null>(null);
  const { preset } = status;
  const custody = preset.custody ?? chosen;
  const rehearsal = use === 'rehearsal';
  const cannotSeal = status.cannotSeal === null ? null : sealRefusalInWords(status.cannotSeal);
  const reasonAgainst = (kind: CustodyKind): string | null => (kind === 'sealed' ? cannotSeal : null);
  const against = custody === null ? nothingChosenInWords(cannotSeal !== null) : reasonAgainst(custody);

  const choose = (index: number): void => {
    const kind = custodyKinds[index];
    if (kind === undefined || preset.custody !== null || going.busy) return;
    const reason = reasonAgainst(kind);
    if (reason === null) setChosen(kind);
    else announce(reason);
  };
  const button = useRef<HTMLButtonElement>(null);
  const decide = async (): Promise<void> => {
    if (custody !== null) await going.decide(custody);
  };
  const decideInSpite = async (): Promise<void> => {
    const ids = going.stopping.map(({ id }) => id);
    if (custody !== null) await going.decideInSpiteOf(custody, ids);
  };
  const tellWhatLacks = (): void => {
    if (against !== null) announce(against);
  };
  // What is carried out is what was chosen: no key changes it meanwhile.
  useDialogKeys(!going.asking && !going.busy, choose, pressOf(button));

  return (
    <Screen name="go-live" heading={custodyQuestionInWords(rehearsal)} wide>
      <div className={styles.decisionBeside}>
        <div className={styles.notices}>
          {rehearsal ? <RehearsalNotice /> : null}
          {use === 'residents' ? null : <ComputerNotice computer={status.computer} />}
          {status.cannotSeal === null ? null : <OldKeysNotice />}
        </div>
        <div className={styles.decision}>
          <WhereKeysAreKept
            {...{ custody, reasonAgainst }}
            preset={preset.custody}
            asleep={going.busy}
            onChoose={setChosen}
          />
          <Actions
            verdict={
              <Verdict
                isChosen={custody !== null}
                hasOneWay={cannotSeal !== null}
                isExamining={going.busy && use === 'residents'}
                refusal={going.refusal ?? leaving.refusal}
              />
            }
          >
            <ActionButton
              kind="main"
              irreversible
              autoFocus={preset.custody !== null}
              buttonRef={button}
              shortcut="Enter"
              ariaDisabled={against !== null || (going.busy && 'for-a-moment')}
              describedBy="go-live-note"
              onPress={() => void decide()}
              onDisabledPress={tellWhatLacks}
            >
              {rehearsal ? (
                <Trans comment="Button: from then on the kiosk is used for practice, with invented people.">
                  Start rehearsal
                </Trans>
              ) : (
                <Trans comment="Button: from then on the kiosk serves real applicants.">Go live</Trans>
              )}
            </ActionButton>
            <ActionButton
              ariaDisabled={(going.busy || leaving.busy) && 'for-a-moment'}
              onPress={() => void leaving.run(() => client.signOut({}))}
            >
              <Trans>Sign out and decide later</Trans>
            </ActionButton>
          </Actions>
        </div>
      </div>
      <WhatStopsGoLive
        {...{ refusal: going.refusal, stopping: going.stopping, checkedAt: going.checkedAt }}
        hasSecond={status.approverNames.length > 0}
        isReady={against === null && !going.busy}
        onInSpite={() => void decideInSpite()}
        onNotReady={tellWhatLacks}
      />
      {going.dialog}
    </Screen>
  );
}

function RehearsalNotice(): ReactNode {
  return (
    <Notice kind="warn">
      <p data-rehearsal>
        <Trans comment="A rehearsal is practice with invented people. To go live is to begin serving real applicants.">
          This kiosk is for rehearsals only: it can’t go live. Never enter residents’ data. Use invented
          people.
        </Trans>
      </p>
    </Notice>
  );
}

/** What the ledger and receipts cannot claim on such a disk. */
function OldKeysNotice(): ReactNode {
  return (
    <Notice kind="warn">
      <p data-old-keys>
        <Trans comment="The keys sign receipts and the ledger: data, and nothing of metal. Receipts say the same.">
          This disk may keep old signing keys. Whoever takes it, with a passphrase, could make false receipts
          of earlier days.
        </Trans>
      </p>
    </Notice>
  );
}

/** A kiosk that serves no applicants is stopped by nothing that is wrong with its computer, and is told of it. */
function ComputerNotice({ computer }: Pick<KioskStatus, 'computer'>): ReactNode {
  if (!isToldOf(computer)) return null;
  return (
    <Notice kind="warn">
      <p data-computer={computer}>{computerOfOtherUseInWords(computer)}</p>
    </Notice>
  );
}

function Verdict({
  isChosen,
  hasOneWay,
  isExamining,
  refusal,
}: {
  readonly isChosen: boolean;
  /** The disk here can’t keep keys. */
  readonly hasOneWay: boolean;
  /** The computer is being looked at: a second would be too short to read it. */
  readonly isExamining: boolean;
  readonly refusal: Refusal | null;
}): ReactNode {
  const role = useStaffRole();
  return (
    <>
      <p id="go-live-note">
        <WhatNext isChosen={isChosen} hasOneWay={hasOneWay} />
      </p>
      <div role="status" data-examining={isExamining}>
        {isExamining ? <p>{examiningInWords()}</p> : null}
      </div>
      {refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p data-refusal={refusal.kind}>{refusalInWords(refusal, { role })}</p>
        </Notice>
      )}
    </>
  );
}

/** What to press, or what comes of it once something is chosen. `hasOneWay`: the disk here can’t keep keys. */
function WhatNext({ isChosen, hasOneWay }: { isChosen: boolean; hasOneWay: boolean }): ReactNode {
  if (isChosen)
    return (
      <Trans comment="The ledger is the signed record of staff actions. Recovery codes are on paper, for a lost passphrase.">
        The ledger records who decided, and when. Then you decide about recovery codes.
      </Trans>
    );
  return hasOneWay ? (
    <Trans comment="Below two choices of which one isn’t possible here. 1 and Enter are keys.">
      Press 1, then Enter.
    </Trans>
  ) : (
    <Trans>Press 1 or 2, or use the arrow keys. Then press Enter.</Trans>
  );
}

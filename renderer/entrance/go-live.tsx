import { Trans, useLingui } from '@lingui/react/macro';
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
import { ChoiceList } from '../parts/choice-list.tsx';
import { pressOf, useDialogKeys } from '../parts/keys/use-dialog-keys.ts';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { custodyAdvice, custodyInWords } from '../wording/custody.ts';
import { computerOfOtherUseInWords, isToldOf } from '../wording/doctor/computer.ts';
import { examiningInWords } from '../wording/doctor/examining.ts';
import { refusalInWords } from '../wording/refusal.ts';
import { sealRefusalInWords } from '../wording/seal-refusal.ts';
import { useGoingLive } from './use-going-live.ts';
import { WhatStopsGoLive } from './what-stops-go-live.tsx';

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
  const { t } = useLingui();
  const { client } = useCore();
  const leaving = useAct();
  const going = useGoingLive(onDeciding);
  const [chosen, setChosen] = useState<CustodyKind | null>(null);
  const { preset } = status;
  const custody = preset.custody ?? chosen;
  const use = kioskUse(status);
  const rehearsal = use === 'rehearsal';
  const cannotSeal = status.cannotSeal === null ? null : sealRefusalInWords(status.cannotSeal);
  const reasonAgainst = (kind: CustodyKind): string | null => (kind === 'sealed' ? cannotSeal : null);
  const against = custody === null ? t`Nothing is chosen yet. Choose 1 or 2.` : reasonAgainst(custody);

  const choose = (index: number): void => {
    const kind = custodyKinds[index];
    if (kind === undefined || preset.custody !== null) return;
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
  useDialogKeys(!going.asking, choose, pressOf(button));

  return (
    <Screen name="go-live" heading={t`Where are keys kept?`} wide={going.stopping.length > 0}>
      {rehearsal ? <RehearsalNotice /> : null}
      {use === 'residents' ? null : <ComputerNotice computer={status.computer} />}
      <p>
        {preset.custody === null ? (
          <Trans comment="Keys are encryption keys. Handoff is giving the card to the applicant; the key is destroyed then.">
            Each application has its own key. Without it, nobody can read the application. Decide where keys
            are kept until handoff.
          </Trans>
        ) : (
          <Trans comment="Keys are encryption keys.">
            Each application has its own key. Without it, nobody can read the application.
          </Trans>
        )}
      </p>
      {preset.custody === null ? (
        <ChoiceList
          name="custody"
          legend={t`Where encryption keys are kept`}
          numbered
          autoFocus
          value={custody}
          onChoose={setChosen}
          choices={custodyKinds.map((kind) => ({
            value: kind,
            label: custodyInWords(kind),
            detail: <p>{custodyAdvice(kind)}</p>,
            disabledReason: reasonAgainst(kind),
          }))}
        />
      ) : (
        <PresetCustody custody={preset.custody} against={against} />
      )}
      <Actions
        verdict={
          <Verdict
            isChosen={custody !== null}
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
          ariaDisabled={against !== null || going.busy}
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
          ariaDisabled={going.busy || leaving.busy}
          onPress={() => void leaving.run(() => client.signOut({}))}
        >
          <Trans>Sign out and decide later</Trans>
        </ActionButton>
      </Actions>
      <WhatStopsGoLive
        {...{ refusal: going.refusal, stopping: going.stopping, busy: going.busy }}
        hasSecond={status.approverNames.length > 0}
        onInSpite={() => void decideInSpite()}
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

/** A kiosk that serves no applicants is stopped by nothing that is wrong with its computer, and is told of it. */
function ComputerNotice({ computer }: Pick<KioskStatus, 'computer'>): ReactNode {
  if (!isToldOf(computer)) return null;
  return (
    <Notice kind="warn">
      <p data-computer={computer}>{computerOfOtherUseInWords(computer)}</p>
    </Notice>
  );
}

/** Decided in the settings: there is nothing to choose. `against`: why it is not possible here; null: it is. */
function PresetCustody({
  custody,
  against,
}: {
  readonly custody: CustodyKind;
  readonly against: string | null;
}): ReactNode {
  const decision = custodyInWords(custody);
  return (
    <>
      <p data-preset-custody={custody}>
        <Trans comment="{decision} is one of “Keys kept in memory” and “Keys kept on disk”. The settings are a file that only IT staff can change.">
          Your IT staff decided this in the settings: {decision}.
        </Trans>
      </p>
      <p>{custodyAdvice(custody)}</p>
      {against === null ? null : (
        <Notice kind="bad">
          <p data-cannot-seal>{against}</p>
        </Notice>
      )}
    </>
  );
}

function Verdict({
  isChosen,
  isExamining,
  refusal,
}: {
  readonly isChosen: boolean;
  /** The computer is being looked at: a second would be too short to read it. */
  readonly isExamining: boolean;
  readonly refusal: Refusal | null;
}): ReactNode {
  const role = useStaffRole();
  return (
    <>
      <p id="go-live-note">
        {isChosen ? (
          <Trans comment="The ledger is the signed record of staff actions. Recovery codes are on paper, for a lost passphrase.">
            The ledger records who decided, and when. Then you decide about recovery codes.
          </Trans>
        ) : (
          <Trans>Press 1 or 2, or use the arrow keys. Then press Enter.</Trans>
        )}
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

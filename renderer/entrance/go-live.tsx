import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef, useState } from 'react';
import { type CustodyKind, custodyKinds } from '../../shared/contract/custody.ts';
import { kioskUse } from '../../shared/contract/kiosk-use.ts';
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
import {
  custodyAdvice,
  custodyInWords,
  custodyQuestionInWords,
  nothingChosenInWords,
} from '../wording/custody.ts';
import { refusalInWords } from '../wording/refusal.ts';
import { sealRefusalInWords } from '../wording/seal-refusal.ts';
import styles from './entrance.module.css';

interface GoLiveProps {
  readonly status: KioskStatus;
  /** The decision is on its way (`true`), or was refused (`false`). */
  readonly onDeciding: (deciding: boolean) => void;
}

/**
 * Before the first application: a supervisor decides where keys are kept, and with it that the kiosk goes live or,
 * where it never may, that a rehearsal begins. Nothing is chosen beforehand.
 */
export function GoLiveScreen({ status, onDeciding }: GoLiveProps): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const role = useStaffRole();
  const act = useAct();
  const [custody, setCustody] = useState<CustodyKind | null>(null);
  const rehearsal = kioskUse(status) === 'rehearsal';
  const cannotSeal = status.cannotSeal === null ? null : sealRefusalInWords(status.cannotSeal);
  const reasonAgainst = (kind: CustodyKind): string | null => (kind === 'sealed' ? cannotSeal : null);

  const choose = (index: number): void => {
    const kind = custodyKinds[index];
    if (kind === undefined) return;
    const reason = reasonAgainst(kind);
    if (reason === null) setCustody(kind);
    else announce(reason);
  };
  const button = useRef<HTMLButtonElement>(null);
  const decide = async (): Promise<void> => {
    if (custody === null) return;
    onDeciding(true);
    if (!(await act.run(() => client.decideCustody({ custody })))) onDeciding(false);
  };
  const tellWhatLacks = (): void => {
    if (custody === null) announce(nothingChosenInWords(cannotSeal !== null));
  };
  useDialogKeys(true, choose, pressOf(button));

  return (
    <Screen name="go-live" heading={custodyQuestionInWords(rehearsal)} wide>
      <div className={styles.decision}>
        {rehearsal ? (
          <Notice kind="warn">
            <p data-rehearsal>
              <Trans comment="A rehearsal is practice with invented people. To go live is to begin serving real applicants.">
                This kiosk is for rehearsals only: it can’t go live. Never enter residents’ data. Use invented
                people.
              </Trans>
            </p>
          </Notice>
        ) : null}
        <p>
          <Trans comment="Keys are encryption keys. Handoff is giving the card to the applicant; the key is destroyed then.">
            Each application has its own key. Without it, nobody can read the application. Decide where keys
            are kept until handoff.
          </Trans>
        </p>
        <ChoiceList
          name="custody"
          legend={t`Where encryption keys are kept`}
          isLegendHidden
          numbered
          autoFocus
          value={custody}
          onChoose={setCustody}
          choices={custodyKinds.map((kind) => ({
            value: kind,
            label: custodyInWords(kind),
            detail: <p>{custodyAdvice(kind)}</p>,
            disabledReason: reasonAgainst(kind),
          }))}
        />
        <Actions
          verdict={
            <>
              <p id="go-live-note">
                <WhatNext isChosen={custody !== null} hasOneWay={cannotSeal !== null} />
              </p>
              {act.refusal === null ? null : (
                <Notice kind="bad" role="alert">
                  <p data-refusal={act.refusal.kind}>{refusalInWords(act.refusal, { role })}</p>
                </Notice>
              )}
            </>
          }
        >
          <ActionButton
            kind="main"
            irreversible
            buttonRef={button}
            shortcut="Enter"
            ariaDisabled={custody === null || act.busy}
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
          <ActionButton ariaDisabled={act.busy} onPress={() => void act.run(() => client.signOut({}))}>
            <Trans>Sign out and decide later</Trans>
          </ActionButton>
        </Actions>
      </div>
    </Screen>
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

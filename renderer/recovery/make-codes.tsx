import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { useStaffRole } from '../core-client/use-staff-role.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { useApproval } from '../parts/approval/approval.tsx';
import { useKeys } from '../parts/keys/use-keys.ts';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { refusalInWords } from '../wording/refusal.ts';
import { CodeFromPaper } from './code-from-paper.tsx';
import styles from './recovery.module.css';
import { ShownCode } from './shown-code.tsx';

type Place = 1 | 2;

/** Where the two people are: fetching paper, writing, typing back from the paper; or both codes are in force. */
type Moment =
  | { readonly kind: 'before'; readonly place: Place }
  | { readonly kind: 'shown'; readonly place: Place; readonly code: string }
  | { readonly kind: 'typing'; readonly place: Place }
  | { readonly kind: 'done' };

interface MakeCodesProps {
  /** Leaving means signing out. */
  readonly signsOut: boolean;
  readonly onEnd: () => void;
}

/** Two codes, one after the other: each shown once to one person, written by hand, and typed back from the paper. */
export function MakeCodesScreen({ signsOut, onEnd }: MakeCodesProps): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const role = useStaffRole();
  const drawing = useAct();
  // Of the second code: another supervisor is there for it.
  const approval = useApproval();
  const [moment, setMoment] = useState<Moment>({ kind: 'before', place: 1 });
  useKeys(moment.kind === 'done' || approval.asking ? {} : { Escape: onEnd });

  const draw = async (place: Place): Promise<void> => {
    if (approval.asking) return;
    let code = '';
    const perform = async () => {
      const drawn = await (place === 1
        ? client.drawFirstRecoveryCode({})
        : client.drawSecondRecoveryCode({}));
      if (drawn.ok) code = drawn.value.code;
      return drawn;
    };
    const isDrawn =
      place === 1
        ? await drawing.run(perform)
        : await approval.run({ act: 'drawSecondRecoveryCode' }, perform);
    // Once the question is gone, which keeps the focus to itself.
    if (isDrawn) setMoment({ kind: 'shown', place, code });
  };
  const refusal = drawing.refusal ?? approval.refusal;
  const cancel = (
    <ActionButton shortcut="Esc" onPress={onEnd}>
      {signsOut ? <Trans>Cancel and sign out</Trans> : <Trans>Cancel</Trans>}
    </ActionButton>
  );

  if (moment.kind === 'done') return <DoneScreen signsOut={signsOut} onEnd={onEnd} />;
  const { kind, place } = moment;
  return (
    <Screen
      name="recovery-codes"
      heading={
        place === 1
          ? t({
              message: 'Recovery code 1 of 2',
              comment: 'Heading: the first of two codes on paper for a lost passphrase.',
            })
          : t({
              message: 'Recovery code 2 of 2',
              comment: 'Heading: the second of two codes on paper for a lost passphrase.',
            })
      }
    >
      {kind === 'before' ? (
        <>
          <WhatToDo place={place} />
          <div className={styles.choices}>
            <ActionButton
              key={place}
              kind="main"
              autoFocus
              shortcut="Enter"
              ariaDisabled={(drawing.busy || approval.busy) && 'for-a-moment'}
              onPress={() => void draw(place)}
            >
              {place === 1 ? (
                <Trans comment="Button: shows the first of two recovery codes, to be written on paper.">
                  Show first code
                </Trans>
              ) : (
                <Trans comment="Button: shows the second of two recovery codes, to be written on paper.">
                  Show second code
                </Trans>
              )}
            </ActionButton>
            {cancel}
          </div>
        </>
      ) : kind === 'shown' ? (
        <ShownCode code={moment.code} onWritten={() => setMoment({ kind: 'typing', place })}>
          {cancel}
        </ShownCode>
      ) : (
        <CodeFromPaper
          place={place}
          onRight={() => setMoment(place === 1 ? { kind: 'before', place: 2 } : { kind: 'done' })}
          onNew={() => void draw(place)}
        >
          {cancel}
        </CodeFromPaper>
      )}
      {refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p data-refusal={refusal.kind}>{refusalInWords(refusal, { role })}</p>
        </Notice>
      )}
      {approval.dialog}
    </Screen>
  );
}

function WhatToDo({ place }: { place: Place }): ReactNode {
  return (
    <>
      {place === 2 ? (
        <Notice kind="good" role="status">
          <p>
            <Trans>The first code is on paper. Seal it in its envelope now.</Trans>
          </p>
        </Notice>
      ) : null}
      <ol className={styles.steps}>
        <li>
          {place === 1 ? (
            <Trans>The first person gets paper, a pen, and an envelope. The second person looks away.</Trans>
          ) : (
            <Trans>
              Now it’s the second person’s turn, with paper and an envelope. The first one looks away.
            </Trans>
          )}
        </li>
        {place === 2 ? (
          <li>
            <Trans comment="Step before the second of two recovery codes is shown: a supervisor other than the one signed in.">
              The second person is another supervisor. They type their own passphrase first.
            </Trans>
          </li>
        ) : null}
        <li>
          <Trans>The kiosk shows the code once. Write it down by hand. Don’t take a picture of it.</Trans>
        </li>
        <li>
          <Trans>Then type it from the paper. That shows whether it can be read.</Trans>
        </li>
      </ol>
    </>
  );
}

function DoneScreen({ signsOut, onEnd }: MakeCodesProps): ReactNode {
  const { t } = useLingui();
  return (
    <Screen
      name="recovery-codes"
      heading={t({
        message: 'Both recovery codes work now',
        comment: 'Heading. Recovery codes are on paper, for a lost passphrase.',
      })}
    >
      <Notice kind="good" role="status">
        <p data-entry-made="recovery-made">
          <Trans>Seal the second envelope too. The ledger records who made the codes, and when.</Trans>
        </p>
      </Notice>
      <p>
        <Trans>
          Keep the two envelopes in two places, away from the kiosk. Each person writes the date across the
          seal, so that anyone can see if an envelope was opened.
        </Trans>
      </p>
      <div>
        <ActionButton kind="main" autoFocus shortcut="Enter" onPress={onEnd}>
          {signsOut ? (
            <Trans>Sign out</Trans>
          ) : (
            <Trans comment="Button. Staff is the name of a section.">Return to Staff</Trans>
          )}
        </ActionButton>
      </div>
    </Screen>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { type WipeCloseReason, wipeCloseReasons } from '../../shared/ledger/reasons.ts';
import { useCore } from '../core-client/core.tsx';
import { ActionButton } from '../parts/action-button.tsx';
import { useApproval } from '../parts/approval/approval.tsx';
import { ChoiceList } from '../parts/choice-list.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TooEarly } from '../parts/keys/too-early.tsx';
import { useDialogKeys } from '../parts/keys/use-dialog-keys.ts';
import { useHandKey } from '../parts/keys/use-hand-key.ts';
import { Notice } from '../parts/notice.tsx';
import { closeReasonInWords } from '../wording/close-reason.ts';
import { refusalInWords } from '../wording/refusal.ts';
import styles from './entrance.module.css';

/** Refusals that the same press would only meet again. */
const IN_VAIN: ReadonlySet<Refusal['kind']> = new Set([
  'key-not-destroyed',
  'session-not-ended',
  'no-failed-wipe',
]);

/** What has to be done first lies on the screen below: the question can only be put away. */
function CannotBeClosed({ refusal, onClose }: { refusal: Refusal; onClose: () => void }): ReactNode {
  return (
    <>
      {/* That somebody else has finished is no failure. */}
      <Notice kind={refusal.kind === 'no-failed-wipe' ? 'good' : 'bad'} role="alert">
        <p data-refusal={refusal.kind}>{refusalInWords(refusal)}</p>
      </Notice>
      <ActionButton kind="main" autoFocus shortcut="Esc" onPress={onClose}>
        <Trans comment="Button below the reason why an erasure can’t be closed without proof: back to the screen behind it.">
          Go back
        </Trans>
      </ActionButton>
    </>
  );
}

/**
 * Closes a wipe that cannot be proven: first the reason, then what it means, and a key that nobody presses
 * by habit. Whoever may not do it alone is asked for a supervisor last.
 */
export function CloseWipeDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const approval = useApproval();
  const [reason, setReason] = useState<WipeCloseReason | null>(null);
  const [sure, setSure] = useState(false);
  const chosen = sure ? reason : null;
  const why = chosen === null ? '' : closeReasonInWords(chosen);

  const close = async (): Promise<void> => {
    if (chosen === null || approval.busy) return;
    const closing = { reason: chosen };
    if (await approval.run({ act: 'closeWipe', ...closing }, () => client.closeWipe(closing), [why]))
      onClose();
  };
  const goOn = (): void => {
    if (reason !== null) setSure(true);
  };
  useDialogKeys(chosen === null, (index) => setReason(wipeCloseReasons[index] ?? reason), goOn);
  const isVain = approval.refusal !== null && IN_VAIN.has(approval.refusal.kind);
  const closing = useHandKey('F12', () => void close(), chosen !== null && !approval.asking && !isVain);

  // One dialog at a time: what lies below would answer to the same keys.
  if (approval.asking) return approval.dialog;
  return (
    <Dialog
      isOpen
      // So that what may be told beside the buttons has its place there, and not below them.
      wide={chosen !== null}
      heading={
        chosen === null
          ? t({
              message: 'Why close this erasure without proof?',
              comment:
                'Heading above a list of reasons: the kiosk could not prove that an application is gone, and a supervisor lets it be.',
            })
          : isVain
            ? t({
                message: 'Nothing was closed',
                comment: 'Heading above the reason why an erasure can’t be closed without proof.',
              })
            : t({
                message: 'Close without proof?',
                comment:
                  'Heading of a question: shall the erasure count as closed although nobody can prove it?',
              })
      }
      onClose={chosen === null || isVain ? onClose : () => setSure(false)}
    >
      {chosen === null ? (
        <>
          <ChoiceList
            name="close-reason"
            legend={t`Reason`}
            numbered
            autoFocus
            value={reason}
            onChoose={setReason}
            choices={wipeCloseReasons.map((value) => ({ value, label: closeReasonInWords(value) }))}
          />
          <div className={styles.choices}>
            <ActionButton kind="main" shortcut="Enter" ariaDisabled={reason === null} onPress={goOn}>
              <Trans comment="Button that opens a question: shall the erasure count as closed although nobody can prove it?">
                Close without proof…
              </Trans>
            </ActionButton>
            <ActionButton shortcut="Esc" onPress={onClose}>
              <Trans comment="Button: the erasure that could not be proven stays unresolved.">
                Leave open
              </Trans>
            </ActionButton>
          </div>
        </>
      ) : isVain && approval.refusal !== null ? (
        <CannotBeClosed refusal={approval.refusal} onClose={onClose} />
      ) : (
        <>
          <Notice kind="warn">
            <p data-close-reason={chosen}>
              <Trans comment="In a question before an erasure is closed without proof. {why} is the reason that was chosen, like “The kiosk was taken out of service”.">
                Reason: <b>{why}</b>
              </Trans>
            </p>
            <p>
              <Trans>
                There won’t be a receipt: nobody can prove that this application is gone. The ledger records
                that the erasure was closed, why, by whom, and when. After that, the kiosk takes new
                applications again. This can’t be undone.
              </Trans>
            </p>
          </Notice>
          <div className={styles.choices}>
            <ActionButton kind="main" autoFocus shortcut="Esc" onPress={() => setSure(false)}>
              <Trans comment="Button: from the question “Close without proof?” back to the list of reasons.">
                Back to reasons
              </Trans>
            </ActionButton>
            <ActionButton kind="danger" {...closing.button} ariaDisabled={approval.busy && 'for-a-moment'}>
              <Trans comment="Button: the erasure counts as closed although nobody can prove that the application is gone.">
                Close without proof
              </Trans>
            </ActionButton>
            <TooEarly keys={[closing]} />
          </div>
          {approval.refusal === null ? null : (
            <Notice kind="bad" role="alert">
              <p data-refusal={approval.refusal.kind}>{refusalInWords(approval.refusal)}</p>
            </Notice>
          )}
        </>
      )}
    </Dialog>
  );
}

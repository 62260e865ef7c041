import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import type { Suspending } from '../../../shared/contract/suspension/suspension-acts.ts';
import { usePolicy, useTimeZone } from '../../core-client/core.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { leftBehindInWords } from '../../wording/application/left-behind.ts';
import { minuteInWords } from '../../wording/dates.ts';
import styles from '../supervisor.module.css';

/** Says what is erased before it is. The first choice changes nothing. */
export function ConfirmErasing(props: {
  how: Suspending;
  status: KioskStatus;
  onSuspend: () => void;
  onClose: () => void;
}): ReactNode {
  const { how, status, onSuspend, onClose } = props;
  const { t } = useLingui();
  const policy = usePolicy();
  const timeZone = useTimeZone();
  const held = status.inProgress.filter(({ hold }) => hold !== 'free').length;
  const ending = status.inProgress.length - held;
  const leftBehind = leftBehindInWords(policy);
  const isNow = how.takesEffect === null;
  // Nothing is open, or a legal hold keeps all of it.
  const erasesNone = isNow && ending === 0;
  const moment = minuteInWords(how.takesEffect ?? 0, timeZone);
  return (
    <Dialog
      isOpen
      heading={
        erasesNone
          ? t({
              message: 'Suspend new applications?',
              comment: 'Heading of a question, where no application is open that would be erased.',
            })
          : t({
              message: 'Suspend new applications and erase open ones?',
              comment:
                'Heading of a question: new applications are suspended, and open ones ended and erased.',
            })
      }
      onClose={onClose}
    >
      {erasesNone ? (
        <p data-ending={ending}>
          <Trans comment="In a question before new applications are suspended and open ones erased.">
            No open application will be ended.
          </Trans>
        </p>
      ) : (
        <div data-ending={ending}>
          <Notice kind="warn">
            <p>
              {isNow ? (
                <Plural
                  comment="In a question before new applications are suspended. # counts open applications."
                  value={ending}
                  one="# open application will end without a card and be erased now. This can’t be undone."
                  other="# open applications will end without a card and be erased now. This can’t be undone."
                />
              ) : (
                <Trans comment="In a question before new applications are suspended. {moment} is a time.">
                  Every application still open on {moment} ends without a card and is erased. From then on
                  this can’t be undone.
                </Trans>
              )}
            </p>
          </Notice>
        </div>
      )}
      {leftBehind === null || erasesNone ? null : <p data-left-behind>{leftBehind}</p>}
      {held === 0 ? null : (
        <p data-held={held}>
          <Plural
            comment="In a question before open applications are erased. A legal hold is an order by counsel to erase nothing; to lift it is to end it."
            value={held}
            one="# application is on legal hold and stays. If the legal hold is lifted while new applications are suspended, the application ends at once."
            other="# applications are on legal hold and stay. If the legal hold is lifted while new applications are suspended, the applications end at once."
          />
        </p>
      )}
      <div className={styles.choices}>
        <ActionButton kind="main" autoFocus shortcut="Esc" onPress={onClose}>
          <Trans>Cancel</Trans>
        </ActionButton>
        <ActionButton kind="danger" onPress={onSuspend}>
          {erasesNone ? (
            <Trans>Suspend new applications</Trans>
          ) : (
            <Trans comment="Button: new applications are suspended, and open ones are ended and erased.">
              Suspend and erase
            </Trans>
          )}
        </ActionButton>
      </div>
    </Dialog>
  );
}

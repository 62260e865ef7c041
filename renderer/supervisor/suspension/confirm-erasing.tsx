import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import type { Suspending } from '../../../shared/contract/suspension/suspension-acts.ts';
import { usePolicy, useTimeZone } from '../../core-client/core.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { leftBehindInWords } from '../../wording/application/left-behind.ts';
import { momentInWords } from '../../wording/dates.ts';

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
  const moment = momentInWords(how.takesEffect ?? 0, timeZone);
  return (
    <Dialog
      isOpen
      heading={t({
        message: 'Suspend intake and erase open applications?',
        comment: 'Heading of a question: new applications are suspended, and open ones ended and erased.',
      })}
      onClose={onClose}
    >
      {isNow && ending === 0 ? (
        <p data-ending={ending}>
          <Trans comment="In a question before new applications are suspended and open ones erased.">
            No open application will be ended.
          </Trans>
        </p>
      ) : (
        <div data-ending={ending}>
          <Notice kind="bad">
            <p>
              {isNow ? (
                <Plural
                  comment="In a question before new applications are suspended. # counts open applications."
                  value={ending}
                  one="# open application ends now without a card and is erased. This can’t be undone."
                  other="# open applications end now without a card and are erased. This can’t be undone."
                />
              ) : (
                <Trans comment="In a question before new applications are suspended. {moment} is a time.">
                  Whatever is open on {moment} ends without a card and is erased. From then on this can’t be
                  undone.
                </Trans>
              )}
            </p>
          </Notice>
        </div>
      )}
      {leftBehind === null || (isNow && ending === 0) ? null : <p data-left-behind>{leftBehind}</p>}
      {held === 0 ? null : (
        <p data-held={held}>
          <Plural
            comment="In a question before open applications are erased. A legal hold is an order by counsel to erase nothing; to lift it is to end it."
            value={held}
            one="# application is on legal hold and stays. If the hold is lifted while intake is suspended, the application ends at once."
            other="# applications are on legal hold and stay. If the hold is lifted while intake is suspended, the applications end at once."
          />
        </p>
      )}
      <ActionButton kind="main" autoFocus shortcut="Esc" onPress={onClose}>
        <Trans>Cancel</Trans>
      </ActionButton>
      <ActionButton kind="danger" onPress={onSuspend}>
        <Trans comment="Button: new applications are suspended, and open ones are ended and erased.">
          Suspend and erase
        </Trans>
      </ActionButton>
    </Dialog>
  );
}

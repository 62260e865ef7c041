import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { useCore, usePolicy } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Refused } from '../../parts/refused.tsx';
import { leftBehindInWords } from '../../wording/application/left-behind.ts';
import styles from '../supervisor.module.css';

/** Packs up after one question that says how many open applications end. */
export function PackUp({ status }: { status: KioskStatus }): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const [isAsked, setAsked] = useState(false);
  const held = status.inProgress.filter((application) => application.minutesLeft === null).length;
  const ending = status.inProgress.length - held;
  const leftBehind = leftBehindInWords(usePolicy());
  const pack = async (): Promise<void> => {
    if (await act.run(() => client.packUp({ applications: ending }))) setAsked(false);
  };
  return (
    <div className={styles.section} data-act="pack-up">
      <h3 className={styles.subheading}>
        <Trans comment="Heading: the office ends its work here, and the kiosk can be carried away.">
          Pack up
        </Trans>
      </h3>
      <p className={styles.note}>
        <Trans comment="About packing up a kiosk, after an event for example.">
          Ends every open application that isn’t on legal hold. Afterward, close the day if one is open.
          Nobody new is served until a supervisor opens the day again.
        </Trans>
      </p>
      <div>
        <ActionButton onPress={() => setAsked(true)}>
          <Trans comment="Button that opens a question: everything open ends.">Pack up…</Trans>
        </ActionButton>
      </div>
      {isAsked ? (
        <Dialog
          isOpen
          heading={t({ message: 'Pack up this kiosk?', comment: 'Heading of a question.' })}
          onClose={() => {
            setAsked(false);
            act.clear();
          }}
        >
          <p data-ending={ending}>
            <Plural
              comment="In a question before everything open is ended. # counts open applications."
              value={ending}
              _0="No open application will be ended."
              one="# open application ends without a card and is erased. This can’t be undone."
              other="# open applications end without a card and are erased. This can’t be undone."
            />
          </p>
          {ending === 0 || leftBehind === null ? null : <p data-left-behind>{leftBehind}</p>}
          {held === 0 ? null : (
            <p data-held={held}>
              <Plural
                comment="In a question before everything open is ended. A legal hold is an order to erase nothing."
                value={held}
                one="# application is on legal hold and stays."
                other="# applications are on legal hold and stay."
              />
            </p>
          )}
          <Refused refusal={act.refusal} />
          <ActionButton kind="main" autoFocus shortcut="Esc" onPress={() => setAsked(false)}>
            <Trans comment="Button: nothing is ended.">Keep serving</Trans>
          </ActionButton>
          <ActionButton kind="danger" ariaDisabled={act.busy && 'for-a-moment'} onPress={() => void pack()}>
            {ending === 0 ? (
              <Trans comment="Button: nobody new is served, and no application ends.">Pack up</Trans>
            ) : (
              <Trans comment="Button: everything open ends now.">End all and pack up</Trans>
            )}
          </ActionButton>
        </Dialog>
      ) : null}
    </div>
  );
}

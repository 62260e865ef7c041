import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ActionButton } from '../parts/action-button.tsx';
import { Screen } from '../parts/screen.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { TroubleNotice } from '../printer/trouble-notice.tsx';
import { goesOnInWords } from '../wording/printer-trouble.ts';
import { useDesk } from './desk-context.ts';
import { mayStopPrint } from './print-phase.ts';

/** While the card is on its way, and what keeps it there. `way`: its stations. */
export function PrintUnderWay({ way }: { way: ReactNode }): ReactNode {
  const { t } = useLingui();
  const { application, dialogOpen, openDialog, printer } = useDesk();
  const troubles = application.printTroubles;
  const troubled = troubles.length > 0;
  const stop = (): void => openDialog('stop-print');
  const mayStop = troubled && mayStopPrint(application);
  useKeys(mayStop ? { F3: stop } : {}, !dialogOpen);
  return (
    <Screen
      name="print"
      heading={troubled ? t`The card waits at the printer` : t`The card is being printed`}
      lead={t`Step 5 of 6`}
      focusHeading
      wide
    >
      {way}
      <TroubleNotice troubles={troubles} role="alert" then={goesOnInWords()} />
      {printer.tells === 'transfers' ? (
        <p data-print-asks>
          <Trans>
            This printer does not tell when a card is done. Look into its tray: the kiosk will ask you whether
            one came out. <kbd>F6</kbd> puts this application aside meanwhile.
          </Trans>
        </p>
      ) : (
        <p>
          <Trans>
            The hand-over opens by itself when the card is in the tray. You need not wait: <kbd>F6</kbd> puts
            this application aside, and you can serve the next person.
          </Trans>
        </p>
      )}
      {mayStop ? (
        <div>
          <ActionButton shortcut="F3" onPress={stop}>
            <Trans>Stop this print…</Trans>
          </ActionButton>
        </div>
      ) : null}
    </Screen>
  );
}

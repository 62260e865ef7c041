import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PrinterStatus } from '../../../shared/contract/printing/printer-status.ts';
import { unreachable } from '../../../shared/result.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { Screen } from '../../parts/screen.tsx';
import { BesidePrinter, OtherTroubles, TroubleNotice } from '../../printer/trouble-notice.tsx';
import { goesOnInWords } from '../../wording/printing/printer-trouble.ts';
import { useStepLead } from '../use-step-lead.ts';
import { useWizard } from '../wizard-context.ts';
import { PickUpSlip } from './pick-up-slip.tsx';
import { mayStopPrint } from './print-phase.ts';
import styles from './print-step.module.css';

/** What happens next, without anybody pressing anything. */
function Next({ tells }: Pick<PrinterStatus, 'tells'>): ReactNode {
  const { stopping } = useWizard();
  if (stopping) {
    return (
      <p data-print-stopping>
        <Trans>
          Stopping can take a minute. When the printer answers, this screen shows what to do next.
        </Trans>
      </p>
    );
  }
  switch (tells) {
    case 'transfers':
      return (
        <p data-print-asks>
          <Trans comment="The tray is where finished cards lie. To set aside is to leave the application open and serve someone else; F6 is a key.">
            This printer doesn’t report when a card is done. Check its tray: the kiosk will ask you whether
            one came out. While you wait, <kbd>F6</kbd> sets this application aside.
          </Trans>
        </p>
      );
    case 'cards':
      return (
        <p>
          <Trans comment="Handoff is the next step: giving the card to the applicant. The tray is where finished cards lie; F6 is a key.">
            Handoff opens by itself when the card is in the tray. You don’t have to wait: <kbd>F6</kbd> sets
            this application aside so you can serve the next applicant.
          </Trans>
        </p>
      );
    default:
      return unreachable(tells);
  }
}

/** While the card is on its way, and what keeps it there. `way`: its stations. */
export function PrintUnderWay({ way }: { way: ReactNode }): ReactNode {
  const { t } = useLingui();
  const lead = useStepLead('print');
  const { application, isOverlaid, openDialog, othersPrint, printer, stopping } = useWizard();
  const isBusy = application.printTroubles.includes('busy');
  // A printer that is at work on another card is in no trouble: there is nothing to mend.
  const troubles = application.printTroubles.filter((each) => each !== 'busy');
  const troubled = troubles.length > 0;
  const stop = (): void => openDialog('stop-print');
  const mayStop = !stopping && mayStopPrint(application);
  const waitsItsTurn = isBusy || (othersPrint && application.printStage === 'waiting');
  const heading = stopping
    ? t({ message: 'Stopping the print', comment: 'Heading while the kiosk waits for the printer to stop.' })
    : troubled
      ? t({
          message: 'Printer needs attention',
          comment: 'Heading while a card is printed: the printer has stopped, and the reason follows.',
        })
      : waitsItsTurn
        ? t`The card is waiting for its turn`
        : t({ message: 'Printing the card', comment: 'Heading while the card is printed.' });
  useKeys(mayStop ? { F3: stop } : {}, !isOverlaid);
  return (
    <Screen name="print" heading={heading} lead={lead} focusHeading wide>
      {way}
      <div className={styles.now}>
        {troubled ? (
          <TroubleNotice
            troubles={troubles.slice(0, 1)}
            role="alert"
            // Of several, mending the first is not enough.
            afterwards={stopping || troubles.length > 1 ? null : goesOnInWords()}
          />
        ) : (
          <BesidePrinter shows={null}>
            {waitsItsTurn ? (
              <p data-print-turn>
                <Trans>The printer is working on another card. This one is sent when that’s done.</Trans>
              </p>
            ) : null}
            <Next tells={printer.tells} />
          </BesidePrinter>
        )}
      </div>
      <PickUpSlip>
        {mayStop ? (
          <ActionButton shortcut="F3" onPress={stop}>
            <Trans>Stop print…</Trans>
          </ActionButton>
        ) : null}
      </PickUpSlip>
      {/* Below what is pressed, which stays where it is when a trouble comes, or another one. */}
      <OtherTroubles troubles={troubles} />
      {troubled ? <Next tells={printer.tells} /> : null}
    </Screen>
  );
}

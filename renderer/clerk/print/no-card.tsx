import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PrinterRefusal } from '../../../shared/contract/printing/printer.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { TooEarly } from '../../parts/keys/too-early.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Screen } from '../../parts/screen.tsx';
import { RefusalWords } from '../../printer/refusal-words.tsx';
import { printerRefusalForItStaff } from '../../wording/printing/printer-refusal.ts';
import { useStepLead } from '../use-step-lead.ts';
import { useWizard } from '../wizard-context.ts';
import { PrintRefused } from './print-refused.tsx';
import styles from './print-step.module.css';
import { usePrintAgain } from './use-print-again.ts';

/** Why there is none, in words for a clerk: what is wrong with the setup is for others, who have to be called. */
function WhyNoCard({ why }: { why: PrinterRefusal }): ReactNode {
  const toTell = printerRefusalForItStaff(why);
  if (toTell === null) return <RefusalWords why={why} />;
  return (
    <>
      <p>
        <b>
          <Trans>The kiosk’s printer setup is wrong. Call your IT staff.</Trans>
        </b>
      </p>
      <p>
        <Trans comment="Above a list of sentences. “Them” are the IT staff.">Tell them:</Trans>
      </p>
      <ul className={styles.toTell} data-for-it-staff>
        {toTell.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

/**
 * It is certain that this print made no card: why, what to do, and once more. A card can be found only where one was sent:
 * the printer may have been wrong, or it is of a print before this one.
 */
export function NoCard({ way, why }: { way: ReactNode; why: PrinterRefusal }): ReactNode {
  const { t } = useLingui();
  const lead = useStepLead('print');
  const { cardSent } = useWizard().application;
  const { busy, refusal, print, cardIsHere } = usePrintAgain(cardSent);
  // Who is told not to use a printer is not led to the button that does.
  const isAdvised = why.kind !== 'certificate-changed';
  return (
    <Screen
      name="print"
      heading={t({
        message: 'Card not printed',
        comment: 'Heading: the printer made no card, and the reason follows.',
      })}
      lead={lead}
      focusHeading={!isAdvised}
      wide
    >
      {way}
      <div data-no-card={why.kind}>
        <Notice kind="bad" role="alert">
          <WhyNoCard why={why} />
        </Notice>
      </div>
      <div className={styles.choices}>
        <ActionButton
          kind={isAdvised ? 'main' : 'plain'}
          autoFocus={isAdvised}
          {...print.button}
          ariaDisabled={busy && 'for-a-moment'}
        >
          <Trans comment="Button: prints the card, looks for the camera, or erases once more.">
            Try again
          </Trans>
        </ActionButton>
        {cardSent ? (
          <ActionButton kind="quiet" {...cardIsHere.button} ariaDisabled={busy && 'for-a-moment'}>
            <Trans comment="Button: a card came out of the printer after all.">Card found</Trans>
          </ActionButton>
        ) : null}
        <TooEarly keys={[print, cardIsHere]} />
      </div>
      <p>
        <Trans comment="F6 is a key. To set aside is to leave the application open and serve someone else.">
          Nothing is lost. If this takes a while, <kbd>F6</kbd> sets this application aside, and you can print
          the card later.
        </Trans>
      </p>
      {cardSent ? (
        <p data-earlier-card>
          <Trans comment="Below a print that made no card, where an earlier one was sent to a printer. “Card found” is a button.">
            An earlier attempt may have made a card. If you find it, select Card found.
          </Trans>
        </p>
      ) : null}
      <PrintRefused refusal={refusal} />
    </Screen>
  );
}

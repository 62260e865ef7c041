import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PrintDoubt } from '../../../shared/contract/printing/printer.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { TooEarly } from '../../parts/keys/too-early.tsx';
import { useHandKey } from '../../parts/keys/use-hand-key.ts';
import { Notice } from '../../parts/notice.tsx';
import { Screen } from '../../parts/screen.tsx';
import { PrinterDrawing } from '../../printer/printer-drawing.tsx';
import { mayStillWork, printDoubtInWords } from '../../wording/printing/print-doubt.ts';
import { refusalInWords } from '../../wording/refusal.ts';
import { useStepLead } from '../use-step-lead.ts';
import { useWizard } from '../wizard-context.ts';
import styles from './card-question.module.css';

/**
 * Nobody but a person can say whether there is a card. One key for each answer, as at the hand-over: F12 yes,
 * F8 no; by hand only, for a scanned card ends with Enter. No button has the focus at first.
 */
export function CardQuestion({ way, doubt }: { way: ReactNode; doubt: PrintDoubt | null }): ReactNode {
  const { t } = useLingui();
  const lead = useStepLead('print');
  const { client } = useCore();
  const { isOverlaid } = useWizard();
  const act = useAct();
  const tell = (answer: boolean) => (): void => void act.run(() => client.tellCard({ found: answer }));
  const found = useHandKey('F12', tell(true), !isOverlaid);
  const notFound = useHandKey('F8', tell(false), !isOverlaid);
  const everyday = doubt === 'cannot-know';
  return (
    <Screen name="print" heading={t`Did a card come out?`} lead={lead} focusHeading wide>
      {way}
      <div className={styles.question} data-print-doubt={doubt ?? 'none'}>
        <Notice kind={everyday ? 'plain' : 'warn'} role="alert">
          <p>{printDoubtInWords(doubt)}</p>
          {mayStillWork(doubt) ? (
            <p>
              <Trans>Wait until the printer stops moving, then look.</Trans>
            </p>
          ) : null}
          {doubt === 'left-behind' ? (
            <p data-look-there>
              <Trans comment="After a sentence about another printer than the one that is chosen now.">
                Look at that printer, not at the one in use now.
              </Trans>
            </p>
          ) : null}
        </Notice>
        <div className={styles.look}>
          <PrinterDrawing shows="where-to-look" />
          <ol className={styles.places}>
            <li>
              <Trans comment="First of three places to look for a card. The tray is where finished cards lie.">
                Look in the tray.
              </Trans>
            </li>
            <li>
              <Trans>Look inside the printer.</Trans>
            </li>
            <li>
              <Trans>Look behind it and under it.</Trans>
            </li>
          </ol>
        </div>
      </div>
      <div className={styles.choices}>
        <ActionButton large {...found.button} ariaDisabled={act.busy && 'for-a-moment'}>
          <Trans comment="Button that answers “Did a card come out?”.">Yes, card found</Trans>
        </ActionButton>
        <ActionButton large {...notFound.button} ariaDisabled={act.busy && 'for-a-moment'}>
          <Trans comment="Button that answers “Did a card come out?”.">No card, I checked</Trans>
        </ActionButton>
        <TooEarly keys={[found, notFound]} />
      </div>
      <p className={styles.note}>
        <Trans comment="Below “Did a card come out?”. The quoted words are two buttons. A spoiled card is counted and destroyed; handoff is the next step.">
          If a card came out wrong, choose “Yes, card found” and count it as spoiled at handoff. “No card, I
          checked” prints nothing yet.
        </Trans>
      </p>
      {act.refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p>{refusalInWords(act.refusal)}</p>
        </Notice>
      )}
    </Screen>
  );
}

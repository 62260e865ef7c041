import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { mayBeThere, type PrintEnding } from '../../../shared/contract/printing/printer.ts';
import type { PrinterStatus } from '../../../shared/contract/printing/printer-status.ts';
import { unreachable } from '../../../shared/result.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Refused } from '../../parts/refused.tsx';
import { LowBatteryNotice } from '../../printer/low-battery-notice.tsx';
import { PrintStations } from '../../printer/print-stations.tsx';
import { RefusalWords } from '../../printer/refusal-words.tsx';
import { TroubleNotice } from '../../printer/trouble-notice.tsx';
import { useLastReached } from '../../printer/use-last-reached.ts';
import { mayStillWork, printDoubtInWords } from '../../wording/printing/print-doubt.ts';
import { goesOnInWords } from '../../wording/printing/printer-trouble.ts';
import styles from '../supervisor.module.css';

/** `awaitsCheck`: what to check on it stands below, and it is needed for that. */
function Ending({ ending, awaitsCheck }: { ending: PrintEnding; awaitsCheck: boolean }): ReactNode {
  switch (ending.kind) {
    case 'in-tray':
      return (
        <Notice kind="good" role="status">
          <p>
            <Trans comment="A test card is a printed sample.">The printer says the test card is done.</Trans>
          </p>
          {awaitsCheck ? null : (
            <p>
              <Trans>Check both sides: sharp, in place, right side up. Then destroy the card.</Trans>
            </p>
          )}
        </Notice>
      );
    case 'doubt':
      return (
        <Notice kind={ending.doubt === 'cannot-know' ? 'plain' : 'warn'} role="status">
          <p>{printDoubtInWords(ending.doubt)}</p>
          {mayStillWork(ending.doubt) || !awaitsCheck ? (
            <p>
              {mayStillWork(ending.doubt) ? (
                <Trans>Wait until the printer stops moving, then look.</Trans>
              ) : null}{' '}
              {awaitsCheck ? null : (
                <Trans comment="A test card is a printed sample.">
                  If a test card came out, check both sides and destroy it.
                </Trans>
              )}
            </p>
          ) : null}
        </Notice>
      );
    case 'no-card':
      return (
        <Notice kind="bad" role="status">
          <RefusalWords why={ending.why} />
          <p>
            <Trans comment="A test card is a printed sample.">No test card was printed.</Trans>
          </p>
        </Notice>
      );
    default:
      return unreachable(ending);
  }
}

/** What no answer of a queue tells, and a person sees at once. */
function Confirmation({
  ariaDisabled,
  onConfirm,
}: {
  ariaDisabled: boolean | 'for-a-moment';
  onConfirm: () => void;
}): ReactNode {
  return (
    <div data-awaits-test-card>
      <Notice kind="plain">
        <p>
          <Trans comment="A test card is a printed sample; to hold it is to have it in the hand. What to check follows.">
            This print queue issues no cards until its test card is confirmed. Hold the card and check:
          </Trans>
        </p>
        <ul className={styles.sentences}>
          <li>
            <Trans>The photo is in color.</Trans>
          </li>
          <li>
            <Trans>Front and back are on one card, one on each side.</Trans>
          </li>
          <li>
            <Trans>Both sides are right side up when you turn the card like a page.</Trans>
          </li>
          <li>
            <Trans>Nothing is cut off or shrunk: the print reaches all four edges.</Trans>
          </li>
        </ul>
        <p>
          <Trans comment="A test card is a printed sample, which someone checked.">
            If all of it is right, confirm the test card. If not, print another one or choose another printer.
            Destroy the card either way.
          </Trans>
        </p>
      </Notice>
      <div>
        <ActionButton ariaDisabled={ariaDisabled} onPress={onConfirm}>
          <Trans comment="Button: the printed sample card is right.">Confirm test card</Trans>
        </ActionButton>
      </div>
    </div>
  );
}

/** A card of an invented person, and how far it has come; and the printer shows which one it is. */
export function TestCard(props: { printer: PrinterStatus; onConfirmed: () => void }): ReactNode {
  const { printer, onConfirmed } = props;
  const { client } = useCore();
  const printing = useAct();
  const identifying = useAct();
  const confirming = useAct();
  const { condition, driver, tells, testCard } = printer;
  const stage = testCard?.stage ?? null;
  const lastReached = useLastReached(stage);
  const underWay = testCard !== null && testCard.ending === null;
  const refusal = printing.refusal ?? identifying.refusal ?? confirming.refusal;
  return (
    <div
      className={styles.section}
      data-test-card={stage ?? 'none'}
      data-test-card-ending={testCard?.ending?.kind}
    >
      <h3 className={styles.subheading}>
        <Trans comment="Heading: a sample card that is printed to check a printer.">Test card</Trans>
      </h3>
      <p className={styles.note}>
        <Trans>It shows an invented person. It belongs to no application, so it can’t be handed over.</Trans>
      </p>
      <div className={styles.choices}>
        <ActionButton
          ariaDisabled={(printing.busy || underWay) && 'for-a-moment'}
          onPress={() => void printing.run(() => client.printTestCard({}))}
        >
          <Trans comment="Button: prints a sample card.">Print test card</Trans>
        </ActionButton>
        {driver === 'ipp' ? (
          <ActionButton
            kind="quiet"
            ariaDisabled={identifying.busy && 'for-a-moment'}
            onPress={() => void identifying.run(() => client.identifyPrinter({}))}
          >
            <Trans>Make the printer blink or beep</Trans>
          </ActionButton>
        ) : null}
      </div>
      {testCard === null ? null : (
        <PrintStations
          way={{ stage, lastReached, troubles: testCard.troubles, ending: testCard.ending, tells }}
        />
      )}
      {/* The same trouble of the printer itself stands beside it already. */}
      {testCard === null || condition.kind === 'trouble' ? null : (
        <TroubleNotice troubles={testCard.troubles} role="status" afterwards={goesOnInWords()} />
      )}
      {testCard === null || testCard.ending === null ? null : (
        <Ending ending={testCard.ending} awaitsCheck={printer.awaitsTestCard} />
      )}
      {printer.awaitsTestCard ? (
        <Confirmation
          ariaDisabled={
            testCard === null || !mayBeThere(testCard.ending) || (confirming.busy && 'for-a-moment')
          }
          onConfirm={() =>
            void confirming
              .run(() => client.confirmTestCard({}))
              .then((done) => {
                if (done) onConfirmed();
              })
          }
        />
      ) : null}
      {refusal === null ? <LowBatteryNotice printer={printer} /> : <Refused refusal={refusal} />}
    </div>
  );
}

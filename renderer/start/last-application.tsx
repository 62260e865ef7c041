import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import type { LastEnding } from '../../shared/contract/residents/last-ending.ts';
import { unreachable } from '../../shared/result.ts';
import styles from './last-application.module.css';
import { isClean, type Reading, ReceiptResult } from './receipt-result.tsx';

const EMPHASIS_MILLISECONDS = 4000;

/**
 * `true` for the first four seconds on the screen; a hidden spare does not use them up, nor does whoever has opened the details
 * (`isRead`).
 */
function useEmphasis(shown: boolean, isRead: boolean): boolean {
  const [over, setOver] = useState(false);
  const runs = shown && !isRead;
  useEffect(() => {
    if (!runs) return undefined;
    const timer = setTimeout(() => setOver(true), EMPHASIS_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [runs]);
  return !over;
}

/** What is short of a clean search is read at once, and not on demand. */
function beginsOpen(lastEnding: LastEnding): boolean {
  if (lastEnding.kind === 'left') return beginsOpen(lastEnding.became);
  return lastEnding.kind === 'ended' && !isClean(lastEnding.receipt.erased.search);
}

/**
 * How the last application of this kiosk ended. The caller gives it a `key`, because another kind of result
 * is news again. After four seconds it grows calm, unless somebody reads its details; nothing moves.
 */
export function LastApplication({
  lastEnding,
  shown,
  isOverlaid,
}: {
  lastEnding: LastEnding;
  shown: boolean;
  /** A dialog lies over the screen, and the keys are its. */
  isOverlaid: boolean;
}): ReactNode {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<boolean | null>(null);
  // What became of an application that somebody left may come later, on the same screen.
  const isOpen = chosen ?? beginsOpen(lastEnding);
  const emphasised = useEmphasis(shown, isOpen);
  if (lastEnding.kind === 'none') return null;
  const manner = mannerOf(lastEnding, emphasised);
  return (
    <section
      aria-label={t({
        message: 'The last application',
        comment: 'Heading above how the last application ended.',
      })}
      className={`${styles.last} ${manner}`}
      data-last-ending={lastEnding.kind}
      data-emphasised={emphasised}
    >
      <Words lastEnding={lastEnding} reading={{ isOpen, onOpen: setChosen }} isOverlaid={isOverlaid} />
    </section>
  );
}

/** Green only where a clean search shows it, for as long as it is news; what is short of that stays in the colors of a notice. */
function mannerOf(lastEnding: LastEnding, emphasised: boolean): string | undefined {
  if (lastEnding.kind === 'left') return mannerOf(lastEnding.became, emphasised);
  if (lastEnding.kind !== 'ended') return '';
  if (!isClean(lastEnding.receipt.erased.search)) return styles.unclean;
  return emphasised ? styles.emphasised : '';
}

function Words({
  lastEnding,
  reading,
  isOverlaid,
}: {
  lastEnding: Exclude<LastEnding, { kind: 'none' }>;
  reading: Reading;
  isOverlaid: boolean;
}): ReactNode {
  switch (lastEnding.kind) {
    case 'erasing':
      return (
        <p role="status">
          <Trans>Erasing the last application and searching for its details…</Trans>
        </p>
      );
    case 'put-aside': {
      const { ticket } = lastEnding;
      return (
        <p role="status">
          <Trans comment="Notice. {ticket} is the application’s number of the day. Set aside is left open for later.">
            Ticket {ticket} was set aside. Nothing was lost.
          </Trans>
        </p>
      );
    }
    case 'replaced':
      return (
        <p role="status">
          <Trans>The screen had to be restarted. No application was lost.</Trans>
        </p>
      );
    case 'held': {
      const { ticket } = lastEnding;
      return (
        <p role="status">
          <Trans comment="Notice. {ticket} is the application’s number of the day. A legal hold is an order by counsel to erase nothing.">
            A legal hold was set. Ticket {ticket}, which was open here, is kept as it is. Nothing was lost.
          </Trans>
        </p>
      );
    }
    case 'print-side-open':
      return (
        <p role="status">
          <Trans comment="Notice on the start screen: the printer’s side isn’t proven clean, so that nothing is said to be erased.">
            The last application has ended. There’s no receipt until its print job is proven gone.
          </Trans>
        </p>
      );
    case 'closed':
      return (
        <p role="status">
          <Trans comment="Without proof: the kiosk could not show that the application is gone. The ledger is the signed record of staff actions.">
            A supervisor closed the last application’s erasure without proof. The ledger has the reason.
          </Trans>
        </p>
      );
    case 'ticket': {
      const { ticket } = lastEnding;
      return (
        <p role="status">
          <Trans comment="Notice for staff. {ticket} is the application’s number of the day; an applicant answered the questions alone.">
            An applicant entered card details at this kiosk and is waiting with ticket {ticket}.
          </Trans>
        </p>
      );
    }
    case 'left':
      return <Words lastEnding={lastEnding.became} reading={reading} isOverlaid={isOverlaid} />;
    case 'ended':
      return <ReceiptResult ending={lastEnding} reading={reading} isOverlaid={isOverlaid} />;
    default:
      return unreachable(lastEnding);
  }
}

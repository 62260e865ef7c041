import { i18n } from '@lingui/core';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect } from 'react';
import type { Receipt } from '../../shared/contract/receipt.ts';
import type { LastEnding } from '../../shared/contract/residents/last-ending.ts';
import { usePolicy } from '../core-client/core.tsx';
import { announce } from '../parts/announcer.tsx';
import { KeyCap } from '../parts/keys/key-cap.tsx';
import { useKeys } from '../parts/keys/use-keys.ts';
import { leftBehindInWords } from '../wording/application/left-behind.ts';
import { detailsInWords, outcomeInWords, searchInWords } from '../wording/papers/receipt.ts';
import { notDoneInWords } from '../wording/papers/search.ts';
import { ReceiptPapers } from './receipt-papers.tsx';
import styles from './receipt-result.module.css';

/** All was searched that could be, and nothing was found. */
export function isClean(search: Receipt['erased']['search']): boolean {
  return search.kind === 'searched' && search.hits === 0 && search.unreadable === 0;
}

/** What is not proven, but for what the words on the search and on the printer's side say already. */
function restNotDone({ erased, notDone }: Receipt): Receipt['notDone'] {
  return notDone.filter(
    (code) =>
      !(code === 'printer-memory-out-of-reach' && erased.spool === 'not-proven') &&
      !(code === 'search-was-not-possible' && erased.search.kind === 'not-searched'),
  );
}

/** Whether somebody has the details before them. */
export interface Reading {
  readonly isOpen: boolean;
  onOpen(isOpen: boolean): void;
}

interface ReceiptResultProps {
  readonly ending: Extract<LastEnding, { kind: 'ended' }>;
  readonly reading: Reading;
  /** A dialog lies over the screen, and the keys are its. */
  readonly isOverlaid: boolean;
}

/**
 * What was found, in two lines, and on demand what was done and what is not proven: no more than the receipt shows. What can be done
 * about it comes first.
 */
export function ReceiptResult(props: ReceiptResultProps): ReactNode {
  const { receipt } = props.ending;
  const { search } = receipt.erased;
  const outcome = outcomeInWords(receipt.erased);
  const searched = searchInWords(receipt.erased);
  const policy = usePolicy();
  // Whoever ended another one was told what to return.
  const wasUnfinished = receipt.erased.outcome === 'expired' || receipt.erased.outcome === 'called-off';
  const leftBehind = wasUnfinished ? leftBehindInWords(policy) : null;
  const news = [outcome, searched, ...(leftBehind === null ? [] : [leftBehind])].join(' ');
  useEffect(() => announce(news), [news]);
  return (
    <div className={styles.result}>
      <div className={styles.words}>
        <p className={styles.outcome}>
          <span aria-hidden="true">{isClean(search) ? '✓ ' : '! '}</span>
          {outcome}
        </p>
        {leftBehind === null ? null : <p data-left-behind>{leftBehind}</p>}
      </div>
      <ReceiptPapers ending={props.ending} isOverlaid={props.isOverlaid} />
      <p data-search={search.kind}>{searched}</p>
      <Details ending={props.ending} reading={props.reading} isOverlaid={props.isOverlaid} />
    </div>
  );
}

/** What the receipt says besides, and the receipt itself. */
function Details({ ending, reading, isOverlaid }: ReceiptResultProps): ReactNode {
  const { receipt, milliseconds } = ending;
  const { isOpen, onOpen } = reading;
  const turn = (): void => onOpen(!isOpen);
  useKeys({ F3: turn }, !isOverlaid);
  return (
    <details
      className={styles.details}
      open={isOpen}
      onToggle={({ currentTarget }) => onOpen(currentTarget.open)}
      data-proof
    >
      <summary className={styles.summary} aria-keyshortcuts="F3">
        <Trans comment="Label on the start screen, after an application was erased: what was done, and what this kiosk could not show, follows. A key opens it. Short: one line beside the key.">
          Details of this erasure
        </Trans>{' '}
        <KeyCap>F3</KeyCap>
      </summary>
      <div className={styles.words}>
        <ul className={styles.words} data-erasure-done>
          {detailsInWords(receipt.erased).map((said) => (
            <li key={said}>{said}</li>
          ))}
        </ul>
        <NotDone codes={restNotDone(receipt)}>
          {milliseconds === null ? null : <Took milliseconds={milliseconds} />}
        </NotDone>
        <details className={styles.details}>
          <summary className={styles.summary}>
            <Trans comment="Label: the receipt’s own data follow, for machines.">Show signed receipt</Trans>
          </summary>
          <pre className={styles.receipt} data-receipt>
            {JSON.stringify(receipt, null, 2)}
          </pre>
        </details>
      </div>
    </details>
  );
}

/**
 * What is not proven. That the memory of programs was not searched says itself that it is not, behind how long it took
 * (`children`).
 */
function NotDone({ codes, children }: { codes: Receipt['notDone']; children: ReactNode }): ReactNode {
  const others = codes.filter((code) => code !== 'process-memory-was-not-searched');
  const isMemoryLeft = others.length < codes.length;
  return (
    <>
      {children === null && !isMemoryLeft ? null : (
        <p className={styles.small}>
          {children} {isMemoryLeft ? notDoneInWords('process-memory-was-not-searched') : null}
        </p>
      )}
      {others.length === 0 ? null : (
        <p className={styles.small} data-not-proven>
          <Trans comment="Label after a handoff: what this kiosk could not show follows.">Not proven:</Trans>{' '}
          {others.map(notDoneInWords).join(' ')}
        </p>
      )}
    </>
  );
}

function Took({ milliseconds }: { milliseconds: number }): ReactNode {
  const seconds = i18n.number(milliseconds / 1000, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <Trans comment="How long erasing the last application took. {seconds} is a number with decimals, like 0.4.">
      Took {seconds} seconds.
    </Trans>
  );
}

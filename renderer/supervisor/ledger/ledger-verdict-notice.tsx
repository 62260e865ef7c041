import { i18n } from '@lingui/core';
import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { LedgerVerdict } from '../../../shared/contract/supervision.ts';
import { inGroups } from '../../../shared/ledger/checkpoint.ts';
import type { BreakReason } from '../../../shared/ledger/reasons.ts';
import { unreachable } from '../../../shared/result.ts';
import { Notice } from '../../parts/notice.tsx';
import { ledgerBreakInWords, noCheckpointInWords } from '../../wording/ledger/ledger-break.ts';
import styles from '../supervisor.module.css';

/** What a sheet of another counter can look like. Whatever else is found, the ledger has by itself. */
const MAY_BE_THE_SHEET: ReadonlySet<BreakReason> = new Set(['truncated', 'rebuilt', 'wrong-key']);

/** How the ledger stands; a broken one names its first entry that does not hold. `withSheet`: it was compared with a day sheet. */
export function LedgerVerdictNotice(props: { verdict: LedgerVerdict; withSheet: boolean }): ReactNode {
  const { verdict, withSheet } = props;
  switch (verdict.kind) {
    case 'valid': {
      const { entries } = verdict;
      const newest = i18n.number(entries);
      const head = inGroups(verdict.head);
      return (
        <Notice kind="good">
          <p>
            <Plural
              comment="Good news after a check. Each entry is chained to the one before by a hash."
              value={entries}
              one="Ledger verified: # entry. Its chain and signatures match."
              other="Ledger verified: # entries. Their chain and signatures match."
            />
          </p>
          <p>
            <Trans comment="Label: the ledger’s last hash follows, in hexadecimal digits. {newest} is the number of its newest entry.">
              Newest entry: {newest}. Its head:
            </Trans>{' '}
            <span className={styles.code}>{head}</span>
          </p>
          <StillHasSheet checkpoint={verdict.checkpoint} />
        </Notice>
      );
    }
    case 'no-checkpoint':
      return (
        <Notice kind="warn">
          <p data-no-checkpoint={verdict.why}>{noCheckpointInWords(verdict.why)}</p>
        </Notice>
      );
    case 'broken': {
      const { sequence } = verdict;
      const reason = ledgerBreakInWords(verdict.reason);
      return (
        <Notice kind="bad">
          <p>
            <Trans comment="Warning. {sequence} is the number of a ledger entry.">
              <b>The ledger failed verification.</b> First problem: entry {sequence}.
            </Trans>
          </p>
          <p data-reason={verdict.reason}>{reason}</p>
          {withSheet && MAY_BE_THE_SHEET.has(verdict.reason) ? (
            <p>
              <Trans comment="After a day sheet, the page with a day’s counts, did not fit the ledger: another counter’s sheet never does.">
                Check first that the day sheet names this kiosk. Another kiosk’s sheet never matches.
              </Trans>
            </p>
          ) : null}
          <p>
            <Trans comment="The ledger was changed by someone. A day sheet is the page with a day’s counts; counsel is the city’s lawyer.">
              Leave the kiosk as it is. Keep your day sheets, and call your IT staff and counsel.
            </Trans>
          </p>
        </Notice>
      );
    }
    default:
      return unreachable(verdict);
  }
}

/** What a sheet has to do with the head: the one that was typed is in this ledger, or how one is checked. */
function StillHasSheet({ checkpoint }: { checkpoint: number | null }): ReactNode {
  if (checkpoint === null)
    return (
      <p>
        <Trans comment="The head is the hash that is printed on the day sheet.">
          Each new entry changes the head, so an older day sheet shows another one. Enter the sheet’s
          checkpoint below to check it.
        </Trans>
      </p>
    );
  const entry = i18n.number(checkpoint);
  return (
    <p data-checkpoint={checkpoint}>
      <Trans comment="Good news: what a page with a day’s counts says of the ledger is still so. {entry} is the number of an entry.">
        The day sheet’s checkpoint is in this ledger, unchanged up to entry {entry}.
      </Trans>
    </p>
  );
}

import { i18n } from '@lingui/core';
import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { LedgerVerdict } from '../../../shared/contract/supervision.ts';
import { inGroups } from '../../../shared/ledger/checkpoint.ts';
import { unreachable } from '../../../shared/result.ts';
import { Notice } from '../../parts/notice.tsx';
import { ledgerBreakInWords } from '../../wording/ledger/ledger-break.ts';
import styles from '../supervisor.module.css';

/** A ledger's file and the code of a sheet follow it (docs/ledger.md). */
const VERIFY = 'npm run ledger -- verify';

/** How the ledger stands; a broken one names its first entry that does not hold. */
export function LedgerVerdictNotice({ verdict }: { verdict: LedgerVerdict }): ReactNode {
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
          <p>
            <Trans comment="The head is the hash that is printed on the day sheet. {VERIFY} is a command, as it is typed.">
              Each new entry changes the head, so an older day sheet shows another one. IT staff check its
              code against this ledger with <span className={styles.fileName}>{VERIFY}</span>.
            </Trans>
          </p>
        </Notice>
      );
    }
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

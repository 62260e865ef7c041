import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { EntryKindName } from '../../shared/ledger/entries.ts';
import { Notice } from '../parts/notice.tsx';
import { entryKindInWords } from '../wording/ledger/entry-kind.ts';

/** The ledger entry that the last act made, and its fields. The region stands before it, so that it is spoken. */
export function EntryMade({
  kind,
  children,
}: {
  kind: EntryKindName | null;
  children?: ReactNode;
}): ReactNode {
  return (
    <div role="status" data-entry-made={kind ?? undefined}>
      {kind === null ? null : (
        <Notice kind="good">
          <p>
            <Trans>
              Done. Recorded in the ledger: <b>{entryKindInWords(kind)}</b>
            </Trans>
          </p>
          {children}
        </Notice>
      )}
    </div>
  );
}

import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { EntryKindName } from '../../shared/ledger/entries.ts';
import { Notice } from '../parts/notice.tsx';
import { entryKindInWords } from '../wording/ledger/entry-kind.ts';

/**
 * The ledger entry that the last act made, and its fields. The region stands before it, so that it is spoken.
 * `failure`: the entry was made, and yet what it is about is worth nothing.
 */
export function EntryMade({
  kind,
  failure,
  waits = null,
  children,
}: {
  kind: EntryKindName | null;
  failure?: string | undefined;
  /** Why the ledger doesn’t have the entry yet; absent or null: it has. */
  waits?: string | null;
  children?: ReactNode;
}): ReactNode {
  const recorded = kind === null ? null : entryKindInWords(kind);
  return (
    <div role="status" data-entry-made={kind ?? undefined}>
      {recorded === null ? null : (
        <Notice kind={failure !== undefined ? 'bad' : waits === null ? 'good' : 'warn'}>
          <WhatWasDone {...{ recorded, failure, waits }} />
          {children}
        </Notice>
      )}
    </div>
  );
}

function WhatWasDone({
  recorded,
  failure,
  waits,
}: {
  recorded: string;
  failure: string | undefined;
  waits: string | null;
}): ReactNode {
  if (waits !== null)
    return (
      <>
        <p>
          <Trans comment="Status line. {recorded} is what the entry is about, like Legal hold set.">
            Done, but not in the ledger yet: <b>{recorded}</b>
          </Trans>
        </p>
        <p data-entry-waits>{waits}</p>
      </>
    );
  if (failure !== undefined)
    return (
      <>
        <p>
          <b>{failure}</b>
        </p>
        <p>
          <Trans>
            Recorded in the ledger: <b>{recorded}</b>
          </Trans>
        </p>
      </>
    );
  return (
    <p>
      <Trans comment="Status line. {recorded} is what the entry is about, like Legal hold set.">
        Done. Recorded in the ledger: <b>{recorded}</b>
      </Trans>
    </p>
  );
}

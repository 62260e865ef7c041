import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useMemo, useState } from 'react';
import type { NumberedEntry } from '../../../shared/contract/ledger-pages.ts';
import { isWithoutMoment } from '../../../shared/ledger/day-of-act.ts';
import type { EntryKindName } from '../../../shared/ledger/entries.ts';
import { usePolicy, useTimeZone } from '../../core-client/core.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { Refused } from '../../parts/refused.tsx';
import { shortId } from '../../parts/short-id.ts';
import { dateInWords, dateOfMoment, momentInWords } from '../../wording/dates.ts';
import { entryInWords } from '../../wording/ledger/entry.ts';
import { entryKindInWords } from '../../wording/ledger/entry-kind.ts';
import styles from '../supervisor.module.css';
import { EntryFilter } from './entry-filter.tsx';
import { dateOrderOf, readTypedDay } from './typed-day.ts';
import { type LedgerEntries as Read, useLedgerEntries } from './use-ledger-entries.ts';

function Entries({ entries, names }: Pick<Read, 'entries' | 'names'>): ReactNode {
  const { t } = useLingui();
  const timeZone = useTimeZone();
  const nameOf = (member: string): string => {
    const id = shortId(member);
    return (
      names.get(member) ??
      t({
        message: `Staff member ${id} (no longer here)`,
        comment: 'In the place of a name in a ledger entry. {id} is a few letters and digits.',
      })
    );
  };
  const whenOf = ({ entry }: NumberedEntry): string =>
    'day' in entry
      ? dateInWords(entry.day)
      : isWithoutMoment(entry)
        ? dateOfMoment(entry.utc, timeZone)
        : momentInWords(entry.utc, timeZone);
  return (
    <DataTable
      rows={entries}
      keyOf={({ sequence }) => sequence}
      marks={{ 'data-ledger-entries': entries.length }}
      marksOf={({ sequence, entry }) => ({ 'data-entry': sequence, 'data-kind': entry.kind })}
      columns={[
        {
          heading: t({ message: 'Entry', comment: 'Column heading: the number of a ledger entry.' }),
          cell: ({ sequence }) => sequence,
        },
        {
          heading: t({ message: 'When', comment: 'Column heading: date or time of a ledger entry.' }),
          cell: whenOf,
        },
        {
          heading: t({ message: 'About', comment: 'Column heading: whom or what a ledger entry is about.' }),
          cell: ({ entry }) => entryKindInWords(entry.kind),
        },
        {
          heading: t({
            message: 'What happened',
            comment: 'Column heading above the text of ledger entries.',
          }),
          cell: ({ entry }) =>
            entryInWords(entry, nameOf).map((sentence) => <p key={sentence}>{sentence}</p>),
        },
      ]}
    />
  );
}

/** The ledger to read: by kind and by day, the newest entries first. `written`: see `useLedgerEntries`. */
export function LedgerEntries({ written }: { written: number }): ReactNode {
  const [kind, setKind] = useState<EntryKindName | null>(null);
  const [typed, setTyped] = useState('');
  const order = dateOrderOf(usePolicy().fields);
  const day = readTypedDay(typed, order);
  // A day that is not typed to its end yet shows what was there before, and not nothing.
  const [lastDay, setLastDay] = useState(day);
  const filter = useMemo(() => ({ kind, day: lastDay.kind === 'day' ? lastDay.day : null }), [kind, lastDay]);
  const read = useLedgerEntries(filter, written);
  const { entries, names, passing, reading, before, refusal } = read;
  return (
    <>
      <h3 className={styles.subheading}>
        <Trans comment="Heading above the ledger’s entries.">Entries</Trans>
      </h3>
      <EntryFilter
        kind={kind}
        typedDay={typed}
        day={day}
        order={order}
        onKind={setKind}
        onDay={(text) => {
          setTyped(text);
          const next = readTypedDay(text, order);
          if (next.kind === 'none' || next.kind === 'day') setLastDay(next);
        }}
      />
      {entries.length === 0 ? null : <Entries entries={entries} names={names} />}
      <div role="status" data-reading={reading}>
        {passing === null ? null : (
          <Trans comment="Status line. {passing} is the number of a ledger entry.">
            Looking through older entries. Now at entry {passing}.
          </Trans>
        )}
        {!reading && entries.length === 0 && refusal === null ? (
          <Trans>No entries match. Choose another kind of entry or another day.</Trans>
        ) : null}
      </div>
      <Refused refusal={refusal} />
      {before === null ? null : (
        <div>
          <ActionButton ariaDisabled={reading} onPress={read.readMore}>
            <Trans comment="Button below the ledger’s entries.">Show older entries</Trans>
          </ActionButton>
        </div>
      )}
    </>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { DateOrder } from '../../../shared/application/fields.ts';
import { type EntryKindName, entryKindNames, isEntryKindName } from '../../../shared/ledger/entries.ts';
import { unreachable } from '../../../shared/result.ts';
import { LabeledField } from '../../parts/text-field/labeled-field.tsx';
import fieldStyles from '../../parts/text-field/text-field.module.css';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { entryKindInWords } from '../../wording/ledger/entry-kind.ts';
import { dayHintInWords, noSuchDayInWords, unreadableDayInWords } from '../../wording/ledger/typed-day.ts';
import styles from '../supervisor.module.css';
import type { TypedDay } from './typed-day.ts';

/** What is wrong with a day as it is typed now; null: nothing, and nothing is typed. */
function problemOf({ kind }: TypedDay, order: DateOrder): string | null {
  switch (kind) {
    case 'none':
    case 'day':
      return null;
    case 'no-such-day':
      return noSuchDayInWords();
    case 'unreadable':
      return unreadableDayInWords(order);
    default:
      return unreachable(kind);
  }
}

/** Which entries are shown: of one kind, of one day. */
export function EntryFilter(props: {
  kind: EntryKindName | null;
  typedDay: string;
  day: TypedDay;
  order: DateOrder;
  onKind: (kind: EntryKindName | null) => void;
  onDay: (typed: string) => void;
}): ReactNode {
  const { kind, typedDay, day, order, onKind, onDay } = props;
  const { t } = useLingui();
  // Nobody is told of a mistake while they are still typing.
  const [left, setLeft] = useState(false);
  const kinds = entryKindNames
    .map((name) => ({ name, words: entryKindInWords(name) }))
    .toSorted((one, other) => one.words.localeCompare(other.words));
  return (
    <div className={styles.columns}>
      <LabeledField
        id="entry-kind"
        label={t({
          message: 'Show',
          context: 'choice of entries',
          comment: 'Label of a list: which ledger entries are shown.',
        })}
      >
        <select
          id="entry-kind"
          className={fieldStyles.input}
          value={kind ?? ''}
          onChange={({ target }) => onKind(isEntryKindName(target.value) ? target.value : null)}
        >
          <option value="">
            <Trans comment="Choice in the list “Show”: ledger entries of every kind.">All entries</Trans>
          </option>
          {kinds.map(({ name, words }) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      </LabeledField>
      <TextField
        id="entry-day"
        label={t({
          message: 'Date',
          comment: 'Label of a field: of which day the ledger’s entries are shown.',
        })}
        kind="digits"
        value={typedDay}
        hint={`${dayHintInWords(order)} ${t`Leave it empty for all days.`}`}
        problem={left ? problemOf(day, order) : null}
        maxLength={10}
        onChange={(typed) => {
          setLeft(false);
          onDay(typed);
        }}
        onLeave={() => setLeft(true)}
      />
    </div>
  );
}

import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { usePolicy, useTimeZone } from '../../core-client/core.tsx';
import { ChoiceList } from '../../parts/choice-list.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { dayFaultInWords, dayHintInWords, timeFaultInWords } from '../../wording/ledger/typed-day.ts';
import { whenInWords } from '../../wording/suspension/suspension.ts';
import { dateOrderOf } from '../ledger/typed-day.ts';
import styles from '../supervisor.module.css';
import { type StartProblem, startFaults, type TypedStart } from './suspension-draft.ts';

/** At once, or at a day and a time at the counter. */
export function StartChoice(props: {
  /** No other choice on the screen has it. */
  name: string;
  start: TypedStart;
  problem: StartProblem | null;
  /** What the two choices are called where “At once” and “At a set time” would not say what they do. */
  labels?: { readonly now: string; readonly later: string } | undefined;
  onChange: (start: Partial<TypedStart>) => void;
}): ReactNode {
  const { name, start, problem, labels, onChange } = props;
  const { fields } = usePolicy();
  const timeZone = useTimeZone();
  const order = dateOrderOf(fields);
  const faults = startFaults(start, problem, order);
  const { t } = useLingui();
  return (
    <div className={styles.column}>
      <ChoiceList
        name={name}
        legend={t({ message: 'When', comment: 'Label of a choice: at once, or at a time.' })}
        value={start.when}
        onChoose={(when) => onChange({ when })}
        choices={[
          { value: 'now', label: labels?.now ?? whenInWords(null, timeZone) },
          {
            value: 'later',
            label:
              labels?.later ??
              t({ message: 'At a set time', comment: 'Choice: when something takes effect, not at once.' }),
          },
        ]}
      />
      {start.when === 'now' ? null : (
        <>
          <TextField
            id={`${name}-day`}
            label={t`Day`}
            kind="digits"
            value={start.day}
            hint={dayHintInWords(order)}
            problem={faults.day === null ? null : dayFaultInWords(faults.day, order)}
            required
            maxLength={10}
            onChange={(day) => onChange({ day })}
          />
          <TextField
            id={`${name}-time`}
            label={t({ message: 'Time', comment: 'Label of a field: a time of day.' })}
            value={start.time}
            hint={t`By the clock at this counter, like 5:30 PM.`}
            problem={faults.time === null ? null : timeFaultInWords(faults.time)}
            required
            maxLength={10}
            onChange={(time) => onChange({ time })}
          />
        </>
      )}
    </div>
  );
}

import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ChoiceList } from '../../parts/choice-list.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import type { TypedStart } from './suspension-draft.ts';

/** At once, or at a day and a time at the counter. */
export function StartChoice(props: {
  /** No other choice on the screen has it. */
  name: string;
  legend: string;
  start: TypedStart;
  problem: 'no-moment' | 'moment-over' | null;
  onChange: (start: Partial<TypedStart>) => void;
}): ReactNode {
  const { name, legend, start, problem, onChange } = props;
  const { t } = useLingui();
  return (
    <div>
      <ChoiceList
        name={name}
        legend={legend}
        value={start.when}
        onChoose={(when) => onChange({ when })}
        choices={[
          { value: 'now', label: t({ message: 'At once', comment: 'Choice: when something takes effect.' }) },
          {
            value: 'later',
            label: t({ message: 'At a time', comment: 'Choice: when something takes effect.' }),
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
            hint={t`Month, day, and year, like 11/28/2026.`}
            problem={
              problem === null
                ? null
                : problem === 'no-moment'
                  ? t`Enter the day like 11/28/2026 and the time like 5:30 PM.`
                  : t`That day and time are over. Enter a later one.`
            }
            required
            maxLength={10}
            onChange={(day) => onChange({ day })}
          />
          <TextField
            id={`${name}-time`}
            label={t({ message: 'Time', comment: 'Label of a field: a time of day.' })}
            value={start.time}
            hint={t`By the clock at this counter, like 5:30 PM.`}
            problem={null}
            required
            maxLength={10}
            onChange={(time) => onChange({ time })}
          />
        </>
      )}
    </div>
  );
}

import type { ReactNode } from 'react';
import { type SwitchKeys, switchInterfaces } from '../../../shared/residents/hands.ts';
import { switchKeysInWords, switchLegendInWords } from '../../wording/resident/switch-access.ts';
import { ChoiceList } from '../choice-list.tsx';

/** Whether two switches are on, and what they send, where the other settings of a session are. */
export function SwitchChoices(props: {
  value: SwitchKeys | null;
  onChange: (keys: SwitchKeys | null) => void;
}): ReactNode {
  const choices = [null, ...switchInterfaces];
  return (
    <ChoiceList
      name="two-switches"
      legend={switchLegendInWords()}
      value={String(props.value)}
      choices={choices.map((keys) => ({ value: String(keys), label: switchKeysInWords(keys) }))}
      onChoose={(chosen) => {
        const keys = choices.find((each) => String(each) === chosen);
        if (keys !== undefined) props.onChange(keys);
      }}
    />
  );
}

import type { ReactNode } from 'react';
import { DOUBLE_STRIKES, type KeyFilterSettings, REPEAT_DELAYS } from '../../../shared/residents/hands.ts';
import {
  doubleStrikeInWords,
  keyFilterLegends,
  repeatDelayInWords,
} from '../../wording/resident/key-filter.ts';
import { ChoiceList } from '../choice-list.tsx';

/** The settings of keys, where the other settings of a session are. Whoever has them forgets them with the session. */
export function KeyFilterChoices(props: {
  settings: KeyFilterSettings;
  onChange: (settings: KeyFilterSettings) => void;
}): ReactNode {
  const { settings, onChange } = props;
  const legends = keyFilterLegends();
  return (
    <>
      <ChoiceList
        name="repeat-delay"
        legend={legends.repeatDelay}
        value={String(settings.repeatDelay)}
        choices={REPEAT_DELAYS.map((delay) => ({ value: String(delay), label: repeatDelayInWords(delay) }))}
        onChoose={(chosen) => {
          const repeatDelay = REPEAT_DELAYS.find((delay) => String(delay) === chosen);
          if (repeatDelay !== undefined) onChange({ ...settings, repeatDelay });
        }}
      />
      <ChoiceList
        name="double-strike"
        legend={legends.doubleStrike}
        value={String(settings.doubleStrike)}
        choices={DOUBLE_STRIKES.map((time) => ({ value: String(time), label: doubleStrikeInWords(time) }))}
        onChoose={(chosen) => {
          const doubleStrike = DOUBLE_STRIKES.find((time) => String(time) === chosen);
          if (doubleStrike !== undefined) onChange({ ...settings, doubleStrike });
        }}
      />
    </>
  );
}

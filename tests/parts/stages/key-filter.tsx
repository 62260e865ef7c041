import { type ReactNode, useState } from 'react';
import { ActionButton } from '../../../renderer/parts/action-button.tsx';
import { KeyFilterChoices } from '../../../renderer/parts/key-filter/key-filter-choices.tsx';
import { useKeyFilter } from '../../../renderer/parts/key-filter/use-key-filter.ts';
import { OnScreenKeyboard } from '../../../renderer/parts/on-screen-keyboard/on-screen-keyboard.tsx';
import { useFieldAtHand } from '../../../renderer/parts/on-screen-keyboard/use-field-at-hand.ts';
import { TextField } from '../../../renderer/parts/text-field/text-field.tsx';
import { NO_KEY_FILTER } from '../../../shared/residents/hands.ts';
import { useHeard } from './heard.tsx';

/** A field, a button and a keyboard, under settings that can be changed. */
export function KeyFilterStage(): ReactNode {
  const { hear, heard } = useHeard();
  const [settings, setSettings] = useState(NO_KEY_FILTER);
  const [text, setText] = useState('');
  const field = useFieldAtHand('stage');
  useKeyFilter(settings);
  return (
    <>
      <KeyFilterChoices settings={settings} onChange={setSettings} />
      <TextField id="text" label="Text" value={text} problem={null} onChange={setText} />
      <ActionButton onPress={() => hear('pressed')}>Press</ActionButton>
      <ActionButton onPress={() => hear('other')}>Other</ActionButton>
      {heard}
      <OnScreenKeyboard
        language="en"
        field={field}
        offersCapital={false}
        withOwnScript={false}
        repeatDelay={settings.repeatDelay}
      />
    </>
  );
}

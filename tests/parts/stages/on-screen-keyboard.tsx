import { type ReactNode, useState } from 'react';
import { ActionButton } from '../../../renderer/parts/action-button.tsx';
import { ScanNotice } from '../../../renderer/parts/keys/scan-notice.tsx';
import { useScanGuard } from '../../../renderer/parts/keys/use-scan-guard.ts';
import { OnScreenKeyboard } from '../../../renderer/parts/on-screen-keyboard/on-screen-keyboard.tsx';
import { useFieldAtHand } from '../../../renderer/parts/on-screen-keyboard/use-field-at-hand.ts';
import { TextField } from '../../../renderer/parts/text-field/text-field.tsx';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { useHeard } from './heard.tsx';

const LONGEST_NAME = 24;

/** A name and the day of a date, above the keyboard of a language. The card prints its script. */
function KeyboardStage({ language }: { language: ResidentLanguage }): ReactNode {
  const { hear, heard } = useHeard();
  const [name, setName] = useState('');
  const [day, setDay] = useState('');
  const field = useFieldAtHand('stage');
  useScanGuard();
  return (
    <>
      <TextField
        id="name"
        label="Name"
        value={name}
        problem={null}
        withAccents
        maxLength={LONGEST_NAME}
        onChange={setName}
        onLeave={() => hear('left')}
      />
      <TextField
        id="day"
        label="Day"
        kind="digits"
        value={day}
        problem={null}
        maxLength={2}
        onChange={setDay}
      />
      <ActionButton onPress={() => hear('continued')}>Continue</ActionButton>
      {heard}
      <OnScreenKeyboard
        language={language}
        field={field}
        offersCapital={field?.id === 'name'}
        withOwnScript
        repeatDelay={500}
      />
      <ScanNotice />
    </>
  );
}

/** The stage of a language. */
export function keyboardStage(language: ResidentLanguage): () => ReactNode {
  return () => <KeyboardStage language={language} />;
}

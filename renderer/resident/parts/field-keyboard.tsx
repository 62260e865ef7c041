import { type ReactNode, useEffect, useState } from 'react';
import { type InputName, nameInputs } from '../../../shared/application/fields.ts';
import { hasOwnScript } from '../../../shared/residents/keyboard-layouts/layouts.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { answerId } from '../../application/answers/answer-order.ts';
import { useCore } from '../../core-client/core.tsx';
import { OnScreenKeyboard } from '../../parts/on-screen-keyboard/on-screen-keyboard.tsx';
import { useFieldAtHand } from '../../parts/on-screen-keyboard/use-field-at-hand.ts';
import { useResident } from '../resident-context.ts';
import { printsOwnScript } from './prints-own-script.ts';

/** Whether the card prints the script of a language: only then may anything be typed in it. */
function usePrintsOwnScript(language: ResidentLanguage): boolean {
  const { client } = useCore();
  const [prints, setPrints] = useState(false);
  useEffect(() => {
    let isGone = false;
    setPrints(false);
    if (!hasOwnScript(language)) return undefined;
    void client.printableCharacters({}).then((answer) => {
      if (!isGone) setPrints(printsOwnScript(language, answer));
    });
    return () => {
      isGone = true;
    };
  }, [client, language]);
  return prints;
}

/** The keyboard for the fields of one question. */
export function FieldKeyboard({ inputs }: { inputs: readonly InputName[] }): ReactNode {
  const { language, settings } = useResident();
  const [first] = inputs;
  const field = useFieldAtHand(first === undefined ? '' : answerId(first));
  const isName = nameInputs.some((input) => answerId(input) === field?.id);
  return (
    <OnScreenKeyboard
      language={language}
      field={field}
      offersCapital={isName}
      withOwnScript={usePrintsOwnScript(language)}
      repeatDelay={settings.settings.keyFilter.repeatDelay}
    />
  );
}

import { type ReactNode, useEffect, useState } from 'react';
import { type InputName, nameInputs } from '../../../shared/application/fields.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { answerId } from '../../application/answers/answer-order.ts';
import { useCore } from '../../core-client/core.tsx';
import { OnScreenKeyboard } from '../../parts/on-screen-keyboard/on-screen-keyboard.tsx';
import { useFieldAtHand } from '../../parts/on-screen-keyboard/use-field-at-hand.ts';
import { useResident } from '../resident-context.ts';

/** A letter of each script that a keyboard changes to. */
const LETTER_OF_OWN_SCRIPT: Readonly<Partial<Record<ResidentLanguage, string>>> = {
  ar: 'ب',
  uk: 'Ж',
  hi: 'क',
};

/** Whether the card prints the script of a language: only then may anything be typed in it. */
function usePrintsOwnScript(language: ResidentLanguage): boolean {
  const { client } = useCore();
  const [prints, setPrints] = useState(false);
  useEffect(() => {
    const letter = LETTER_OF_OWN_SCRIPT[language]?.codePointAt(0);
    let isGone = false;
    setPrints(false);
    if (letter === undefined) return undefined;
    void client.printableCharacters({}).then((answer) => {
      // Without an answer there are Latin letters, which every card has.
      if (!isGone)
        setPrints(answer.ok && answer.value.runs.some(([from, to]) => from <= letter && letter <= to));
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

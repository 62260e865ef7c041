import type { ReactNode } from 'react';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { languageFacts, type ResidentLanguage } from '../../../shared/residents/language.ts';
import { ownRefusalInWords } from '../../wording/resident/refusal.ts';
import styles from './language-buttons.module.css';
import { PressButton } from './press-button.tsx';
import { RefusedHere } from './refused-here.tsx';

/** Languages, each by its own name in its own letters. */
export function LanguageButtons(props: {
  languages: readonly ResidentLanguage[];
  /** Of the screen; null: where nobody has chosen one yet, none is marked. */
  current: ResidentLanguage | null;
  /** Why the last one that was chosen is not kept. */
  refusal: Refusal | null;
  onChoose: (language: ResidentLanguage) => void;
}): ReactNode {
  return (
    <>
      {props.refusal === null ? null : (
        <RefusedHere>{ownRefusalInWords(props.refusal, { by: 'press' })}</RefusedHere>
      )}
      <ul className={styles.languages}>
        {props.languages.map((language) => (
          <li key={language} data-language={language} dir={languageFacts[language].direction}>
            <PressButton
              lang={language}
              {...(props.current === null ? {} : { isChosen: language === props.current })}
              onPress={() => props.onChoose(language)}
            >
              {languageFacts[language].ownName}
            </PressButton>
          </li>
        ))}
      </ul>
    </>
  );
}

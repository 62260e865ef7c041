import type { ReactNode } from 'react';
import { languageFacts, type ResidentLanguage } from '../../../shared/residents/language.ts';
import styles from './language-buttons.module.css';
import { PressButton } from './press-button.tsx';

/** Languages, each by its own name in its own letters. */
export function LanguageButtons(props: {
  languages: readonly ResidentLanguage[];
  current: ResidentLanguage;
  onChoose: (language: ResidentLanguage) => void;
}): ReactNode {
  return (
    <ul className={styles.languages}>
      {props.languages.map((language) => (
        <li key={language} data-language={language} dir={languageFacts[language].direction}>
          <PressButton
            lang={language}
            isChosen={language === props.current}
            onPress={() => props.onChoose(language)}
          >
            {languageFacts[language].ownName}
          </PressButton>
        </li>
      ))}
    </ul>
  );
}

import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { languageFacts, type ResidentLanguage } from '../../shared/residents/language.ts';
import { ChoiceField } from '../parts/text-field/choice-field.tsx';

/** In which language somebody takes papers home: whoever had the card cannot be asked by the kiosk any more. */
export function PaperLanguage(props: {
  languages: readonly ResidentLanguage[];
  value: ResidentLanguage;
  onChoose: (language: ResidentLanguage) => void;
}): ReactNode {
  const { languages, value, onChoose } = props;
  const { t } = useLingui();
  return (
    <ChoiceField
      id="paper-language"
      label={t({
        message: 'Language of receipts',
        comment:
          'Label of a list of languages, each by its own name: receipts are printed in the chosen one.',
      })}
      value={value}
      problem={null}
      choices={languages.map((language) => ({ value: language, words: languageFacts[language].ownName }))}
      onChange={(chosen) => {
        const language = languages.find((each) => each === chosen);
        if (language !== undefined) onChoose(language);
      }}
    />
  );
}

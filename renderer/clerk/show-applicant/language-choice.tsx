import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useId, useState } from 'react';
import { languageFacts, type ResidentLanguage } from '../../../shared/residents/language.ts';
import { offeredLanguages } from '../../../shared/residents/offered-languages.ts';
import { useCore, useStaffView } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { Problem } from '../../parts/problem.tsx';
import fieldStyles from '../../parts/text-field/text-field.module.css';
import { languageForStaff } from '../../wording/applicant-screens/language-for-staff.ts';
import { refusalInWords } from '../../wording/refusal.ts';
import { useWizard } from '../wizard-context.ts';
import styles from './show-applicant.module.css';

/** In which language the applicant reads, each by its own name: they may point at it. It is kept with the application. */
export function LanguageChoice(): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const { application, policy } = useWizard();
  const status = useStaffView((now) => now);
  const act = useAct();
  const [refused, setRefused] = useState<ResidentLanguage | null>(null);
  const id = useId();
  const { language } = application.answers;
  const offered = status === null ? [language] : offeredLanguages(policy, status);
  const choices = offered.includes(language) ? offered : [...offered, language];
  const choose = (wanted: string): void => {
    const found = choices.find((each) => each === wanted);
    if (found === undefined) return;
    setRefused(found);
    void act.run(() => client.chooseLanguage({ language: found }));
  };
  return (
    <>
      <div className={styles.language}>
        <label htmlFor={id}>
          {t({
            message: 'Applicant’s language',
            comment: 'Label of a list of languages, each by its own name.',
          })}
        </label>
        <select
          id={id}
          className={fieldStyles.input}
          value={language}
          onChange={(event) => choose(event.target.value)}
        >
          {choices.map((each) => (
            <option key={each} value={each} lang={each}>
              {languageFacts[each].ownName}
            </option>
          ))}
        </select>
      </div>
      {/* In a row of its own: neither the list nor the way back moves. The list has the language before again. */}
      {act.refusal === null || refused === null ? null : (
        <div className={styles.refusal}>
          <Problem>
            {languageForStaff(refused)}: {refusalInWords(act.refusal)}
          </Problem>
        </div>
      )}
    </>
  );
}

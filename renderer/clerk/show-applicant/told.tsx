import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { inLanguage, type Localized } from '../../../shared/programme/localized.ts';
import { languageForStaff } from '../../wording/applicant-screens/language-for-staff.ts';
import { useWizard } from '../wizard-context.ts';
import styles from './show-applicant.module.css';

/** A text of the policy in the applicant's language, and below it, for the clerk, in English. */
export function Told({ text }: { text: Localized }): ReactNode {
  const { application } = useWizard();
  const { language } = application.answers;
  const words = inLanguage(text, language);
  const isTranslated = language === 'en' || words !== text.en;
  const name = languageForStaff(language);
  return (
    <div>
      <p lang={isTranslated ? language : 'en'} dir={isTranslated ? undefined : 'ltr'}>
        {words}
      </p>
      {language === 'en' ? null : (
        <p className={styles.english} lang="en" dir="ltr" data-in-english>
          {isTranslated ? (
            text.en
          ) : (
            <Trans comment="For the clerk, below an English text. {name} is a language, like Polish; the policy is the city’s set of rules.">
              The policy has no {name} text for this. Explain it to the applicant.
            </Trans>
          )}
        </p>
      )}
    </div>
  );
}

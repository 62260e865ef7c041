import type { ReactNode } from 'react';
import { languageFacts, type ResidentLanguage } from '../../../shared/residents/language.ts';
import { useWordingIn } from '../../i18n/residents/use-wording-in.ts';
import { Notice } from '../../parts/notice.tsx';
import { readBackNoticeInWords } from '../../wording/resident/promises.ts';
import { useWizard } from '../wizard-context.ts';
import styles from './held-notice.module.css';

/**
 * What a legal hold means for the applicant, who reads it before the card is printed: in their language, and below that in
 * English for the clerk.
 */
export function HeldNotice(): ReactNode {
  const { language } = useWizard().application.answers;
  return (
    <div data-held-notice>
      <Notice kind="warn">
        {language === 'en' ? null : <InTheirLanguage language={language} />}
        <Said language="en" large={language === 'en'} sentences={readBackNoticeInWords()} />
      </Notice>
    </div>
  );
}

function InTheirLanguage({ language }: { language: ResidentLanguage }): ReactNode {
  const sentences = useWordingIn(language, readBackNoticeInWords) ?? [];
  return <Said language={language} large sentences={sentences} />;
}

function Said(props: {
  language: ResidentLanguage;
  large: boolean;
  sentences: readonly string[];
}): ReactNode {
  const { language, large, sentences } = props;
  return (
    <div
      lang={language}
      dir={languageFacts[language].direction}
      className={`${styles.said} ${large ? styles.large : styles.small}`}
    >
      {sentences.map((said) => (
        <p key={said}>{said}</p>
      ))}
    </div>
  );
}

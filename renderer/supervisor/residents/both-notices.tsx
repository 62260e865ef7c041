import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { inLanguage, type Localized } from '../../../shared/programme/localized.ts';
import { languageFacts, type ResidentLanguage } from '../../../shared/residents/language.ts';
import { usePolicy } from '../../core-client/core.tsx';
import { useWordingIn } from '../../i18n/residents/use-wording-in.ts';
import { languageForStaff } from '../../wording/applicant-screens/language-for-staff.ts';
import { beforeStartInWords } from '../../wording/resident/before-start.ts';
import styles from '../supervisor.module.css';

/** With and without a legal hold: an applicant may read either. */
const whole = (): readonly string[] => [
  ...new Set([...beforeStartInWords(false), ...beforeStartInWords(true)]),
];

/** All that an applicant is told before the first question, in a language and in English: whoever accepts it reads both. */
export function BothNotices({ language }: { language: ResidentLanguage }): ReactNode {
  const { t } = useLingui();
  const { notices = [] } = usePolicy();
  const translated = useWordingIn(language, whole) ?? [];
  const ofPolicy = notices.map(({ text }) => text);
  const name = languageForStaff(language);
  return (
    <div className={styles.columns} data-both-notices={language}>
      <section
        lang={language}
        dir={languageFacts[language].direction}
        aria-label={t({
          message: `Legal notice in ${name}`,
          comment:
            'Name of a text that is compared with the English, for screen readers. {name} is a language.',
        })}
      >
        <Sentences all={translated} ofPolicy={ofPolicy} language={language} />
      </section>
      <section
        lang="en"
        aria-label={t({
          message: 'Legal notice in English',
          comment: 'Name of a text that a translation is compared with, for screen readers.',
        })}
      >
        <Sentences all={whole()} ofPolicy={ofPolicy} language="en" />
      </section>
    </div>
  );
}

function Sentences(props: {
  all: readonly string[];
  ofPolicy: readonly Localized[];
  language: ResidentLanguage;
}): ReactNode {
  const { all, ofPolicy, language } = props;
  return (
    <div className={styles.column}>
      {all.map((each) => (
        <p key={each}>{each}</p>
      ))}
      {ofPolicy.map((text) => (
        <p key={text.en}>
          <bdi>{inLanguage(text, language)}</bdi>
        </p>
      ))}
    </div>
  );
}

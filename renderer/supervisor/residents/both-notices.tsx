import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { inLanguage, type Localized } from '../../../shared/programme/localized.ts';
import { languageFacts, type ResidentLanguage } from '../../../shared/residents/language.ts';
import { usePolicy } from '../../core-client/core.tsx';
import { useWordingIn } from '../../i18n/residents/use-wording-in.ts';
import { languageForStaff } from '../../wording/applicant-screens/language-for-staff.ts';
import { beforeStartInWords } from '../../wording/resident/before-start.ts';
import styles from './residents.module.css';

/** What an applicant is told, and what in its place under a legal hold: they may read either. */
interface Told {
  readonly usually: readonly string[];
  readonly underHold: readonly string[];
}

function toldNow(): Told {
  const usually = beforeStartInWords(false);
  return { usually, underHold: beforeStartInWords(true).filter((each) => !usually.includes(each)) };
}

/** All that an applicant is told before the first question, in a language and in English: whoever accepts it reads both. */
export function BothNotices({ language }: { language: ResidentLanguage }): ReactNode {
  const { t } = useLingui();
  const { notices = [] } = usePolicy();
  const translated = useWordingIn(language, toldNow);
  const ofPolicy = notices.map(({ text }) => text);
  const name = languageForStaff(language);
  return (
    <div className={styles.both} data-both-notices={language}>
      <section
        className={styles.one}
        lang={language}
        dir={languageFacts[language].direction}
        aria-label={t({
          message: `Legal notice in ${name}`,
          comment:
            'Name of a text that is compared with the English, for screen readers. {name} is a language.',
        })}
      >
        {translated === null ? null : <Sentences told={translated} ofPolicy={ofPolicy} language={language} />}
      </section>
      <section
        className={styles.one}
        lang="en"
        aria-label={t({
          message: 'Legal notice in English',
          comment: 'Name of a text that a translation is compared with, for screen readers.',
        })}
      >
        <Sentences told={toldNow()} ofPolicy={ofPolicy} language="en" />
      </section>
    </div>
  );
}

/** Each sentence in its own row, which it shares with the same one in the other language. */
function Sentences(props: {
  told: Told;
  ofPolicy: readonly Localized[];
  language: ResidentLanguage;
}): ReactNode {
  const { told, ofPolicy, language } = props;
  return (
    <>
      {told.usually.map((each) => (
        <p key={each}>{each}</p>
      ))}
      {ofPolicy.map((text) => (
        <p key={text.en}>
          <bdi>{inLanguage(text, language)}</bdi>
        </p>
      ))}
      <p className={styles.caption} lang="en" dir="ltr">
        <Trans comment="Above the sentences of a legal notice that take the place of others while a legal hold is in force.">
          Only during a legal hold:
        </Trans>
      </p>
      {told.underHold.map((each) => (
        <p key={each}>{each}</p>
      ))}
    </>
  );
}

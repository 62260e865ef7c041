import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { languageForStaff } from '../../wording/applicant-screens/language-for-staff.ts';
import styles from '../supervisor.module.css';

/** A paragraph of the policy is no longer. */
const MOST_CHARACTERS = 400;

function fieldId(language: string): string {
  return `notice-${language}`;
}

/** Puts the focus on the field of the first of these languages: it may be beyond the edge of the screen. */
export function focusNotice([first]: readonly string[]): void {
  if (first !== undefined) document.getElementById(fieldId(first))?.focus();
}

/** What residents read while intake is suspended: a field for each language. */
export function NoticeFields(props: {
  notice: Readonly<Record<string, string>>;
  /** The languages that it must be in; another one may be left empty. */
  needed: readonly string[];
  /** Somebody wanted to go on with one of those empty. */
  attempted: boolean;
  onChange: (notice: Readonly<Record<string, string>>) => void;
}): ReactNode {
  const { notice, needed, attempted, onChange } = props;
  const { t } = useLingui();
  return (
    <div className={styles.wideForm}>
      <h4 className={styles.subheading}>
        <Trans comment="Heading above a notice in several languages, or above a text field for each of them.">
          Notice for residents
        </Trans>
      </h4>
      {Object.entries(notice).map(([language, text]) => {
        const isNeeded = needed.includes(language);
        const name = languageForStaff(language);
        return (
          <TextField
            key={language}
            id={fieldId(language)}
            label={name}
            lang={language}
            value={text}
            hint={
              isNeeded
                ? t`Everyone at the counter can read it.`
                : t({
                    message: 'You can leave this language out.',
                    comment:
                      'Below the field for a notice in a language that the policy doesn’t ask for: it may stay empty.',
                  })
            }
            problem={
              attempted && isNeeded && text.trim() === ''
                ? t({
                    message: `Write the notice in ${name} too.`,
                    comment: 'Error below the field for a notice in one language. {name} is that language.',
                  })
                : null
            }
            required={isNeeded}
            maxLength={MOST_CHARACTERS}
            onChange={(typed) => onChange({ ...notice, [language]: typed })}
          />
        );
      })}
    </div>
  );
}

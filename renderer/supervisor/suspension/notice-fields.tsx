import { i18n } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { TextField } from '../../parts/text-field/text-field.tsx';
import styles from '../supervisor.module.css';

/** A paragraph of the policy is no longer. */
const MOST_CHARACTERS = 400;

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
  const names = new Intl.DisplayNames(i18n.locale, { type: 'language' });
  return (
    <div className={styles.form}>
      <h4 className={styles.subheading}>
        <Trans comment="Heading of text fields, one for each language.">Notice for residents</Trans>
      </h4>
      {Object.entries(notice).map(([language, text]) => {
        const isNeeded = needed.includes(language);
        return (
          <TextField
            key={language}
            id={`notice-${language}`}
            label={names.of(language) ?? language}
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
              attempted && isNeeded && text.trim() === '' ? t`Write the notice in this language too.` : null
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

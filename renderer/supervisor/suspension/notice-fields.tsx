import { i18n } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { TextField } from '../../parts/text-field/text-field.tsx';
import styles from '../supervisor.module.css';

/** A paragraph of the policy is no longer. */
const MOST_CHARACTERS = 400;

/** What residents read on the start screen: a field for each language. */
export function NoticeFields(props: {
  notice: Readonly<Record<string, string>>;
  /** Somebody wanted to go on with one of them empty. */
  attempted: boolean;
  onChange: (notice: Readonly<Record<string, string>>) => void;
}): ReactNode {
  const { notice, attempted, onChange } = props;
  const { t } = useLingui();
  const names = new Intl.DisplayNames(i18n.locale, { type: 'language' });
  return (
    <div className={styles.form}>
      <h4 className={styles.subheading}>
        <Trans comment="Heading of text fields, one for each language.">Notice for residents</Trans>
      </h4>
      {Object.entries(notice).map(([language, text]) => (
        <TextField
          key={language}
          id={`notice-${language}`}
          label={names.of(language) ?? language}
          lang={language}
          value={text}
          hint={t`Everyone at the counter can read it.`}
          problem={attempted && text.trim() === '' ? t`Write the notice in this language too.` : null}
          required
          maxLength={MOST_CHARACTERS}
          onChange={(typed) => onChange({ ...notice, [language]: typed })}
        />
      ))}
    </div>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { NoticeAcceptance } from '../../../shared/contract/residents/resident-acts.ts';
import {
  languageFacts,
  type ResidentLanguage,
  residentLanguages,
} from '../../../shared/residents/language.ts';
import { isConfirmed, needsAcceptance } from '../../../shared/residents/offered-languages.ts';
import { residentRules } from '../../../shared/residents/resident-rules.ts';
import { usePolicy, useTimeZone } from '../../core-client/core.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import { type Column, DataTable } from '../../parts/data-table/data-table.tsx';
import hidden from '../../parts/hidden.module.css';
import { languageForStaff } from '../../wording/applicant-screens/language-for-staff.ts';
import { minuteInWords } from '../../wording/dates.ts';

interface LanguagesTableProps {
  /** Who accepted which unconfirmed legal notice of this release. */
  readonly acceptances: readonly NoticeAcceptance[];
  /** The languages whose translation a native speaker has confirmed. */
  readonly confirmed: readonly ResidentLanguage[];
  /** The languages that applicants can choose now. */
  readonly offered: readonly ResidentLanguage[];
  /** Null: whoever looks may not accept any. */
  readonly onAccept: ((language: ResidentLanguage) => void) | null;
}

/** The languages of the applicant screens: how far each translation can be relied on, and whether it is offered. */
export function LanguagesTable(props: LanguagesTableProps): ReactNode {
  const { acceptances, confirmed, offered, onAccept } = props;
  const { t } = useLingui();
  const wanted = residentRules(usePolicy()).languages;
  const acceptanceOf = (language: ResidentLanguage): NoticeAcceptance | null =>
    acceptances.find((each) => each.language === language) ?? null;
  const columns: readonly Column<ResidentLanguage>[] = [
    {
      heading: t({ message: 'Language', comment: 'Column heading.' }),
      cell: (language) => (
        <>
          {languageForStaff(language)}
          {language === 'en' ? null : (
            <>
              {' '}
              (<bdi lang={language}>{languageFacts[language].ownName}</bdi>)
            </>
          )}
        </>
      ),
    },
    {
      heading: t({
        message: 'Translation',
        comment: 'Column heading: how far a translation can be relied on.',
      }),
      cell: (language) => <HowFar language={language} confirmed={confirmed} />,
    },
    {
      heading: t({
        message: 'Legal notice',
        comment: 'Column heading: the notice that applicants read before the first question.',
      }),
      cell: (language) => (
        <NoticeState
          language={language}
          confirmed={confirmed}
          acceptance={acceptanceOf(language)}
          onAccept={onAccept === null || !wanted.includes(language) ? null : () => onAccept(language)}
        />
      ),
    },
    {
      heading: t({
        message: 'Offered',
        comment: 'Column heading: whether applicants can choose a language.',
      }),
      cell: (language) =>
        offered.includes(language) ? (
          <Trans comment="In a table: applicants can choose this language.">Yes</Trans>
        ) : wanted.includes(language) ? (
          <Trans comment="In a table: applicants can’t choose this language until a supervisor accepts its notice.">
            No: the notice isn’t accepted
          </Trans>
        ) : (
          <Trans comment="In a table: applicants can’t choose this language. The policy is the city’s set of rules.">
            No: not in the policy
          </Trans>
        ),
    },
  ];
  return (
    <DataTable
      rows={residentLanguages}
      keyOf={(language) => language}
      marks={{ 'data-languages-offered': offered.length }}
      marksOf={(language) => ({
        'data-language': language,
        'data-offered': offered.includes(language),
        'data-accepted': acceptanceOf(language) !== null,
      })}
      columns={columns}
    />
  );
}

function HowFar(props: { language: ResidentLanguage; confirmed: readonly ResidentLanguage[] }): ReactNode {
  const { language, confirmed } = props;
  if (language === 'en') {
    return (
      <Trans comment="In a table of languages: the others are translated from this one.">Original</Trans>
    );
  }
  return isConfirmed(language, confirmed) ? (
    <Trans comment="In a table of languages: a native speaker has read the translation.">
      Confirmed by a native speaker
    </Trans>
  ) : (
    <Trans comment="In a table of languages: nobody whose first language it is has read the translation.">
      Drafted, not confirmed by a native speaker
    </Trans>
  );
}

function NoticeState(props: {
  language: ResidentLanguage;
  confirmed: readonly ResidentLanguage[];
  acceptance: NoticeAcceptance | null;
  onAccept: (() => void) | null;
}): ReactNode {
  const { language, confirmed, acceptance, onAccept } = props;
  const policy = usePolicy();
  const timeZone = useTimeZone();
  if (!needsAcceptance(language, policy, confirmed)) {
    return (
      <Trans comment="In a table: the legal notice in this language needs nobody’s acceptance.">
        Confirmed
      </Trans>
    );
  }
  if (acceptance !== null) {
    const { by } = acceptance;
    const moment = minuteInWords(acceptance.since, timeZone);
    if (by === null) {
      return (
        <Trans comment="In a table: who accepted the legal notice isn’t on the staff any more. {moment} is a date and time.">
          Accepted by a former supervisor, {moment}
        </Trans>
      );
    }
    return (
      <Trans comment="In a table: {by} is a supervisor’s name, {moment} a date and time.">
        Accepted by {by}, {moment}
      </Trans>
    );
  }
  if (onAccept === null) {
    return (
      <Trans comment="In a table: no supervisor has accepted the legal notice in this language.">
        Not accepted
      </Trans>
    );
  }
  return (
    <ActionButton kind="quiet" onPress={onAccept}>
      <Trans comment="Button that opens a question: a supervisor accepts an unconfirmed translation by name.">
        Read and accept…
      </Trans>
      <span className={hidden.hidden}>: {languageForStaff(language)}</span>
    </ActionButton>
  );
}

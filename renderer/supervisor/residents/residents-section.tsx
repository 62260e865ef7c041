import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { offeredLanguages } from '../../../shared/residents/offered-languages.ts';
import { usePolicy } from '../../core-client/core.tsx';
import { languageForStaff } from '../../wording/applicant-screens/language-for-staff.ts';
import { residentSettingInWords } from '../../wording/applicant-screens/resident-setting.ts';
import { sectionInWords } from '../../wording/section.ts';
import { EntryMade } from '../entry-made.tsx';
import { SectionPanel } from '../section-panel.tsx';
import styles from '../supervisor.module.css';
import { AcceptNotice } from './accept-notice.tsx';
import { DisplayCheck } from './display-check.tsx';
import { LanguagesTable } from './languages-table.tsx';
import own from './residents.module.css';
import { SettingChoice } from './setting-choice.tsx';
import { useAcceptances } from './use-acceptances.ts';

/** The entries that acts of this section make. */
type ResidentsEntry =
  | { readonly kind: 'resident-setting-chosen' }
  | { readonly kind: 'notice-accepted'; readonly language: ResidentLanguage };

/** How applicants may use this kiosk themselves: the setting, the languages, and the size of the display. */
export function ResidentsSection({ status }: { status: KioskStatus }): ReactNode {
  const policy = usePolicy();
  const [made, setMade] = useState<ResidentsEntry | null>(null);
  const [accepting, setAccepting] = useState<ResidentLanguage | null>(null);
  const { residents } = status;
  const acceptances = useAcceptances(residents.acceptedNotices);
  const mayDecide = status.staff?.role === 'supervisor';
  const begin = (): void => setMade(null);
  useEffect(() => {
    // What was pressed lies far below what it has done, or is gone.
    if (made !== null) document.getElementById('section-heading')?.focus();
  }, [made]);
  return (
    <SectionPanel section="residents" heading={sectionInWords('residents')}>
      <EntryMade kind={made?.kind ?? null}>
        {made?.kind === 'notice-accepted' ? <Accepted language={made.language} /> : null}
      </EntryMade>
      {mayDecide ? (
        <SettingChoice
          key={residents.setting}
          now={residents.setting}
          onBegin={begin}
          onSaved={() => setMade({ kind: 'resident-setting-chosen' })}
        />
      ) : (
        <SettingNow setting={residents.setting} />
      )}
      <DisplayCheck kept={residents.displayWidthMillimeters} />
      <section className={styles.column} aria-labelledby="languages-heading">
        <h3 id="languages-heading" className={styles.subheading}>
          <Trans comment="Heading above the table of languages that applicants can choose.">
            Languages for applicants
          </Trans>
        </h3>
        <p className={styles.note}>
          {status.build === 'release' ? (
            <Trans comment="Above the table of languages.">
              Applicants can choose a language once its legal notice is confirmed or a supervisor accepts it.
            </Trans>
          ) : (
            <Trans comment="Above the table of languages. This build is for tests and demonstrations.">
              This evaluation build offers every language in the policy. A release build offers an unconfirmed
              language only after a supervisor accepts its legal notice.
            </Trans>
          )}
        </p>
        <LanguagesTable
          acceptances={acceptances}
          confirmed={residents.confirmedLanguages}
          offered={offeredLanguages(policy, status)}
          onAccept={mayDecide ? setAccepting : null}
        />
      </section>
      {accepting === null ? null : (
        <AcceptNotice
          language={accepting}
          onClose={() => setAccepting(null)}
          onAccepted={() => {
            setAccepting(null);
            setMade({ kind: 'notice-accepted', language: accepting });
          }}
        />
      )}
    </SectionPanel>
  );
}

function Accepted({ language }: { language: ResidentLanguage }): ReactNode {
  const name = languageForStaff(language);
  return (
    <p data-accepted-language={language}>
      <Trans comment="After a supervisor accepted the legal notice in a language. {name} is that language, like Polish.">
        Applicants can choose {name} now.
      </Trans>
    </p>
  );
}

/** For whoever may not change it. */
function SettingNow({ setting }: Pick<KioskStatus['residents'], 'setting'>): ReactNode {
  const { name, meaning } = residentSettingInWords(setting);
  return (
    <p className={own.setting} data-resident-setting={setting}>
      <b>{name}.</b> {meaning}
    </p>
  );
}

import { setupI18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useMemo } from 'react';
import { languageFacts, type ResidentLanguage } from '../../shared/residents/language.ts';
import { catalogs } from '../i18n/residents/catalogs.ts';

/** On a screen that staff have locked over a resident's application: what the resident reads of it, on a page that speaks English. */
export function PausedForResident({ language }: { language: ResidentLanguage }): ReactNode {
  const i18n = useMemo(
    () => setupI18n({ locale: language, messages: { [language]: catalogs[language] } }),
    [language],
  );
  const said = (
    <p lang={language} dir={languageFacts[language].direction} data-paused={language}>
      <Trans comment="To a resident, on a screen that staff have locked for a while in the middle of an application. Typed by the resident or by a clerk.">
        This kiosk is paused. What was entered is still there.
      </Trans>
    </p>
  );
  // English is what the page speaks.
  return language === 'en' ? said : <I18nProvider i18n={i18n}>{said}</I18nProvider>;
}

import { setupI18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import type { ReactNode } from 'react';
import { I18nProvider as AriaLocale } from 'react-aria-components';
import { catalogs } from '../i18n/residents/catalogs.ts';

const english = setupI18n({ locale: 'en', messages: { en: catalogs.en } });

/** What staff read on a page that speaks an applicant's language at this moment. */
export function InEnglish({ children }: { children: ReactNode }): ReactNode {
  return (
    <I18nProvider i18n={english}>
      <AriaLocale locale="en-US">
        <div lang="en" dir="ltr">
          {children}
        </div>
      </AriaLocale>
    </I18nProvider>
  );
}

import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { inLanguage, type Localized } from '../../../shared/programme/localized.ts';

/** A text of the policy, in the resident's language or in English: then it says that it is, and keeps its own direction. */
export function PolicyText({ text }: { text: Localized }): ReactNode {
  const { i18n } = useLingui();
  const said = inLanguage(text, i18n.locale);
  return (
    <bdi lang={said === text.en ? 'en' : undefined} dir="auto">
      {said}
    </bdi>
  );
}

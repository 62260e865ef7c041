import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { type Localized, saidIn } from '../../shared/programme/localized.ts';

/**
 * A text of the policy in the language of what is around it (of the screen, without `around`), or in English: then it says that
 * it is, and keeps its own direction.
 */
export function PolicyText({ text, around }: { text: Localized; around?: string }): ReactNode {
  const { i18n } = useLingui();
  const wanted = around ?? i18n.locale;
  const { words, language } = saidIn(text, wanted);
  const isOfScreen = wanted.split('-')[0] === language.split('-')[0];
  return (
    <bdi lang={isOfScreen ? undefined : language} dir="auto">
      {words}
    </bdi>
  );
}

import { type ReactNode, useLayoutEffect, useState } from 'react';
import { I18nProvider as AriaLocale } from 'react-aria-components';
import { languageFacts, type ResidentLanguage } from '../../../shared/residents/language.ts';
import { speak } from '../../i18n/residents/speak.ts';

/** Has the whole page speak a language: one is on the screen at a time, and the words of a field know no other. */
function speakOnPage(language: ResidentLanguage): void {
  speak(language);
  document.documentElement.lang = language;
  document.documentElement.dir = languageFacts[language].direction;
}

/**
 * A resident's screen in their language; what it is not drawn in any more is English again, for staff. It draws nothing
 * before the language is there, so that no word is seen in another one.
 */
export function InLanguage(props: {
  language: ResidentLanguage;
  children: (language: ResidentLanguage) => ReactNode;
}): ReactNode {
  const { language, children } = props;
  const [spoken, setSpoken] = useState<ResidentLanguage | null>(null);
  // Before the next painting.
  useLayoutEffect(() => {
    speakOnPage(language);
    setSpoken(language);
  }, [language]);
  useLayoutEffect(() => () => speakOnPage('en'), []);
  return spoken === null ? null : <AriaLocale locale={spoken}>{children(spoken)}</AriaLocale>;
}

/** What residents read where nobody writes something better: plain sentences, to begin with. */
const USUAL_NOTICE: Readonly<Record<string, string>> = {
  en: 'New applications are paused at this counter. Ask here when you can come back.',
  es: 'Por ahora no se aceptan solicitudes nuevas en este mostrador. Pregunte aquí cuándo puede volver.',
};

/** The languages of a notice: English first, and those that the programme promises; else those of the sentences above. */
export function noticeLanguages(languages: readonly string[] | undefined): readonly string[] {
  return [...new Set(['en', ...(languages ?? Object.keys(USUAL_NOTICE))])];
}

/** A notice to begin with, with an empty text for each language that has none. */
export function usualNotice(languages: readonly string[] | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    noticeLanguages(languages).map((language) => [
      language,
      USUAL_NOTICE[language] ?? USUAL_NOTICE[language.split('-')[0] ?? language] ?? '',
    ]),
  );
}

/** A notice as residents read it, in every language that it has: English first, those of the policy, and any others. */
export function noticeInOrder(
  notice: Readonly<Record<string, string>>,
  languages: readonly string[] | undefined,
): readonly { readonly language: string; readonly text: string }[] {
  return noticeLanguages([...(languages ?? []), ...Object.keys(notice)]).flatMap((language) => {
    const text = notice[language];
    return text === undefined ? [] : [{ language, text }];
  });
}

import type { ResidentLanguage } from '../residents/language.ts';
import { residentLanguageOf } from '../residents/language-of-tag.ts';

/** What residents read where nobody writes something better: plain sentences, to begin with. */
export const USUAL_NOTICE: Readonly<Record<ResidentLanguage, string>> = {
  en: 'New applications are suspended at this counter. Ask here which day you can come back.',
  es: 'Por ahora no se aceptan solicitudes nuevas en esta ventanilla. Pregunte aquí qué día puede volver.',
  pl: 'Przyjmowanie nowych wniosków w tym okienku jest wstrzymane. Proszę zapytać tutaj, którego dnia można przyjść ponownie.',
  'zh-Hans': '本柜台暂停受理新申请。请在这里询问哪一天可以再来。',
  ar: 'قبول الطلبات الجديدة متوقف مؤقتًا في هذا الشبّاك. يُرجى السؤال هنا عن اليوم الذي يمكنك العودة فيه.',
  uk: 'Приймання нових заяв у цьому віконці призупинено. Запитайте тут, якого дня можна прийти знову.',
  fr: 'Les nouvelles demandes sont suspendues à ce guichet. Demandez ici quel jour vous pourrez revenir.',
  hi: 'इस काउंटर पर नए आवेदन अभी रुके हुए हैं। यहाँ पूछें कि दोबारा किस दिन आना संभव होगा।',
};

/** The languages that a notice must be in: English first, and those that the programme promises; else Spanish. */
export function noticeLanguages(languages: readonly string[] | undefined): readonly string[] {
  return [...new Set(['en', ...(languages ?? ['es'])])];
}

/**
 * A notice to begin with: in the languages that it must be in, with an empty text for one that has none, and in the others that
 * residents may choose.
 */
export function usualNotice(
  languages: readonly string[] | undefined,
  offered: readonly ResidentLanguage[],
): Readonly<Record<string, string>> {
  const needed = noticeLanguages(languages);
  const others = offered.filter((each) => !needed.some((tag) => residentLanguageOf(tag) === each));
  return Object.fromEntries(
    [...needed, ...others].map((tag) => {
      const language = residentLanguageOf(tag);
      return [tag, language === null ? '' : USUAL_NOTICE[language]];
    }),
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

import type { Denial } from '../contract/denial.ts';
import type { SlipPaper } from '../contract/paper.ts';
import { dayInWords } from '../day-in-words.ts';
import type { CompletePolicy } from '../programme/complete.ts';
import { OLD_CARD_TAKEN_IN } from '../programme/documents/shown-documents.ts';
import { inLanguage, type Localized } from '../programme/localized.ts';
import { directionOfLanguage } from '../residents/language-of-tag.ts';
import { daysLater } from './appeal-code.ts';
import { placeAndDay } from './place-and-day.ts';
import { printable } from './printable.ts';
import { slipWordsIn } from './words-of-languages.ts';

/**
 * The languages that a denial slip is made in: those that every reason, and how to appeal, are written in. English first;
 * the others in the order of the policy.
 */
export function slipLanguages({ denial }: Pick<CompletePolicy, 'denial'>): readonly string[] {
  if (denial === undefined) return [];
  const { reasons, appeal } = denial;
  const texts = [...reasons.map(({ slip }) => slip), ...(appeal === 'none' ? [] : [appeal.how])];
  const known = new Set(texts.flatMap((text) => Object.keys(text)));
  return [
    'en',
    ...[...known].filter((tag) => tag !== 'en' && texts.every((text) => Object.hasOwn(text, tag))),
  ];
}

/**
 * The slip that somebody carries home after a refusal. `ways`: sets of documents that would be enough, shortest first; none
 * where documents were not what was missing. Every word is the policy's or fixed: none was typed.
 */
export function denialSlip(
  policy: Pick<CompletePolicy, 'denial' | 'documents'>,
  kioskName: string,
  { reasons, day, code }: Denial,
  {
    language,
    ways,
    practice,
  }: {
    readonly language: string;
    readonly ways: readonly (readonly string[])[];
    readonly practice: boolean;
  },
): SlipPaper {
  const { denial } = policy;
  if (denial === undefined) throw new Error('a refusal without reasons has no slip');
  const words = slipWordsIn(language);
  const { denial: fixed } = words;
  const say = (text: Localized): string => printable(inLanguage(text, language));
  const nameOf = (id: string): string =>
    id === OLD_CARD_TAKEN_IN
      ? fixed.oldCard
      : say(policy.documents.find((kind) => kind.id === id)?.name ?? { en: id });
  const { appeal } = denial;
  const appealLines =
    appeal === 'none'
      ? [fixed.noAppeal]
      : [
          say(appeal.how),
          ...(practice ? [] : [fixed.until(dayInWords(daysLater(day, appeal.withinDays), language))]),
        ];
  return {
    kind: 'slip',
    direction: directionOfLanguage(language),
    stub: { label: words.cityKeeps, lines: [practice ? words.practiceKept : fixed.kept] },
    heading: practice ? `${words.practice} · ${fixed.heading}` : fixed.heading,
    lines: [placeAndDay(kioskName, dayInWords(day, language), language)],
    sections: [
      {
        label: fixed.reasons,
        lines: denial.reasons.filter(({ id }) => reasons.includes(id)).map(({ slip }) => say(slip)),
        isList: reasons.length > 1,
      },
      ...(ways.length === 0
        ? []
        : [
            {
              label: ways.length > 1 ? fixed.anyOfThese : fixed.missing,
              lines: ways.map((way) => way.map(nameOf).join(' + ')),
              isList: ways.length > 1,
            },
          ]),
      { label: fixed.appeal, lines: appealLines, isList: false },
    ],
    code: code === null ? null : { label: fixed.code, text: code, says: fixed.codeSays },
  };
}

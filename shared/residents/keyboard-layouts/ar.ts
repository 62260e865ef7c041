import { layOut } from './layout.ts';

/**
 * Arabic (101), after ASMO 663: letters where they are on keyboards that are sold; its shifted letters and vowel marks where
 * they are as well. ذ, which has the key beside the digit 1 there, ends the second row.
 */
export const arabic = layOut({
  lang: 'ar',
  rows: ['ض ص ث ق ف غ ع ه خ ح ج د', 'ش س ي ب ل ا ت ن م ك ط ذ', 'ئ ء ؤ ر لا ى ة و ز ظ'],
  shifted: ['َ ً ُ ٌ لإ إ _ _ _ _ _ _', 'ِ ٍ _ _ لأ أ _ ، _ _ _ ّ', '_ ْ _ _ لآ آ _ _ _ _'],
  held: { ا: 'أ إ آ ٱ', و: 'ؤ', ي: 'ئ ى', ه: 'ة', 'َ': 'ٰ', ب: 'پ', ج: 'چ', ز: 'ژ', ف: 'ڤ', ك: 'گ' },
});

/** Scripts that the fonts of the card have letters of. */
export const scripts = [
  'Latin',
  'Greek',
  'Cyrillic',
  'Arabic',
  'Devanagari',
  'Hiragana',
  'Katakana',
  'Bopomofo',
  'Han',
] as const;
export type Script = (typeof scripts)[number];

// What a language is written with beside a to z, small letters only (CLDR 48: the main letters of each language, and the
// marked ones of its vowels where names have them). Which of them are offered is up to the fonts.
const letters = [
  ['akan', 'ɛ ɔ'],
  ['albanian', 'ç ë'],
  ['arabic', 'ء آ أ ؤ إ ئ ا ب ة ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ى ي'],
  ['azerbaijani', 'ç ə ğ ı İ ö ş ü'],
  ['bambara', 'ɛ ɲ ŋ ɔ'],
  ['basque', 'ç ñ'],
  ['belarusian', 'а б в г д е ё ж з і й к л м н о п р с т у ў ф х ц ч ш ы ь э ю я'],
  ['bosnian', 'č ć đ š ž'],
  ['bulgarian', 'а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ь ю я'],
  ['catalan', 'à ç é è í ï ó ò ú ü ·'],
  ['croatian', 'č ć đ š ž'],
  ['czech', 'á č ď é ě í ň ó ř š ť ú ů ý ž'],
  ['danish', 'æ ø å é'],
  ['dutch', 'á ä é ë í ï ó ö ú ü'],
  ['esperanto', 'ĉ ĝ ĥ ĵ ŝ ŭ'],
  ['estonian', 'š ž õ ä ö ü'],
  ['ewe', 'á à ã ɖ é è ẽ ɛ ɛ́ ɛ̀ ɛ̃ ƒ ɣ í ì ĩ ŋ ó ò õ ɔ ɔ́ ɔ̀ ɔ̃ ú ù ũ ʋ'],
  ['faroese', 'á ð í ó ú ý æ ø'],
  ['filipino', 'ñ á à â é è ê í ì î ó ò ô ú ù û'],
  ['finnish', 'å ä ö š ž'],
  ['french', 'à â æ ç é è ê ë î ï ô œ ù û ü ÿ'],
  ['fula', 'ɓ ɗ ñ ŋ ƴ'],
  ['galician', 'á é í ï ñ ó ú ü'],
  ['german', 'ä ö ü ß'],
  ['greek', 'α ά β γ δ ε έ ζ η ή θ ι ί ϊ ΐ κ λ μ ν ξ ο ό π ρ σ ς τ υ ύ ϋ ΰ φ χ ψ ω ώ'],
  ['guarani', 'ã ẽ g̃ ĩ ñ õ ũ ỹ ʼ'],
  ['haitian', 'è é ò à'],
  ['hausa', 'ɓ ɗ ƙ ƴ ʼ'],
  ['hawaiian', 'ā ē ī ō ū ʻ'],
  ['hungarian', 'á é í ó ö ő ú ü ű'],
  ['icelandic', 'á ð é í ó ú ý þ æ ö'],
  ['igbo', 'ị ị́ ị̀ ṅ ọ ọ́ ọ̀ ụ ụ́ ụ̀ á à é è í ì ḿ m̀ ń ǹ ó ò ú ù'],
  ['irish', 'á é í ó ú'],
  ['italian', 'à é è ì ò ù'],
  ['kazakh', 'а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я'],
  ['kurdish', 'ç ê î ş û ئ ا ب پ ت ج چ ح خ د ر ز ڕ ژ س ش ع غ ف ڤ ق ک گ ل ڵ م ن ه ە و ۆ ی ێ'],
  ['kyrgyz', 'а б в г д е ё ж з и й к л м н ң о ө п р с т у ү ф х ц ч ш щ ъ ы ь э ю я'],
  ['latvian', 'ā č ē ģ ī ķ ļ ņ š ū ž'],
  ['lingala', 'á â ǎ é ê ě ɛ ɛ́ ɛ̂ ɛ̌ í î ǐ ó ô ǒ ɔ ɔ́ ɔ̂ ɔ̌ ú'],
  ['lithuanian', 'ą č ę ė į š ų ū ž'],
  ['macedonian', 'а б в г д ѓ е ж з ѕ и ј к л љ м н њ о п р с т ќ у ф х ц ч џ ш'],
  ['maltese', 'à ċ è ġ ħ ì ò ù ż'],
  ['maori', 'ā ē ī ō ū'],
  ['mongolian', 'а б в г д е ё ж з и й к л м н о ө п р с т у ү ф х ц ч ш щ ъ ы ь э ю я'],
  ['navajo', 'á ą ą́ é ę ę́ í į į́ ł ń ó ǫ ǫ́ ʼ'],
  ['norwegian', 'æ ø å à é ó ò ô'],
  [
    'pashto',
    'آ ا أ ء ب پ ت ټ ث ج ځ چ څ ح خ د ډ ذ ر ړ ز ژ ږ س ش ښ ص ض ط ظ ع غ ف ق ک ګ ل م ن ڼ ه ة و ؤ ی ي ې ۍ ئ',
  ],
  ['persian', 'ء آ أ ؤ ئ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ة ی'],
  ['polish', 'ą ć ę ł ń ó ś ź ż'],
  ['portuguese', 'á à â ã ç é ê í ó ò ô õ ú'],
  ['quechua', 'ñ ʼ'],
  ['romanian', 'ă â î ș ț ş ţ'],
  ['russian', 'а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я'],
  ['sami', 'á č đ ŋ š ŧ ž'],
  ['samoan', 'ā ē ī ō ū ʻ'],
  ['serbian', 'а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш č ć đ š ž'],
  ['slovak', 'á ä č ď é í ĺ ľ ň ó ô ŕ š ť ú ý ž'],
  ['slovenian', 'č š ž'],
  ['spanish', 'á é í ñ ó ú ü'],
  ['swedish', 'å ä ö à é'],
  ['tajik', 'а б в г ғ д е ё ж з и ӣ й к қ л м н о п р с т у ӯ ф х ҳ ч ҷ ш ъ э ю я'],
  ['tongan', 'á ā é ē í ī ó ō ú ū ʻ'],
  ['turkish', 'ç ğ ı İ ö ş ü â î û'],
  ['turkmen', 'ç ä ž ň ö ş ü ý'],
  ['ukrainian', 'а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я ʼ'],
  ['urdu', 'ا آ أ ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن ں و ؤ ہ ھ ۂ ۃ ء ئ ی ے'],
  ['uzbek', 'ʻ ʼ ғ қ ў ҳ'],
  [
    'vietnamese',
    'à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ đ è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ ù ủ ũ ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ',
  ],
  ['welsh', 'á à â ä é è ê ë í ì î ï ó ò ô ö ú ù û ü ẃ ẁ ŵ ẅ ý ỳ ŷ ÿ'],
  ['wolof', 'à ã é ë ñ ŋ ó'],
  ['yoruba', 'á à é è ẹ ẹ́ ẹ̀ í ì ḿ m̀ m̄ ń ǹ n̄ ó ò ọ ọ́ ọ̀ ṣ ú ù'],
] as const;

/** Languages that are looked for with all that the fonts have of their scripts. */
const wholeScripts = [
  ['chinese', ['Han', 'Bopomofo']],
  ['hindi', ['Devanagari']],
  ['japanese', ['Hiragana', 'Katakana', 'Han']],
  ['marathi', ['Devanagari']],
  ['nepali', ['Devanagari']],
] as const satisfies readonly (readonly [string, readonly Script[]])[];

/** A language whose letters can be looked for by its name. */
export type Language = (typeof letters)[number][0] | (typeof wholeScripts)[number][0];

/** What a language is written with. */
export interface LanguageLetters {
  readonly language: Language;
  /** Small ones and capitals, each a letter with its marks, composed. */
  readonly letters: readonly string[];
  readonly scripts: readonly Script[];
}

// One for all letters, and asked as seldom as can be: this is done at every start of the page.
const segmenter = new Intl.Segmenter('en');

/** A capital that is more than one letter is none (SS); one of a to z needs no looking for. */
function isOne(letter: string): boolean {
  const isLetter = letter.length === 1 || [...segmenter.segment(letter)].length === 1;
  return isLetter && !/^[A-Z]$/.test(letter);
}

function inBothCases(small: string): readonly string[] {
  const each = small.split(' ').map((letter) => letter.normalize('NFC'));
  return [...new Set(each.flatMap((letter) => [letter, letter.toUpperCase()]).filter(isOne))];
}

/** Every language that can be looked for. */
export const languageLetters: readonly LanguageLetters[] = [
  ...letters.map(([language, small]) => ({ language, letters: inBothCases(small), scripts: [] })),
  ...wholeScripts.map(([language, whole]) => ({ language, letters: [], scripts: whole })),
];

// The Latin letters with marks that names of Europe, the Americas, Vietnam, Turkey, Poland and West Africa are written
// with, the most frequent in names first: they get the smallest numbers. Some are a letter and a mark on top of it.
const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á à â ä ã å ą ă ā ấ ầ ẩ ẫ ậ ắ ằ ẳ ẵ ặ ả ạ ǎ æ ạ́ ạ̀',
  b: 'ɓ ḅ',
  c: 'ç ć č ċ ĉ',
  d: 'đ ď ð ɖ ɗ ḍ',
  e: 'é è ê ë ę ě ē ė ẽ ế ề ể ễ ệ ẻ ẹ ɛ ǝ ə ẹ́ ẹ̀ ɛ́ ɛ̀',
  g: 'ğ ģ ġ ĝ ɣ ǧ',
  h: 'ħ ĥ ḥ ḫ',
  i: 'í ì î ï ī ı į ĩ ỉ ị ǐ ɩ',
  j: 'ĵ',
  k: 'ķ ƙ ḳ',
  l: 'ł ľ ļ ĺ ḷ',
  m: 'ḿ m̀',
  n: 'ñ ń ň ņ ŋ ǹ ɲ ṇ',
  o: 'ó ò ô ö õ ø ő ơ ō ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ ỏ ọ ɔ ǒ œ ọ́ ọ̀ ɔ́ ɔ̀',
  r: 'ř ŕ ŗ ṛ',
  s: 'ś š ş ș ß ŝ ṣ',
  t: 'ť ț ţ þ ṭ ŧ',
  u: 'ú ù û ü ů ű ư ū ų ứ ừ ử ữ ự ủ ụ ũ ǔ ʋ',
  v: 'ṽ',
  w: 'ŵ ẃ ẁ ẅ',
  y: 'ý ÿ ŷ ỳ ỷ ỹ ỵ ƴ',
  z: 'ź ž ż ẓ',
};

/** The accented forms of a letter, in its own case. */
export function accentsOf(letter: string): readonly string[] {
  const small = letter.toLowerCase();
  const forms = (ACCENTS[small] ?? '').split(' ').filter((form) => form !== '');
  if (letter === small) return forms;
  // ß has no capital of one letter that names are written with; ı would become an ordinary I.
  const capitals = forms.filter((form) => form !== 'ß' && form !== 'ı').map((form) => form.toUpperCase());
  // The capital of i in Turkish.
  return letter === 'I' ? [...capitals, 'İ'] : capitals;
}

/** The forms that are on the screen: one for each number key, and 0 for more. */
export interface AccentOffer {
  readonly letter: string;
  /** From 0. */
  readonly page: number;
}

/** As many as there are number keys. */
const FORMS_ON_A_PAGE = 9;

/** The forms of an offer, and whether 0 shows others. */
export function formsOn({ letter, page }: AccentOffer): {
  readonly forms: readonly string[];
  readonly hasMore: boolean;
} {
  const all = accentsOf(letter);
  return {
    forms: all.slice(page * FORMS_ON_A_PAGE, (page + 1) * FORMS_ON_A_PAGE),
    hasMore: all.length > FORMS_ON_A_PAGE,
  };
}

function nextPage({ letter, page }: AccentOffer): AccentOffer {
  const pages = Math.ceil(accentsOf(letter).length / FORMS_ON_A_PAGE);
  return { letter, page: (page + 1) % pages };
}

/** What a key does while a letter is held or its accents are offered. */
export type AccentStep =
  /** The key is not ours. */
  | { readonly kind: 'pass' }
  /** Ours, but nothing changes: a repeat of the held letter must not type. */
  | { readonly kind: 'swallow' }
  | { readonly kind: 'offer'; readonly offer: AccentOffer }
  | { readonly kind: 'choose'; readonly form: string }
  | { readonly kind: 'close' }
  /** Close, and let the key do what it does. */
  | { readonly kind: 'close-and-pass' };

/** Decides about one key press; `offered` is what is on the screen. */
export function accentStep(
  offered: AccentOffer | null,
  key: { readonly key: string; readonly repeat: boolean; readonly withModifier: boolean },
): AccentStep {
  if (key.withModifier) return { kind: 'pass' };
  if (key.repeat && accentsOf(key.key).length > 0) {
    return offered?.letter === key.key
      ? { kind: 'swallow' }
      : { kind: 'offer', offer: { letter: key.key, page: 0 } };
  }
  if (offered === null) return { kind: 'pass' };
  if (key.key === 'Escape') return { kind: 'close' };
  const { forms, hasMore } = formsOn(offered);
  if (key.key === '0' && hasMore) return { kind: 'offer', offer: nextPage(offered) };
  const form = /^[1-9]$/.test(key.key) ? forms[Number(key.key) - 1] : undefined;
  if (form !== undefined) return { kind: 'choose', form };
  // Shift and the like are on their way to something else.
  return key.key.length === 1 || key.key === 'Enter' || key.key === 'Tab' || key.key === 'Backspace'
    ? { kind: 'close-and-pass' }
    : { kind: 'pass' };
}

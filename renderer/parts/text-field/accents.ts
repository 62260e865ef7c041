// The Latin letters with marks that names of Europe, the Americas, Vietnam, Turkey and West Africa are
// written with, the most frequent in names first: they get the smallest numbers.
const ACCENTS: Readonly<Record<string, string>> = {
  a: 'áàâäãåąăā',
  c: 'çćčċĉ',
  d: 'đďðɖ',
  e: 'éèêëęěēėẽ',
  g: 'ğģġĝ',
  h: 'ħĥ',
  i: 'íìîïīıįĩ',
  j: 'ĵ',
  k: 'ķ',
  l: 'łľļĺ',
  n: 'ñńňņŋ',
  o: 'óòôöõøőơō',
  r: 'řŕŗ',
  s: 'śšşșßŝ',
  t: 'ťțţþ',
  u: 'úùûüůűưūų',
  w: 'ŵ',
  y: 'ýÿŷ',
  z: 'źžż',
};

/** The accented forms of a letter, in its own case; at most nine, one for each number key. */
export function accentsOf(letter: string): readonly string[] {
  const small = letter.toLowerCase();
  const forms = [...(ACCENTS[small] ?? '')];
  if (letter === small) return forms;
  // ß has no capital of one letter that names are written with; ı would become an ordinary I.
  return forms.filter((form) => form !== 'ß' && form !== 'ı').map((form) => form.toUpperCase());
}

/** What a key does while a letter is held or its accents are offered. */
export type AccentStep =
  /** The key is not ours. */
  | { readonly kind: 'pass' }
  /** Ours, but nothing changes: a repeat of the held letter must not type. */
  | { readonly kind: 'swallow' }
  | { readonly kind: 'offer'; readonly letter: string }
  | { readonly kind: 'choose'; readonly form: string }
  | { readonly kind: 'close' }
  /** Close, and let the key do what it does. */
  | { readonly kind: 'close-and-pass' };

/** Decides about one key press; `offered` is the letter whose accents are on the screen. */
export function accentStep(
  offered: string | null,
  key: { readonly key: string; readonly repeat: boolean; readonly withModifier: boolean },
): AccentStep {
  if (key.withModifier) return { kind: 'pass' };
  if (key.repeat && accentsOf(key.key).length > 0) {
    return offered === key.key ? { kind: 'swallow' } : { kind: 'offer', letter: key.key };
  }
  if (offered === null) return { kind: 'pass' };
  if (key.key === 'Escape') return { kind: 'close' };
  const form = /^[1-9]$/.test(key.key) ? accentsOf(offered)[Number(key.key) - 1] : undefined;
  if (form !== undefined) return { kind: 'choose', form };
  // Shift and the like are on their way to something else.
  return key.key.length === 1 || key.key === 'Enter' || key.key === 'Tab' || key.key === 'Backspace'
    ? { kind: 'close-and-pass' }
    : { kind: 'pass' };
}

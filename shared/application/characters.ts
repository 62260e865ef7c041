/** Why a character cannot stand in a text that is printed on a card. */
export type ForbiddenReason =
  /** Control characters, NUL and line breaks among them. */
  | 'control'
  /** Invisible characters that turn the direction of what follows: a card could show another name. */
  | 'text-direction'
  | 'pictograph'
  /** Not a character of Unicode as this runtime knows it, private use, or half a character. */
  | 'unassigned'
  /** Invisible and without effect on the letters around it, so that two equal-looking names would differ. */
  | 'invisible'
  /** A mark with no letter to carry it, or more marks on one letter than any writing system needs. */
  | 'stray-mark'
  /** Signs that no name needs: < > { } & @ " and the like. */
  | 'symbol';

/** The first character that may not stand in a text. */
export interface ForbiddenCharacter {
  readonly kind: 'forbidden-character';
  /** As typed. May be invisible or half a character, and then is not to be shown. */
  readonly character: string;
  readonly reason: ForbiddenReason | 'not-in-a-number';
}

/**
 * Letters of every script (ʼ ʻ ʾ are letters), marks, decimal digits and numeral letters (Ⅳ, 〇), spaces,
 * and the punctuation that names are written with:
 * ' ’ ‘ ՚ apostrophes · - ‐ ‑ – ゠ hyphens · ֊ ־ Armenian and Hebrew hyphens · . · ‧ ・ ･ dots · , ، 、 commas ·
 * ׳ ״ Hebrew geresh and gershayim · ་ Tibetan syllable dot · ፡ Ethiopic word space · ॰ Devanagari
 * abbreviation · / as in "a/l" and "s/o" of Malaysian and Singaporean names.
 *
 * Digits are allowed because real names hold them (Perri 6, Jennifer 8. Lee); a text without any letter is
 * refused elsewhere. @, & and quotation marks are not: the chosen name has its own field.
 */
const ALLOWED = /^[\p{L}\p{Mn}\p{Mc}\p{Nd}\p{Nl}\p{Zs}'’‘՚\-‐‑–゠֊־.·‧・･,،、׳״་፡॰/]$/u;

/** Whether a character is one of those by itself; where it may stand is another question. */
export function isAllowedCharacter(character: string): boolean {
  return ALLOWED.test(character);
}

const CONTROL = /^[\p{Cc}\p{Zl}\p{Zp}]$/u;
const TEXT_DIRECTION = /^\p{Bidi_Control}$/u;
const PICTOGRAPH = /^[\p{Extended_Pictographic}\p{Emoji_Presentation}\p{Emoji_Modifier}]$/u;
const UNASSIGNED = /^[\p{Cn}\p{Co}\p{Cs}]$/u;
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Cf}]$/u;
const LETTER = /^[\p{L}\p{Nl}]$/u;
const MARK = /^[\p{Mn}\p{Mc}]$/u;

const ZERO_WIDTH_NON_JOINER = '\u200C';
const ZERO_WIDTH_JOINER = '\u200D';
const VARIATION_SELECTOR = /^\p{Variation_Selector}$/u;
const TAKES_VARIATION = /^[\p{Script=Han}\p{Script=Mongolian}]$/u;
const JOINING = /^[\p{Script_Extensions=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}]$/u;
const LETTER_OR_MARK = /^[\p{L}\p{M}]$/u;

/** The viramas (canonical combining class 9) of Indic and South-East Asian scripts in living use. */
const VIRAMA =
  /^[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D3B\u0D3C\u0D4D\u0DCA\u0EBA\u0F84\u1039\u103A\u17D2\u1B44\u1BAA\u1BAB\uA8C4\uA953\uA9C0\uABED]$/u;

/**
 * Marks on one letter. Vietnamese and Hebrew with vowels need three, cantillation four, Tibetan stacks five;
 * beyond that it is a drawing that runs over the lines above and below.
 */
const MAXIMUM_MARKS = 6;

/**
 * Joiners change letters only at certain places; anywhere else they are invisible ballast.
 * Source: RFC 5892, appendix A.1 and A.2 (CONTEXTJ): after a virama, the non-joiner also between letters of
 * a joining script (Persian). Wider than that in one point: before a virama, as Bengali ya-phala after ra
 * is written (The Unicode Standard, 12.2: র‍্যাব). A joiner at the end of a word is allowed after a virama
 * (Malayalam chillus).
 */
function joinerFits(joiner: string, before: string, after: string): boolean {
  if (VIRAMA.test(before) || (VIRAMA.test(after) && LETTER.test(before))) {
    return true;
  }
  return (
    joiner === ZERO_WIDTH_NON_JOINER &&
    JOINING.test(before) &&
    JOINING.test(after) &&
    LETTER_OR_MARK.test(before) &&
    LETTER_OR_MARK.test(after)
  );
}

/** The reason against one character, for what it is and regardless of its neighbours. */
function reasonAgainst(character: string): ForbiddenReason | null {
  if (CONTROL.test(character)) {
    return 'control';
  }
  if (TEXT_DIRECTION.test(character)) {
    return 'text-direction';
  }
  if (PICTOGRAPH.test(character)) {
    return 'pictograph';
  }
  if (UNASSIGNED.test(character)) {
    return 'unassigned';
  }
  if (INVISIBLE.test(character)) {
    return 'invisible';
  }
  return ALLOWED.test(character) ? null : 'symbol';
}

function reasonInPlace(characters: readonly string[], index: number): ForbiddenReason | null {
  const character = characters[index] ?? '';
  const before = characters[index - 1] ?? '';
  if (character === ZERO_WIDTH_JOINER || character === ZERO_WIDTH_NON_JOINER) {
    return joinerFits(character, before, characters[index + 1] ?? '') ? null : 'invisible';
  }
  // Ideographic variants are how some Japanese names are told apart; elsewhere selectors make emoji.
  if (VARIATION_SELECTOR.test(character)) {
    return TAKES_VARIATION.test(before) ? null : 'invisible';
  }
  const reason = reasonAgainst(character);
  if (reason !== null || !MARK.test(character)) {
    return reason;
  }
  const recent = characters.slice(Math.max(0, index - MAXIMUM_MARKS), index);
  const tooMany = recent.length === MAXIMUM_MARKS && recent.every((earlier) => MARK.test(earlier));
  const carried = /^[\p{L}\p{M}\p{Nl}\p{Cf}]$/u.test(before);
  return tooMany || !carried ? 'stray-mark' : null;
}

/**
 * The first character of a text that may not be printed as part of a name, or `null`. Any script passes.
 * Which characters exist is the runtime's Unicode version: an older runtime may refuse a newer letter as
 * `unassigned`, which is right, because no font of ours can draw it.
 */
export function findForbiddenCharacter(text: string): ForbiddenCharacter | null {
  const characters = [...text];
  for (const [index, character] of characters.entries()) {
    const reason = reasonInPlace(characters, index);
    if (reason !== null) {
      return { kind: 'forbidden-character', character, reason };
    }
  }
  return null;
}

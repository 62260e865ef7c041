import { t } from '@lingui/core/macro';

/** What the marks on letters are called, by the mark that a letter decomposes into. */
export function markNames(): Readonly<Record<string, string>> {
  return {
    '\u0300': t({ message: 'grave', comment: 'Mark on a letter.' }),
    '\u0301': t({ message: 'acute', comment: 'Mark on a letter.' }),
    '\u0302': t({ message: 'circumflex', comment: 'Mark on a letter.' }),
    '\u0303': t({ message: 'tilde', comment: 'Mark on a letter.' }),
    '\u0304': t({ message: 'macron', comment: 'Mark on a letter.' }),
    '\u0306': t({ message: 'breve', comment: 'Mark on a letter.' }),
    '\u0307': t({ message: 'dot above', comment: 'Mark on a letter.' }),
    '\u0308': t({ message: 'diaeresis, umlaut', comment: 'Mark on a letter.' }),
    '\u0309': t({ message: 'hook above', comment: 'Mark on a letter.' }),
    '\u030A': t({ message: 'ring above', comment: 'Mark on a letter.' }),
    '\u030B': t({ message: 'double acute', comment: 'Mark on a letter.' }),
    '\u030C': t({ message: 'caron, hacek', comment: 'Mark on a letter.' }),
    '\u030F': t({ message: 'double grave', comment: 'Mark on a letter.' }),
    '\u0311': t({ message: 'inverted breve', comment: 'Mark on a letter.' }),
    '\u031B': t({ message: 'horn', comment: 'Mark on a letter.' }),
    '\u0323': t({ message: 'dot below', comment: 'Mark on a letter.' }),
    '\u0324': t({ message: 'diaeresis below', comment: 'Mark on a letter.' }),
    '\u0325': t({ message: 'ring below', comment: 'Mark on a letter.' }),
    '\u0326': t({ message: 'comma below', comment: 'Mark on a letter.' }),
    '\u0327': t({ message: 'cedilla', comment: 'Mark on a letter.' }),
    '\u0328': t({ message: 'ogonek', comment: 'Mark on a letter.' }),
    '\u032D': t({ message: 'circumflex below', comment: 'Mark on a letter.' }),
    '\u032E': t({ message: 'breve below', comment: 'Mark on a letter.' }),
    '\u0330': t({ message: 'tilde below', comment: 'Mark on a letter.' }),
    '\u0331': t({ message: 'macron below', comment: 'Mark on a letter.' }),
    '\u093C': t({ message: 'nukta', comment: 'Mark on a letter.' }),
    '\u0653': t({ message: 'madda above', comment: 'Mark on a letter.' }),
    '\u0654': t({ message: 'hamza above', comment: 'Mark on a letter.' }),
    '\u0655': t({ message: 'hamza below', comment: 'Mark on a letter.' }),
  };
}

/** What letters and signs are called that decompose into nothing. Small ones; their capitals have the same name. */
export function ownNames(): Readonly<Record<string, string>> {
  const hook = t({ message: 'hook', comment: 'Mark on a letter.' });
  const stroke = t({ message: 'stroke', comment: 'Mark on a letter.' });
  return {
    æ: t({ message: 'ae', comment: 'Name of a letter or sign.' }),
    ɑ: t({ message: 'alpha', comment: 'Name of a letter or sign.' }),
    ɓ: hook,
    ƀ: stroke,
    đ: stroke,
    ð: t({ message: 'eth', comment: 'Name of a letter or sign.' }),
    ɖ: t({ message: 'tail', comment: 'Mark on a letter.' }),
    ɗ: hook,
    ə: t({ message: 'schwa', comment: 'Name of a letter or sign.' }),
    ɛ: t({ message: 'open e', comment: 'Name of a letter or sign.' }),
    ǝ: t({ message: 'turned e', comment: 'Name of a letter or sign.' }),
    ƒ: hook,
    ɣ: t({ message: 'gamma', comment: 'Name of a letter or sign.' }),
    ɠ: hook,
    ǥ: stroke,
    ħ: stroke,
    ı: t({ message: 'dotless i', comment: 'Name of a letter or sign.' }),
    ɩ: t({ message: 'iota', comment: 'Name of a letter or sign.' }),
    ɨ: stroke,
    ƙ: hook,
    ł: stroke,
    ŋ: t({ message: 'eng', comment: 'Name of a letter or sign.' }),
    ɲ: t({ message: 'left hook', comment: 'Mark on a letter.' }),
    ø: stroke,
    œ: t({ message: 'oe', comment: 'Name of a letter or sign.' }),
    ɔ: t({ message: 'open o', comment: 'Name of a letter or sign.' }),
    ɵ: t({ message: 'barred o', comment: 'Name of a letter or sign.' }),
    ƥ: hook,
    ß: t({ message: 'sharp s, eszett', comment: 'Name of a letter or sign.' }),
    þ: t({ message: 'thorn', comment: 'Name of a letter or sign.' }),
    ŧ: stroke,
    ƭ: hook,
    ʉ: t({ message: 'bar', comment: 'Mark on a letter.' }),
    ʊ: t({ message: 'upsilon', comment: 'Name of a letter or sign.' }),
    ʋ: hook,
    ƴ: hook,
    ʒ: t({ message: 'ezh', comment: 'Name of a letter or sign.' }),
    ƶ: stroke,
    ʼ: t({ message: 'apostrophe', comment: 'Name of a letter or sign.' }),
    '’': t({ message: 'apostrophe, quotation mark', comment: 'Name of a letter or sign.' }),
    ʻ: t({ message: 'okina, turned comma', comment: 'Name of a letter or sign.' }),
    '·': t({ message: 'middle dot', comment: 'Name of a letter or sign.' }),
    '‐': t({ message: 'hyphen', comment: 'Name of a letter or sign.' }),
  };
}

/** Said of a capital. */
export function capitalInWords(): string {
  return t({ message: 'capital', comment: 'Said after a letter and its marks: it is a capital.' });
}

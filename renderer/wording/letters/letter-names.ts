import { t } from '@lingui/core/macro';

/** What the marks on letters are called, by the mark that a letter decomposes into. */
export function markNames(): Readonly<Record<string, string>> {
  return {
    '\u0300': t`grave`,
    '\u0301': t`acute`,
    '\u0302': t`circumflex`,
    '\u0303': t`tilde`,
    '\u0304': t`macron`,
    '\u0306': t`breve`,
    '\u0307': t`dot above`,
    '\u0308': t`diaeresis, umlaut`,
    '\u0309': t`hook above`,
    '\u030A': t`ring above`,
    '\u030B': t`double acute`,
    '\u030C': t`caron, hacek`,
    '\u030F': t`double grave`,
    '\u0311': t`inverted breve`,
    '\u031B': t`horn`,
    '\u0323': t`dot below`,
    '\u0324': t`diaeresis below`,
    '\u0325': t`ring below`,
    '\u0326': t`comma below`,
    '\u0327': t`cedilla`,
    '\u0328': t`ogonek`,
    '\u032D': t`circumflex below`,
    '\u032E': t`breve below`,
    '\u0330': t`tilde below`,
    '\u0331': t`macron below`,
    '\u093C': t`nukta`,
    '\u0653': t`madda above`,
    '\u0654': t`hamza above`,
    '\u0655': t`hamza below`,
  };
}

/** What letters and signs are called that decompose into nothing. Small ones; their capitals have the same name. */
export function ownNames(): Readonly<Record<string, string>> {
  return {
    æ: t`ae`,
    ɑ: t`alpha`,
    ɓ: t`hook`,
    ƀ: t`stroke`,
    đ: t`stroke`,
    ð: t`eth`,
    ɖ: t`tail`,
    ɗ: t`hook`,
    ə: t`schwa`,
    ɛ: t`open e`,
    ǝ: t`turned e`,
    ƒ: t`hook`,
    ɣ: t`gamma`,
    ɠ: t`hook`,
    ǥ: t`stroke`,
    ħ: t`stroke`,
    ı: t`dotless i`,
    ɩ: t`iota`,
    ɨ: t`stroke`,
    ƙ: t`hook`,
    ł: t`stroke`,
    ŋ: t`eng`,
    ɲ: t`left hook`,
    ø: t`stroke`,
    œ: t`oe`,
    ɔ: t`open o`,
    ɵ: t`barred o`,
    ƥ: t`hook`,
    ß: t`sharp s, eszett`,
    þ: t`thorn`,
    ŧ: t`stroke`,
    ƭ: t`hook`,
    ʉ: t`bar`,
    ʊ: t`upsilon`,
    ʋ: t`hook`,
    ƴ: t`hook`,
    ʒ: t`ezh`,
    ƶ: t`stroke`,
    ʼ: t`apostrophe`,
    '’': t`apostrophe, quotation mark`,
    ʻ: t`okina, turned comma`,
    '·': t`middle dot`,
    '‐': t`hyphen`,
  };
}

/** Said of a capital. */
export function capitalInWords(): string {
  return t`capital`;
}

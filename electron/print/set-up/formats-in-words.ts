import type { PrinterAttributes } from '../../lib/ipp/printer-attributes.ts';

/** As many of a printer's own words as a line has room for. */
const MOST_WORDS = 6;
const LONGEST_WORD = 40;

/**
 * The formats, kinds of dots and resolutions that a printer offers, for whoever has to set it up: keywords of the
 * standard's own characters (RFC 8011, 5.1.4) and media types; anything else it says is left out.
 */
export function formatsInWords({ documentFormats, pwg }: PrinterAttributes): string {
  const resolutions = pwg.resolutions.map(({ x, y, unit }) => `${x}x${y} ${unit}`);
  return [documentFormats, pwg.types, resolutions].map(listed).join('; ');
}

function listed(words: readonly string[]): string {
  const plain = words.filter((word) => word.length <= LONGEST_WORD && /^[\w ./+-]+$/.test(word));
  if (plain.length === 0) return '–';
  return [...plain.slice(0, MOST_WORDS), ...(words.length > MOST_WORDS ? ['…'] : [])].join(', ');
}

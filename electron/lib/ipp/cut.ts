/**
 * The beginning of a text, of at most this many UTF-16 units and of whole characters only: half of a surrogate pair
 * is no text, and encodeURIComponent throws on it.
 */
export function cut(text: string, most: number): string {
  const last = text.charCodeAt(most - 1);
  const isFirstHalf = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, isFirstHalf ? most - 1 : most);
}

/** A text of the policy without invisible marks that no paper carries: soft hyphens, and those that turn what follows around. */
export function printable(text: string): string {
  return text.replace(/(?![\u200C-\u200F])\p{Cf}/gu, '');
}

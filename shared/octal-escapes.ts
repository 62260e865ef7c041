/**
 * A name as the kernel and fstab(5) write it in their tables: blanks, commas and backslashes in it are three octal digits
 * behind a backslash, byte by byte.
 */
export function unescapeOctal(text: string): string {
  return text.replace(/\\([0-3][0-7]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}

/**
 * What an entry's hash of a text is made over (SHA-256), where the text could be guessed: file numbers and addresses of printers are
 * few. With the salt, which no entry has, whoever is shown the text can see that it is this one. `salt`: 32 hex digits, random.
 */
export function saltedText(what: 'reference' | 'printer', salt: string, text: string): string {
  return `counterfoil ${what} 1\n${salt}\n${text}`;
}

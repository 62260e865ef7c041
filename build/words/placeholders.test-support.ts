/** What is filled in when a message is shown, in the order of the alphabet. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set(text.match(/\{\w+\}|#|<\/?\d+>/g) ?? [])].toSorted();
}

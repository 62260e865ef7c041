/** Puts the focus on what is chosen of a list, or on its first choice. */
export function focusChoice(list: string): void {
  const inputs = document.getElementById(list);
  (inputs?.querySelector<HTMLElement>('input:checked') ?? inputs?.querySelector('input'))?.focus();
}

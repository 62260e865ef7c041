/** As a name is typed in a hurry: without accents, capitals and doubled spaces. */
function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * Whom somebody means who types a name where no list of names may be shown: the member whose name it is, or the only one
 * whose name begins with it. Else what was typed, which the keeper answers as it answers a wrong passphrase: whoever
 * tries names learns of none. Null: nothing was typed.
 */
export function namedStaff(typed: string, names: readonly string[]): string | null {
  const wanted = plain(typed);
  if (wanted === '') return null;
  const exact = names.find((name) => plain(name) === wanted);
  if (exact !== undefined) return exact;
  const beginning = names.filter((name) => plain(name).startsWith(wanted));
  return beginning.length === 1 && beginning[0] !== undefined ? beginning[0] : typed;
}

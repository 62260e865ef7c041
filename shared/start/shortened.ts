/** Enough of a value to see what is wrong with it. `most`: characters, of which none is cut through. */
export function shortened(value: string, most = 200): string {
  const characters = [...value];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : value;
}

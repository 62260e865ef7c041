/** A hash in groups of four, as it is read aloud or compared with a paper: "3fa9 01c2 …". */
export function inGroupsOfFour(hex: string): string {
  return hex.match(/.{1,4}/g)?.join(' ') ?? '';
}

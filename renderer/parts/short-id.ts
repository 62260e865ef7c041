/** As much of a random identifier as people compare by eye. */
export function shortId(id: string): string {
  return id.slice(0, 8);
}

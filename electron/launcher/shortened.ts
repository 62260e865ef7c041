/** Enough of a value to see what is wrong with it. */
export function shortened(value: string): string {
  return value.length > 200 ? `${value.slice(0, 200)}…` : value;
}

/** A value of JSON as text that is the same in whatever order the keys of its objects stand; of what is missing: empty. */
export function unordered(value: unknown): string {
  return (
    JSON.stringify(value, (_, entry: unknown) =>
      typeof entry === 'object' && entry !== null && !Array.isArray(entry)
        ? Object.fromEntries(Object.entries(entry).sort(([one], [other]) => (one < other ? -1 : 1)))
        : entry,
    ) ?? ''
  );
}

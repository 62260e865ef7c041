/**
 * The camera whose label is this name, or else has it in it; capitals count for nothing. Null: none is called so. What a browser
 * labels a camera with is its driver's name, and its vendor and product in brackets: `HD Pro Webcam C920 (046d:082d)`.
 */
export function namedCamera<Camera extends { readonly label: string }>(
  cameras: readonly Camera[],
  name: string,
): Camera | null {
  const wanted = name.trim().toLowerCase();
  const labelled = (matches: (label: string) => boolean): Camera | undefined =>
    cameras.find(({ label }) => matches(label.trim().toLowerCase()));
  return labelled((label) => label === wanted) ?? labelled((label) => label.includes(wanted)) ?? null;
}

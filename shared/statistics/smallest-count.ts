/** Counts below this are hidden where the policy says nothing: what most statistical offices take for the least. */
const USUAL_SMALLEST_COUNT = 5;

/** The least count that is told, by the policy. */
export function smallestCountOf({
  statistics,
}: {
  readonly statistics?: { readonly smallestCount: number } | undefined;
}): number {
  return statistics?.smallestCount ?? USUAL_SMALLEST_COUNT;
}

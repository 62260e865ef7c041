/** Run by `npm run test:all` only: in `npm test` another test holds the same rule, nearer to it or by another row. */
export const LONG = { tag: '@long' } as const;

/** The same, and nothing else runs on the machine meanwhile: it measures seconds (`build/test/suites.ts`). */
export const LONG_AND_ALONE = { tag: ['@long', '@alone'] };

/** For a table of tests: `npm test` runs the rows that `isSampled` says. */
export function longUnless(isSampled: boolean): { readonly tag?: '@long' } {
  return isSampled ? {} : LONG;
}

import type { ResidentPage } from './resident-page.ts';

/** What a page shows besides what it remembers of somebody. */
interface OnPage {
  /** An application is open, waits to be opened again, or was left there; or the end of one is told. */
  readonly hasSomething: boolean;
  /** Something lies over the screen and wants an answer. */
  readonly hasDialog: boolean;
}

/**
 * Whether the page is as every resident finds it: nobody would lose anything if it began anew, so nobody is asked whether they are
 * there.
 */
export function isAsFound(
  { flow, settings, language }: ResidentPage,
  { hasSomething, hasDialog }: OnPage,
): boolean {
  const isPlain = Object.keys(settings).length === 0 && (language === null || language === 'en');
  return isPlain && flow.place.at === 'language' && !hasSomething && !hasDialog;
}

import type { ResidentParameters } from '../../build/dev/fixtures/resident-parameters.ts';

/** The address of a resident's state in a language, contrast and size, as the page of `npm run dev` reads it. */
export function addressOf(state: string, { language, theme, textSize }: ResidentParameters): string {
  const asked = new URLSearchParams({ state });
  if (language !== undefined) asked.set('language', language);
  if (theme !== undefined) asked.set('theme', theme);
  if (textSize !== undefined) asked.set('size', textSize);
  return asked.toString();
}

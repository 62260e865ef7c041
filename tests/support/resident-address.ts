import type { ResidentParameters } from '../../build/dev/fixtures/resident-parameters.ts';

/** The address of a resident's state, looked at in this way, as the page of `npm run dev` reads it. */
export function addressOf(state: string, parameters: ResidentParameters): string {
  const { language, theme, textSize, switchKeys } = parameters;
  const asked = new URLSearchParams({ state });
  if (language !== undefined) asked.set('language', language);
  if (theme !== undefined) asked.set('theme', theme);
  if (textSize !== undefined) asked.set('size', textSize);
  if (switchKeys !== undefined) asked.set('switches', switchKeys);
  return asked.toString();
}

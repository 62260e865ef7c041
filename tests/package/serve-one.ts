import { runCommand } from '../../build/machine/command.ts';
import type { Counter } from './counter.ts';

/** Somebody invented, as a clerk types them. Documents by the first letters of their names. */
export const APPLICANT = {
  name: 'Wilhelmina Featherstone',
  birthDate: '03141990',
  documents: ['passp', 'rent'],
} as const;

/**
 * Serves somebody by keys alone: from the clerk's start screen to the next one. `card`: where the built-in printer leaves what
 * lies in its tray, as the suite sees it (a PDF).
 */
export async function serveOne(counter: Counter, card: string): Promise<void> {
  await counter.pressUntil('Return', 'Card details');
  await counter.type(APPLICANT.name);
  await counter.press('Tab');
  await counter.type(APPLICANT.birthDate);
  await counter.pressUntil('Return', 'Which documents does the applicant have?');
  for (const letters of APPLICANT.documents) {
    await counter.type(letters);
    await counter.press('space');
  }
  await counter.pressUntil('Return', 'Photo');
  // Neither does anything before it may: the camera's picture has to be there, and what is read back has to be read.
  await counter.pressUntil('space', 'Is everything spelled right?');
  await counter.pressUntil('Return', 'Handoff');
  await counter.type(await lastFourOn(card));
  await counter.pressUntil('F12', 'Next applicant');
}

/** The last four characters of the number on the card that lies in the tray. */
async function lastFourOn(card: string): Promise<string> {
  const read = await runCommand('pdftotext', [card, '-']);
  if (!read.ok) throw new Error(`the card can’t be read: ${read.error.output}`);
  const [first = ''] = APPLICANT.name.split(' ');
  if (!read.value.includes(first)) throw new Error(`the card in the tray is not that of ${APPLICANT.name}`);
  const lastFour = /\b[0-9A-Z]{3} [0-9A-Z]{3} ([0-9A-Z]{4})\b/.exec(read.value)?.[1];
  if (lastFour === undefined) throw new Error('the card in the tray has no number');
  return lastFour;
}

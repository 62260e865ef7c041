import type { Page } from '@playwright/test';
import type { z } from 'zod';
import { isClosed } from '../../../build/kiosk/clerk.ts';
import type { Answers } from '../../../shared/application/answers.ts';
import type { ApplicationView } from '../../../shared/contract/application/application-view.ts';
import type { ScreenStatus } from '../../../shared/contract/residents/screen-status.ts';
import { answerEnvelope, screenCalls } from '../../../shared/contract/screen.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';

type Envelope = z.output<typeof answerEnvelope>;

/** Asks the core over the page's own bridge, past every button: shows what the core itself allows. */
export async function askCore(
  page: Page,
  name: keyof typeof screenCalls,
  input: object = {},
): Promise<Envelope> {
  const answer: unknown = await page.evaluate(({ call, given }) => window.counterfoil.call(call, given), {
    call: name,
    given: input,
  });
  return answerEnvelope.parse(answer);
}

/** As `askCore`, for calls that must succeed on the way to what a test is about. Answers what the core answered. */
export async function tellCore(
  page: Page,
  name: keyof typeof screenCalls,
  input: object = {},
): Promise<unknown> {
  const answer = await askCore(page, name, input);
  if (!answer.ok) throw new Error(`the core refused ${name}: ${answer.error.kind}`);
  return answer.value;
}

/** As `tellCore`, for a call that ends this session: its answer may find no page any more. */
export async function endThroughCore(page: Page, name: 'endWithoutCard', input: object = {}): Promise<void> {
  try {
    await tellCore(page, name, input);
  } catch (error) {
    if (!isClosed(error)) throw error;
  }
}

/** What the core tells this page now, whoever has the screen. */
export async function getScreenState(
  page: Page,
): Promise<{ readonly status: ScreenStatus; readonly application: ApplicationView | null }> {
  const answer = await askCore(page, 'getState');
  if (!answer.ok) throw new Error(`the core does not let itself be looked at: ${answer.error.kind}`);
  return screenCalls.getState.output.parse(answer.value);
}

/** The same while staff have the screen. */
export async function getState(
  page: Page,
): Promise<{ readonly status: KioskStatus; readonly application: ApplicationView | null }> {
  const { status, application } = await getScreenState(page);
  if (status.holder === 'resident') throw new Error('a resident has the screen');
  return { status, application };
}

/** The open application, as the core holds it. */
export async function openApplication(page: Page): Promise<ApplicationView> {
  const { application } = await getScreenState(page);
  if (application === null) throw new Error('no application is open in this session');
  return application;
}

/** What was typed, as the core has sealed and stored it. */
export async function keptAnswers(page: Page): Promise<Answers> {
  return (await openApplication(page)).answers;
}

import type { Page } from '@playwright/test';
import { expect, test } from './browser.ts';

/** Puts a stand-in in the place of the Web Audio API, which notes on the page what would be heard. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: string[] = [];
    const note = (what: string): void => {
      heard.push(what);
      document.documentElement.dataset.heard = heard.join(' ');
    };
    const parameter = () => ({
      value: 0,
      setValueAtTime: () => undefined,
      linearRampToValueAtTime(loudness: number) {
        note(loudness < 0.2 ? 'soft' : 'loud');
      },
      exponentialRampToValueAtTime: () => undefined,
    });
    class FakeAudio {
      readonly currentTime = 0;
      readonly destination = 'loudspeaker';
      readonly #ended: (() => void)[] = [];
      createGain() {
        return { gain: parameter(), connect: (to: unknown) => note(`to-${to}`) };
      }
      createOscillator() {
        return {
          frequency: parameter(),
          connect: (to: unknown) => to,
          addEventListener: (_what: string, then: () => void) => this.#ended.push(then),
          start: () => note('tone'),
          stop: (at: number) => {
            note(at < 1 ? 'short' : 'long');
            for (const then of this.#ended) then();
          },
        };
      }
      close() {
        note('closed');
      }
    }
    Object.assign(window, { AudioContext: FakeAudio });
    document.documentElement.dataset.heard = '';
  });
}

const TONE = 'soft to-loudspeaker tone short closed';
const heard = (page: Page) => page.locator('html');
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

test('a card that becomes ready is heard once, softly; one that was ready when the screen came never', async ({
  page,
  stage,
}) => {
  await stage('ready-tone');
  await expect(page.getByText('37', { exact: true })).toBeVisible();
  await listen(page);
  await press(page, 'Tell the same again');
  await press(page, 'Another screen');
  await expect(heard(page)).toHaveAttribute('data-heard', '');
  // The positive control.
  await press(page, 'One more is ready');
  await expect(heard(page)).toHaveAttribute('data-heard', TONE);
  await press(page, 'Tell the same again');
  await press(page, 'Another screen');
  await press(page, 'The last one is gone');
  await expect(page.getByText('37', { exact: true })).toBeVisible();
  await expect(heard(page)).toHaveAttribute('data-heard', TONE);
  // Printed anew, it is another card.
  await press(page, 'One more is ready');
  await expect(heard(page)).toHaveAttribute('data-heard', `${TONE} ${TONE}`);
});

test('nothing is heard where the programme wants none', async ({ page, stage }) => {
  await stage('ready-tone');
  await listen(page);
  await press(page, 'The programme wants none');
  await press(page, 'One more is ready');
  await expect(page.getByText('37,39', { exact: true })).toBeVisible();
  await expect(heard(page)).toHaveAttribute('data-heard', '');
});

test('the tone is made and ends under the page’s own policy, with no key pressed before', async ({
  page,
  stage,
}) => {
  await stage('ready-tone');
  const states = await page.evaluate(async () => {
    const seen: string[] = [];
    const Real = window.AudioContext;
    const closed = new Promise<void>((resolve) => {
      class Watched extends Real {
        override async close() {
          seen.push(this.state, this.currentTime > 0.5 ? 'played' : 'not played');
          await super.close();
          resolve();
        }
      }
      Object.assign(window, { AudioContext: Watched });
    });
    const button = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'One more is ready',
    );
    button?.click();
    await closed;
    return seen;
  });
  expect(states).toEqual(['running', 'played']);
});

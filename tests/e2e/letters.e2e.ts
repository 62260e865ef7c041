import type { Page } from '@playwright/test';
import { z } from 'zod';
import { CLERK, pageKeyboard, waitForScreen } from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { keptAnswers } from '../support/kiosk/core-calls.ts';
import { TEODORO } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

/** A node of the page as the debugging port tells it, with the trees that inputs keep their text in. */
interface Node {
  readonly nodeId: number;
  readonly attributes?: readonly string[] | undefined;
  readonly children?: readonly Node[] | undefined;
  readonly shadowRoots?: readonly Node[] | undefined;
}
const node: z.ZodType<Node> = z.object({
  nodeId: z.number(),
  attributes: z.array(z.string()).optional(),
  children: z.array(z.lazy(() => node)).optional(),
  shadowRoots: z.array(z.lazy(() => node)).optional(),
});
const used = z.object({
  fonts: z.array(z.object({ familyName: z.string(), isCustomFont: z.boolean(), glyphCount: z.number() })),
});

function nodesIn({ children = [], ...rest }: Node): readonly Node[] {
  return [{ children, ...rest }, ...children.flatMap(nodesIn)];
}

/** The fonts that the text of an input is drawn with, as Chromium itself tells; none would prove nothing. */
async function fontsOf(page: Page, id: string) {
  const devtools = await page.context().newCDPSession(page);
  try {
    await devtools.send('DOM.enable');
    await devtools.send('CSS.enable');
    const { root } = z
      .object({ root: node })
      .parse(await devtools.send('DOM.getDocument', { depth: -1, pierce: true }));
    const input = nodesIn(root).find(
      ({ attributes = [], shadowRoots }) => shadowRoots !== undefined && attributes.includes(id),
    );
    const editor = input?.shadowRoots?.[0]?.children?.at(-1);
    if (editor === undefined) throw new Error('the input has no text');
    const { fonts } = used.parse(
      await devtools.send('CSS.getPlatformFontsForNode', { nodeId: editor.nodeId }),
    );
    expect(fonts).not.toEqual([]);
    return fonts;
  } finally {
    await devtools.detach();
  }
}

/**
 * Types a name, and waits until the card beside the step shows it: each drawing of a face has an address of its own. Not by
 * `decode()`, which fails when one more drawing comes meanwhile.
 */
async function typeName(page: Page, typed: string): Promise<void> {
  const front = page.locator('[data-preview="drawn"] img').first();
  const before = await front.getAttribute('src');
  await page.locator('#answer-name').fill(typed);
  const shown = () =>
    front.evaluate(({ complete, naturalWidth, src }: HTMLImageElement) =>
      complete && naturalWidth > 0 ? src : null,
    );
  await expect.poll(async () => [null, before].includes(await shown()), { message: typed }).toBe(false);
}

// About 6 s. Invented names in the scripts that a card can be printed with.
test('what a card can be printed with is drawn by the kiosk’s own fonts where it is typed', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  const keys = await bringTo('documents', page, TEODORO);
  // None is read before a letter needs it: a session whose screen has none of them starts as fast as ever.
  const read = () =>
    page.evaluate(() =>
      [...document.fonts]
        .filter(({ family, status }) => family.includes('Counterfoil') && status !== 'unloaded')
        .map(({ family }) => family.replaceAll('"', '')),
    );
  await page.getByText('✓').first().waitFor();
  expect(await read()).toEqual([]);
  await keys.press('Escape');
  await waitForScreen(page, 'answers');
  const families = async (): Promise<readonly string[]> =>
    (await fontsOf(page, 'answer-name'))
      .map(({ familyName, isCustomFont }) => (isCustomFont ? familyName : `${familyName} of the machine`))
      .toSorted();
  // Besides the font of everything else, which has the space between two words as well.
  const besides = async () => (await families()).filter((family) => family !== 'Noto Sans');
  for (const [script, typed, expected] of [
    ['latin', 'Nguyễn Ẹ̀kọ́ Żółcińska', []],
    ['cyrillic', 'Ярослав Тихомиров', []],
    ['devanagari', 'सुमेधा तटवर्ती', []],
    ['arabic', 'نورهان البحري', ['Noto Sans Arabic']],
    ['han', '蘆葦望海', ['Noto Sans SC']],
  ] as const) {
    await typeName(page, typed);
    // What throws is asked again as well: the field may be drawn anew between two questions.
    await expect(async () => expect(await besides(), script).toEqual(expected)).toPass();
    await keepPicture(page, `letters-${script}`);
  }
  expect(await read()).toContain('Counterfoil Han');
  // The control: without that font the same letters are drawn by another one, or as boxes.
  await page.evaluate(() => {
    document.body.style.fontFamily = '"Noto Sans Variable"';
  });
  await expect(async () => expect(await families()).not.toContain('Noto Sans SC')).toPass();
});

// About 5 s.
test('a letter of Vietnam is typed by holding its letter: 0 shows more', LONG, async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  await bringTo('answers', page, TEODORO);
  const keys = pageKeyboard(page);
  await keys.type('Nguy');
  for (let repeat = 0; repeat < 4; repeat += 1) await page.keyboard.down('e');
  await page.keyboard.up('e');
  await keys.press('0');
  await expect(page.locator('[data-accents="e"]')).toContainText('ễ');
  await expectAccessible(page, 'accents, the second row');
  await keepPicture(page, 'accents-more');
  await keys.press('4');
  await keys.type('n');
  await expect(page.locator('#answer-name')).toHaveValue('Nguyễn');
  await expect.poll(async () => (await keptAnswers(page)).name).toBe('Nguyễn');
});

// About 8 s.
// The same table is in tests/parts (letters.parts.ts).
test(
  'any letter that the card has is found with F5 and put at the cursor; the lock and the cover take the table away',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    const keys = await bringTo('answers', page, TEODORO);
    const search = page.getByLabel('Find a letter');
    const dialog = page.getByRole('dialog');
    await keys.type('Ada Wa');
    await keys.press('F5');
    await expect(search).toBeFocused();
    await keys.type('l stroke');
    await expect(page.getByRole('option')).toHaveText(['ł', 'Ł']);
    await keys.press('Enter');
    await expect(dialog).toHaveCount(0);
    await keys.type('ek');
    await expect(page.locator('#answer-name')).toHaveValue('Ada Wałek');
    // What was looked for is gone with the table.
    await keys.press('F5');
    await expect(search).toHaveValue('');
    await search.fill('yoruba');
    await expect(page.getByRole('option').filter({ hasText: /ẹ́/u })).toHaveCount(1);
    await keepPicture(page, 'letters-yoruba');
    await keys.press('F9');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText('Covered. Press F9 to continue.')).toBeVisible();
    await keys.press('F9');
    await expect(page.locator('#answer-name')).toBeFocused();
    await keys.press('F5');
    await search.fill('Hausa');
    await keys.press('F10');
    await waitForScreen(page, 'screen-locked');
    await expect(dialog).toHaveCount(0);
    await keys.type(CLERK.passphrase);
    await keys.press('Enter');
    await waitForScreen(page, 'answers');
    await expect(dialog).toHaveCount(0);
    await expect.poll(async () => (await keptAnswers(page)).name).toBe('Ada Wałek');
  },
);

// About 6 s.
test('a digit in a name is asked about once', LONG, async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  const keys = await bringTo('answers', page, TEODORO);
  await keys.type('Teodoro V2ntongeren');
  await keys.press('Enter');
  await keys.type('11021957');
  await keys.press('Enter');
  await expect(page.locator('#answer-name')).toBeFocused();
  await expect(page.locator('#answer-name-note')).toHaveText(
    'This name has a digit (2). Check it, then continue.',
  );
  await expect(page.locator('#answer-name')).toHaveAttribute('aria-invalid', 'false');
  // Going on answers it, and coming back to it asks no second time.
  for (const _ of ['name', 'month', 'day', 'year']) await keys.press('Enter');
  const main = page.locator('main');
  await expect(main).toHaveAttribute('data-screen', 'documents');
  await keys.press('Escape');
  await expect(main).toHaveAttribute('data-screen', 'answers');
  await page.locator('#answer-birthYear').focus();
  await keys.press('Enter');
  await expect(main).toHaveAttribute('data-screen', 'documents');
});

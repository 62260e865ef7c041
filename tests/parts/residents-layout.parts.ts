import type { Page } from '@playwright/test';
import { type ResidentLanguage, residentLanguages } from '../../shared/residents/language.ts';
import { residentTextSizes } from '../../shared/residents/text-height.ts';
import { expectInMillimeters, measuredInMillimeters } from '../support/accessibility/resident-millimeters.ts';
import { textFaults } from '../support/accessibility/text-faults.ts';
import { expect, fontsLoaded, test } from './browser.ts';
import { ONWARD, openResident } from './open-resident.ts';
import { isLong, languagesLooked, rowsOf } from './rows.ts';

const USUAL = { width: 1280, height: 800 };
const SMALL = { width: 1024, height: 768 };
const VIEWPORTS = [SMALL, USUAL, { width: 1920, height: 1080 }, { width: 1080, height: 1920 }];

/** A list, a full form, a long page, a choice, and something that lies over a screen. */
const SHAPES = [
  'resident-language',
  'resident-name-long',
  'resident-review',
  'resident-choice',
  'resident-leave',
];

test.afterEach(({ page }) => page.setViewportSize(USUAL));

/** Plants a target that is too small, close to another, with a text that runs out of it, and a text that is cut off in height. */
function plant(page: Page): Promise<void> {
  return page.evaluate(() => {
    const beside = document.querySelector('[role="dialog"] button');
    if (beside === null) throw new Error('no dialog to plant into');
    const small = document.createElement('button');
    small.textContent = 'Featherstonehaughfeatherstonehaugh';
    small.style.cssText =
      'flex: none; inline-size: 20px; block-size: 20px; margin-block-start: calc(var(--unit) * -2 + 2px); white-space: nowrap; font-size: 4px; color: #777';
    const low = document.createElement('p');
    low.textContent = 'Lines of which the last is lost, for nothing scrolls there. '.repeat(6);
    low.style.cssText = 'block-size: 1.4em; overflow: hidden';
    beside.after(small, low);
  });
}

/** In short runs the smallest and the largest: those between are computed in the same way. */
const SIZES = residentTextSizes.filter((_, at) => isLong || at === 0 || at === residentTextSizes.length - 1);

for (const [turn, textSize] of SIZES.entries())
  test(`text, targets and gaps in millimeters, at the size ${textSize}`, async ({ page }) => {
    const looks = SHAPES.flatMap((state, place) =>
      VIEWPORTS.filter(
        // In short runs each display in turn: by another size every state comes on another one.
        (_, at) => isLong || at === (place + turn) % VIEWPORTS.length,
      ).map((viewport) => ({ state, viewport })),
    );
    for (const { state, viewport } of looks) {
      await page.setViewportSize(viewport);
      await openResident(page, state, { textSize });
      const at = `${state} at ${viewport.width} × ${viewport.height}`;
      expect(await expectInMillimeters(page, textSize, at), at).toBeGreaterThan(1);
      expect.soft(await textFaults(page, 'normal'), at).toEqual([]);
    }
    // It would be found.
    await openResident(page, 'resident-leave', { textSize });
    await plant(page);
    const planted = await measuredInMillimeters(page);
    expect([planted.small.length > 0, planted.gaps.length > 0, planted.clipped.length > 0]).toEqual([
      true,
      true,
      true,
    ]);
    expect(planted.least).toBeLessThan(3.5);
    const faults = (await textFaults(page, 'normal')).join('\n');
    expect(faults).toMatch(/^[\d.]+:1, #777777 on #\w{6}: Featherstonehaugh/m);
    expect(faults).toMatch(/^cut off: Lines of which/m);
  });

/** The page's own font, with letters half as high as it has them: what is computed of the size of text stays as it is. */
function halveLetters(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const sheets = [...document.styleSheets].flatMap((sheet) =>
      [...sheet.cssRules].map((rule) => ({ rule, base: sheet.href ?? document.baseURI })),
    );
    const addresses = sheets.flatMap(({ rule, base }) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const { style } = rule;
      const [, address] = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src')) ?? [];
      const isLatin = /U\+0+-0*FF/i.test(style.getPropertyValue('unicode-range'));
      const isOwn = style.getPropertyValue('font-family').includes('Noto Sans Variable');
      return isOwn && isLatin && address !== undefined ? [new URL(address, base).href] : [];
    });
    const [address] = addresses;
    if (address === undefined) throw new Error('the page has no font of its own');
    // The page takes no style element.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      @font-face { font-family: Half; font-weight: 100 900; size-adjust: 50%; src: url("${address}"); unicode-range: U+0-FF }
      * { font-family: Half !important }`);
    document.adoptedStyleSheets.push(sheet);
    const loaded = await document.fonts.load('20px Half', 'H');
    if (loaded.length === 0) throw new Error('the halved font is not there');
  });
}

/** The languages, one of each script first. */
const BY_SCRIPT = [...new Set<ResidentLanguage>(['en', 'zh-Hans', 'ar', 'uk', 'hi', ...residentLanguages])];

test('letters are measured as their font draws them, in each script', async ({ page }) => {
  // One of each script; the others are written in the first one.
  for (const language of rowsOf(BY_SCRIPT, 5)) {
    await openResident(page, 'resident-review', { language });
    await fontsLoaded(page);
    const { least, inOwnScript } = await measuredInMillimeters(page);
    expect(least, language).toBeGreaterThan(4.8);
    const hasOwnScript = ['zh-Hans', 'ar', 'hi'].includes(language);
    expect(inOwnScript > 10, language).toBe(hasOwnScript);
  }
  // It would be found: the same font at the same size, with letters half as high.
  await openResident(page, 'resident-review');
  await fontsLoaded(page);
  const { least } = await measuredInMillimeters(page);
  await halveLetters(page);
  expect((await measuredInMillimeters(page)).least / least).toBeCloseTo(0.5, 1);
});

for (const [turn, language] of languagesLooked.entries())
  test(`the field, the way on and the keys are seen together at the largest text, in ${language}`, async ({
    page,
  }) => {
    for (const viewport of isLong ? [USUAL, SMALL] : [turn % 2 === 0 ? USUAL : SMALL]) {
      await page.setViewportSize(viewport);
      for (const [state, field] of [
        ['resident-name', '#answer-name'],
        ['resident-birth-date', '#answer-birthMonth'],
        ['resident-contact', '#answer-emergencyName'],
      ] as const) {
        await openResident(page, state, { language, textSize: 'largest' });
        await expect(page.locator(field)).toBeFocused();
        for (const seen of [
          page.locator(field),
          page.locator(ONWARD),
          page.locator('[role="group"] button').last(),
        ])
          await expect(seen, `${state} at ${viewport.width}`).toBeInViewport({ ratio: 1 });
      }
    }
  });

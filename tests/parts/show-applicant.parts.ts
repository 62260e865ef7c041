import type { Page } from '@playwright/test';
import type { ResidentLanguage } from '../../shared/residents/language.ts';
import { tellCore } from '../support/kiosk/core-calls.ts';
import { LONG } from '../support/long.ts';
import { expect, fontsLoaded, test } from './browser.ts';

/** What fills the clerk's screen for the applicant to read. */
const shownIn = (page: Page, language: ResidentLanguage) =>
  page.locator(`[data-for-applicant="${language}"]`);

/** F3 while no field has the focus: what still needs something is shown, whatever it is. */
async function showAll(page: Page, language: ResidentLanguage): Promise<void> {
  await page.locator('html[data-done]').waitFor();
  await tellCore(page, 'chooseLanguage', { language });
  await page.locator(`[data-applicants-language="${language}"]`).waitFor();
  await page.locator('main [data-main="true"]').focus();
  await page.keyboard.press('F3');
  await expect(shownIn(page, language)).toBeVisible();
}

/** In the language of the applicant, and below it, for the clerk, in English. */
interface Told {
  readonly own: string | RegExp;
  readonly english: string | RegExp;
}

async function expectTold(page: Page, question: string, { own, english }: Told): Promise<void> {
  const told = page.locator(`[data-question="${question}"]`);
  await expect(told.locator('[data-told]')).toHaveText(own);
  await expect(told.locator('[lang="en"] [data-told-in-english]')).toHaveText(english);
}

test('F3 shows what is wrong with an answer in the applicant’s language, with its English', async ({
  page,
  show,
}) => {
  await show('answers-shown');
  await page.locator('html[data-done]').waitFor();
  await page.keyboard.press('Escape');
  await showAll(page, 'pl');
  await expectTold(page, 'birthDate', {
    own: 'Proszę wpisać miesiąc jako liczbę od 1 do 12.',
    english: 'Enter the month as a number from 1 to 12.',
  });
  // The label too, and nothing that is well.
  await expect(page.locator('[data-question="birthDate"]')).toContainText('Data urodzenia');
  await expect(page.locator('[data-question="name"]')).toHaveCount(0);
});

// What is wrong with an answer is shown in the same place, by the same key.
test(
  'F3 shows why the applicant may have come, at the clerk’s choice of it, with its English',
  LONG,
  async ({ page, show }) => {
    await show('answers-shown-route');
    const asked = shownIn(page, 'pl').locator('[data-question="route"]');
    await expect(asked).toBeVisible();
    await expect(page.locator('[data-question]')).toHaveCount(1);
    const [own, english] = [asked.locator('> ul > li'), asked.locator('[lang="en"] li')];
    await expect(english.first()).toHaveText('I want my first card.');
    await expect(own).toHaveCount(await english.count());
    await expect(own.first()).not.toHaveText('I want my first card.');
    // The control: at a field it is not shown.
    await page.keyboard.press('Escape');
    await page.locator('#answer-name').focus();
    await page.keyboard.press('F3');
    await expect(page.locator('[data-question="name"]')).toBeVisible();
    await expect(asked).toHaveCount(0);
  },
);

// What is wrong with an answer is shown in the same place, by the same key.
test(
  'F3 shows what the card can’t be drawn with, in the applicant’s language, with its English',
  LONG,
  async ({ page, show }) => {
    await show('answers-uncovered');
    await showAll(page, 'ar');
    await expectTold(page, 'name', {
      own: /لا يمكن طباعة البطاقة.*ნ/u,
      english: 'The card can’t be printed with ‘ნ’. Use another spelling, or ask a clerk.',
    });
    await expect(page.locator('[data-question]')).toHaveCount(1);
    await show('answers-does-not-fit');
    await showAll(page, 'uk');
    await expectTold(page, 'name', { own: /Це задовге для картки/, english: /too long for the card/ });
  },
);

// What is wrong with an answer is shown in the same place, by the same key.
test(
  'F3 shows what is asked about an answer, in the applicant’s language, with its English',
  LONG,
  async ({ page, show }) => {
    await show('answers-very-old');
    await showAll(page, 'pl');
    await expectTold(page, 'birthDate', { own: /117 lat/, english: /^That makes you 117 years old/ });
    await show('answers-doubt');
    await showAll(page, 'pl');
    await expectTold(page, 'name', { own: /jest cyfra \(0\)/, english: /has a digit \(0\)/ });
    // To somebody who reads English it is said once.
    await page.getByRole('combobox', { name: 'Applicant’s language' }).selectOption('en');
    await expect(shownIn(page, 'en')).toBeVisible();
    await expect(page.locator('[data-told]')).toHaveText(/has a digit \(0\)/);
    await expect(page.locator('[data-told-in-english]')).toHaveCount(0);
  },
);

// What is wrong with an answer is shown in the same place, by the same key.
test('F3 shows which documents would be enough, in the words of the slip', LONG, async ({ page, show }) => {
  await show('documents-shown');
  await expect(shownIn(page, 'ar')).toHaveAttribute('dir', 'rtl');
  const needed = shownIn(page, 'ar').locator('[data-needed-documents]');
  await expect(needed.getByRole('heading')).toHaveText(/يكفي$/);
  const ways = needed.getByRole('listitem');
  await expect(ways).not.toHaveCount(0);
  for (const words of await ways.allTextContents()) expect(words).toMatch(/\p{Script=Arabic}/u);
});

test('F3 shows a notice that the policy has in English alone as English, and asks the clerk to read it', async ({
  page,
  show,
}) => {
  await show('answers-told');
  await page.locator('html[data-done]').waitFor();
  const notice = shownIn(page, 'en').getByText(/^Everything but name and birth date is voluntary/);
  await expect(notice).toHaveAttribute('lang', 'en');
  await expect(page.locator('[data-in-english]')).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Applicant’s language' }).selectOption('pl');
  const told = shownIn(page, 'pl');
  await expect(told.getByText(/^Everything but name and birth date/)).toHaveAttribute('lang', 'en');
  await expect(told.locator('[data-in-english]').first()).toContainText(
    'The policy has no Polish text for this. Explain it to the applicant.',
  );
});

test('F3 shows the slip of a refusal in the applicant’s language', async ({ page, show }) => {
  await show('denial-shown');
  const slip = shownIn(page, 'es').locator('[data-slip="es"]');
  await expect(slip.getByRole('heading', { level: 2 })).toHaveText('Su solicitud fue denegada');
  await expect(slip.locator('[data-appeal-code]')).toBeVisible();
});

test('under F3 the applicant chooses another language by its own name; one that is not kept is refused in words', async ({
  page,
  show,
}) => {
  await show('answers-shown');
  await page.locator('html[data-done]').waitFor();
  const list = page.getByRole('combobox', { name: 'Applicant’s language' });
  await expect(list).toHaveValue('pl');
  await list.selectOption({ label: 'العربية' });
  await expect(shownIn(page, 'ar')).toHaveAttribute('dir', 'rtl');
  await page.evaluate(() => {
    const real = window.counterfoil.call.bind(window.counterfoil);
    Object.assign(window.counterfoil, {
      call: async (name: string, input: unknown) =>
        name === 'chooseLanguage' ? { ok: false, error: { kind: 'notice-unconfirmed' } } : real(name, input),
    });
  });
  // The list is as wide as its widest choice, which is written in letters of its own.
  await fontsLoaded(page);
  const width = (await list.boundingBox())?.width;
  await list.selectOption('uk');
  // It names the one that was refused: the list shows the one before.
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText(/Ukrainian: .{20}/);
  await expect(shownIn(page, 'ar')).toBeVisible();
  await expect(list).toHaveValue('ar');
  expect((await list.boundingBox())?.width, 'as wide as before').toBe(width);
});

test('a notice is shown before the questions, and a label that is there in English alone is said once', async ({
  page,
  show,
}) => {
  await show('answers-shown-untranslated');
  await page.locator('html[data-done]').waitFor();
  const shown = shownIn(page, 'pl');
  await expect(shown.locator('[data-question="organDonor"]')).toHaveText(/Organ donor/);
  expect(await shown.getByText('Organ donor', { exact: true }).count()).toBe(1);
  const [notice, question] = [
    await shown.getByText(/^Everything but name and birth date/).boundingBox(),
    await shown.locator('[data-question="organDonor"]').boundingBox(),
  ];
  expect(notice?.y ?? Number.NaN).toBeLessThan(question?.y ?? Number.NaN);
});

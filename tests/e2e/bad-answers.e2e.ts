import type { Page } from '@playwright/test';
import { pageKeyboard, type TypedApplication, waitForScreen } from '../../build/kiosk/clerk.ts';
import {
  askedInputs,
  type FieldDeclaration,
  fieldOf,
  fields,
  type InputName,
} from '../../shared/application/fields.ts';
import { unreachable } from '../../shared/result.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { askCore, keptAnswers, tellCore } from '../support/kiosk/core-calls.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { readShippedPolicy } from '../support/kiosk/shipped-policy.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

interface BadAnswer {
  readonly what: string;
  readonly typed: string;
  /** Words that must stand at the field. */
  readonly says: RegExp;
}

const FOREIGN: readonly BadAnswer[] = [
  { what: 'emoji', typed: 'Ana 😀', says: /can’t (be printed|contain)/ },
  { what: 'bidi control', typed: 'Ana\u202Egnik', says: /invisible character|can’t contain/ },
  { what: 'NUL', typed: 'Ana\0Bell', says: /invisible character|can’t contain/ },
  {
    what: 'script',
    typed: '<script>document.title="x"</script>',
    says: /‘<’ can’t be printed|can’t contain ‘<’/,
  },
];
const NUMBERS = FOREIGN.map((each) => ({ ...each, says: /can’t contain/ }));
const DATES = FOREIGN.map((each) => ({ ...each, says: /as a number from|with four digits/ }));
const EMPTY = { what: 'empty', typed: '' };
const LONG_TEXT = {
  what: '500 characters',
  typed: 'Ab'.repeat(250),
  says: /letters too long: the card has room for/,
};
const LONG_NUMBER = { what: '500 characters', typed: '7'.repeat(500), says: /too long/ };
const NO_SUCH: BadAnswer = {
  what: '500 characters',
  typed: '1'.repeat(500),
  says: /doesn’t exist|number from|four digits/,
};

const DATE_PARTS: readonly (readonly BadAnswer[])[] = [
  [
    { what: '32 March', typed: '32', says: /date doesn’t exist/ },
    { what: 'day zero', typed: '0', says: /date doesn’t exist/ },
  ],
  [{ what: 'month 13', typed: '13', says: /number from 1 to 12/ }],
  [
    { what: 'the future', typed: '2999', says: /in the future/ },
    { what: 'two digits', typed: '90', says: /with four digits/ },
    { what: 'long ago', typed: '1790', says: /too long ago/ },
  ],
];

/** What is wrong in an input, by the kind of its field. */
function casesOf(input: InputName): readonly BadAnswer[] {
  const { kind, inputs } = fields[fieldOf(input)];
  const place = inputs.indexOf(input);
  switch (kind) {
    case 'text':
      return [
        ...(input === 'name' ? [{ ...EMPTY, says: /Enter the name/ }] : []),
        LONG_TEXT,
        ...FOREIGN,
        { what: 'no letter', typed: '12345', says: /at least one letter/ },
      ];
    case 'digits':
      return [LONG_NUMBER, ...NUMBERS, { what: 'too short', typed: '123', says: /too short: 3 digits/ }];
    case 'date':
      return [
        { ...EMPTY, says: /as a number from|with four digits/ },
        NO_SUCH,
        ...DATES,
        ...(DATE_PARTS[place] ?? []),
      ];
    case 'mark':
      // Nothing can be typed in it.
      return [];
    case 'contact':
      return place === 0
        ? [{ ...EMPTY, says: /contact’s name/ }, LONG_TEXT, ...FOREIGN]
        : [{ ...EMPTY, says: /phone number, or clear the name/ }, LONG_NUMBER, ...NUMBERS];
    default:
      return unreachable(kind);
  }
}

/** Puts a text into a field as a paste does: in one go, whatever characters it has. */
async function fillIn(page: Page, field: InputName, text: string): Promise<void> {
  await page.locator(`#answer-${field}`).focus();
  await pageKeyboard(page).press('Control+A');
  if (text === '') await page.keyboard.press('Backspace');
  else await page.keyboard.insertText(text);
}

/** The words that a screen reader reads with the field. */
function noteOf(page: Page, field: InputName): Promise<string> {
  return page.locator(`#answer-${field}`).evaluate((element) => {
    const ids = (element.getAttribute('aria-describedby') ?? '').split(' ');
    return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  });
}

/** What Harbor City asks for. */
const ASKED = askedInputs(readShippedPolicy().fields);

/** A kiosk for each group. */
const GROUPS: readonly (readonly FieldDeclaration<InputName>['kind'][])[] = [
  ['text'],
  ['digits', 'contact'],
  ['date'],
];

// In short runs `tests/hostile/bad-input.test.ts` has what the core refuses, `renderer/wording` what is told, tests/parts where.
// About 7 s each: all answers filled in well, and then one field after the other made wrong in every way.
for (const kinds of GROUPS) {
  const group = ASKED.filter((input) => kinds.includes(fields[fieldOf(input)].kind));
  test(
    `bad input in ${group.join(', ')}: told in words, kept as typed, no way on, refused by the core`,
    LONG,
    async ({ openKiosk }) => {
      const kiosk = await openKiosk();
      const { page } = await kiosk.signedIn();
      const well: TypedApplication = WILHELMINA;
      await bringTo('documents', page, well);
      for (const document of ['passport', 'utility-bill'])
        await tellCore(page, 'tickDocument', { document, seen: true });
      for (const field of group) {
        await page.keyboard.press('Escape');
        await waitForScreen(page, 'answers');
        const input = page.locator(`#answer-${field}`);
        for (const { what, typed, says } of casesOf(field)) {
          await test.step(`${field}: ${what}`, async () => {
            await fillIn(page, field, typed);
            await page.getByRole('button', { name: 'Continue to documents' }).focus();
            await pageKeyboard(page).press('Enter');
            await expect(input, what).toHaveAttribute('aria-invalid', 'true');
            expect(await noteOf(page, field), what).toMatch(says);
            await expect(input, what).toBeFocused();
            expect(await input.inputValue(), what).toBe(typed);
            await expect(page.locator('main')).toHaveAttribute('data-screen', 'answers');
            await expect.poll(async () => (await keptAnswers(page))[field], what).toBe(typed);
            expect(await askCore(page, 'confirmDocuments'), what).toEqual({
              ok: false,
              error: { kind: 'answers-incomplete' },
            });
          });
        }
        // The same way on is open once the field is right again: it was the bad answer that closed it.
        await fillIn(page, field, well[field] ?? '');
        await page.getByRole('button', { name: 'Continue to documents' }).focus();
        await pageKeyboard(page).press('Enter');
        await waitForScreen(page, 'documents');
        await expect.poll(async () => (await keptAnswers(page))[field], field).toBe(well[field] ?? '');
      }
      expect(await askCore(page, 'confirmDocuments')).toMatchObject({ ok: true });
    },
  );
}

test(
  'a date that does not exist in its year, and one a day ahead of today, are told at the day',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    await bringTo('answers', page, WILHELMINA);
    const now = new Date();
    // The next day by the calendar: where clocks are changed, one has 23 or 25 hours.
    const ahead = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    const dates = [
      { day: '29', month: '2', year: '2023', at: 'birthDay', says: /date doesn’t exist/ },
      { day: '31', month: '4', year: '1990', at: 'birthDay', says: /date doesn’t exist/ },
      {
        day: String(ahead.getDate()),
        month: String(ahead.getMonth() + 1),
        year: String(ahead.getFullYear()),
        // On the last day of a month or a year the month or the year is what is told.
        at: null,
        says: /in the future/,
      },
    ] as const;
    await fillIn(page, 'name', WILHELMINA.name);
    for (const { day, month, year, at, says } of dates) {
      await fillIn(page, 'birthDay', day);
      await fillIn(page, 'birthMonth', month);
      await fillIn(page, 'birthYear', year);
      await pageKeyboard(page).press('Enter');
      await expect(page.locator('#birthDate-note')).toContainText(says);
      if (at !== null) await expect(page.locator(`#answer-${at}`)).toHaveAttribute('aria-invalid', 'true');
      await expect(page.locator('main')).toHaveAttribute('data-screen', 'answers');
    }
  },
);

test(
  'more than the core takes: 501 characters stay in the field, are told, and are not kept',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    await bringTo('documents', page, WILHELMINA);
    await page.keyboard.press('Escape');
    await waitForScreen(page, 'answers');
    const tooLong = 'A'.repeat(501);
    await fillIn(page, 'name', tooLong);
    await page.getByRole('button', { name: 'Continue to documents' }).focus();
    await pageKeyboard(page).press('Enter');
    expect(await noteOf(page, 'name')).toMatch(/letters too long/);
    expect(await page.locator('#answer-name').inputValue()).toBe(tooLong);
    await expect(page.locator('main')).toHaveAttribute('data-screen', 'answers');
    expect(await askCore(page, 'answer', { field: 'name', typed: tooLong })).toEqual({
      ok: false,
      error: { kind: 'malformed' },
    });
  },
);

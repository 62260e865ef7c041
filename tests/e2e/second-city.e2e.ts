import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer, nameCard, pageKeyboard, takePhoto, waitForScreen } from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { openApplication } from '../support/kiosk/core-calls.ts';
import { expectCounts, nextStart } from '../support/kiosk/endings.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { readShippedPolicy } from '../support/kiosk/shipped-policy.ts';
import { LONG } from '../support/long.ts';
import { wordsIn } from '../support/paper/paper-words.ts';
import { expect, test } from './fixtures.ts';

/** Another title, a document more, the day before the month, the gender asked first and needed, no emergency contact, the library number last. */
function policyOfQuayside(): string {
  const shipped = readShippedPolicy();
  const { card, documents, fields } = shipped;
  const [first] = documents;
  const asked = ['gender', 'birthDate', 'name', 'chosenName', 'emergencyContact', 'libraryNumber'] as const;
  const inOrder = asked.flatMap((name) => fields.filter(({ field }) => field === name));
  return JSON.stringify({
    ...shipped,
    id: 'quayside',
    card: {
      ...card,
      issuer: 'Quayside',
      title: 'Town Card',
      returnLine: 'Any ferry of Quayside',
      design: 'quay',
    },
    documents: [...documents, { ...first, id: 'ferry-pass', name: { en: 'Ferry pass with photo' } }],
    fields: inOrder.map((each) => {
      if (each.field === 'emergencyContact') return { ...each, use: 'off' };
      if (each.field === 'birthDate') return { ...each, order: 'day-month-year' };
      return each.field === 'gender'
        ? { ...each, use: 'required', label: { en: 'Gender on the card' } }
        : each;
    }),
  });
}

// About 7 s.
// The form by a policy is in `renderer/application` and `shared/programme`, the card in tests/print.
test(
  'another city’s policy, and nothing else, makes its form, its documents and its card',
  LONG,
  async ({ openKiosk }) => {
    const folder = mkdtempSync(join(tmpdir(), 'counterfoil-e2e-policy-'));
    const policyPath = join(folder, 'policy.json');
    writeFileSync(policyPath, policyOfQuayside());
    const kiosk = await openKiosk({ policyPath, cardFolder: folder });
    const session = await kiosk.signedIn();
    const { page } = session;
    const keys = pageKeyboard(page);
    await keys.press('Enter');
    await waitForScreen(page, 'answers');
    const labels = page.locator('main form label');
    await expect(labels).toHaveText([
      'Gender on the card',
      'Day of birth',
      'Month',
      'Year',
      'Name on the card',
      'Chosen name',
      'Library number',
    ]);
    await expect(page.locator('#answer-gender')).toBeFocused();
    await expect(page.locator('#answer-gender')).toHaveAttribute('aria-required', 'true');
    await expectAccessible(page, 'the form of another city');
    // Enter goes through what is needed, in this city's order, and then asks for what is missing.
    await keys.press('Enter');
    await expect(page.locator('#answer-birthDay')).toBeFocused();
    await page.locator('#answer-name').focus();
    await keys.press('Enter');
    await expect(page.getByRole('alert')).toContainText(
      'Gender on the card · Day of birth · Birth month · Birth year',
    );
    await expect(page.locator('#answer-gender')).toBeFocused();
    await keepPicture(page, 'another-city-answers');
    await answer(page, keys, WILHELMINA);
    await waitForScreen(page, 'documents');
    for (const letters of ['ferry', 'rent']) {
      await keys.type(letters);
      await keys.press(' ');
    }
    await keys.press('Enter');
    await takePhoto(page, keys);
    await keepPicture(page, 'another-city-check');
    await expect(page.locator('[data-read-back]')).toHaveCount(5);
    await keys.press('Enter');
    await nameCard(page);
    const card = wordsIn(readFileSync(join(folder, 'card.pdf')));
    expect(card).toMatch(/town card/i);
    expect(card).toMatch(/quayside/i);
    // The words that are looked for in vain are of the same kind as those that are there.
    expect(card).toContain('Mina');
    expect(card).not.toMatch(/municipal id|harbor city|quillfeather/i);
    expect((await openApplication(page)).answers).toMatchObject({ gender: 'woman', emergencyName: '' });
    await keys.press('F12');
    await expectCounts((await nextStart(kiosk, session)).page, { issued: 1, spoiled: 0, wiped: 1 });
    rmSync(folder, { recursive: true });
  },
);

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { checkAnswers, emptyAnswers } from '../../../shared/application/answers.ts';
import { cardDataFrom } from '../../../shared/programme/card-data-from.ts';
import { harborCity } from '../../../shared/programme/harbor-city.test-support.ts';
import { makeFontFolder } from '../../lib/drawing/font-folder.test-support.ts';
import { drawnPhoto } from '../../lib/drawing/photo.test-support.ts';
import { cardSoFar, createPreviewDrawing } from './preview.ts';
import { anyAnswers, GOOD, recordWith, TODAY } from './record.test-support.ts';

const folder = mkdtempSync(join(tmpdir(), 'counterfoil-preview-'));
afterAll(() => rmSync(folder, { recursive: true }));
const drawing = createPreviewDrawing(makeFontFolder(join(folder, 'fonts')));

describe('the card so far', () => {
  it('exists for whatever was typed', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const card = cardSoFar(recordWith({ answers }), TODAY);
        expect(card.issuedOn).toEqual(TODAY);
        if (checkAnswers(answers, harborCity.fields, TODAY).ok) expect(card.birthDate).not.toBeNull();
      }),
      { numRuns: process.env.COUNTERFOIL_ALL === '1' ? 2000 : 250 },
    );
  });

  it('is the card that is printed, once all answers hold', () => {
    let valid = 0;
    fc.assert(
      fc.property(fc.oneof(anyAnswers, fc.constant({ ...GOOD, libraryNumber: '1234 5678' })), (answers) => {
        const checked = checkAnswers(answers, harborCity.fields, TODAY);
        if (!checked.ok) return;
        valid += 1;
        const card = cardSoFar(recordWith({ answers }), TODAY);
        expect(card).toEqual(cardDataFrom(checked.value, harborCity, '', TODAY));
      }),
      { numRuns: process.env.COUNTERFOIL_ALL === '1' ? 500 : 150 },
    );
    expect(valid).toBeGreaterThan(0);
  });

  it('shows every answer that holds as it will be printed, while others are still missing', () => {
    const answers = {
      ...GOOD,
      name: '',
      libraryNumber: '1234 5678',
      emergencyName: ' Ottoline  Birdwhistle ',
      emergencyPhone: '555 0100',
    };
    expect(cardSoFar(recordWith({ answers }), TODAY)).toMatchObject({
      name: '',
      libraryNumber: '12345678',
      emergencyContact: { name: 'Ottoline Birdwhistle', phone: '555 0100' },
    });
    const half = recordWith({ answers: { ...answers, emergencyPhone: '' } });
    expect(cardSoFar(half, TODAY).emergencyContact).toBeNull();
  });

  it('leaves out an answer that does not hold yet, and keeps the others', () => {
    const card = cardSoFar(
      recordWith({ answers: { ...GOOD, birthMonth: '13', gender: 'x'.repeat(80) } }),
      TODAY,
    );
    expect(card).toMatchObject({ name: GOOD.name, birthDate: null, gender: null, expiresOn: null });
  });
});

describe('the preview', () => {
  it('is drawn, or names the field, for whatever was typed', async () => {
    const kinds = new Set<string>();
    await fc.assert(
      fc.asyncProperty(anyAnswers, async (answers) => {
        const preview = await drawing.draw(recordWith({ answers }), TODAY);
        kinds.add(preview.kind);
        if (preview.kind !== 'drawn') expect(preview.field).toMatch(/^[a-zA-Z]+$/);
      }),
      { numRuns: 40 },
    );
    expect(kinds).toContain('drawn');
  });

  it.each([emptyAnswers, GOOD])('is drawn from the first letter on', async (answers) => {
    const preview = await drawing.draw(recordWith({ answers, photo: drawnPhoto() }), TODAY);
    expect(preview.kind).toBe('drawn');
  });

  it('names the character that no font has', async () => {
    const preview = await drawing.draw(recordWith({ answers: { ...GOOD, name: 'Bel 𓀀' } }), TODAY);
    expect(preview).toEqual({ kind: 'uncovered', field: 'name', character: '𓀀' });
  });

  it('reads a photo, and says of one that only looks like one that it does not', () => {
    const photo = drawnPhoto();
    expect(drawing.reads(photo, harborCity.card)).toBe(true);
    // A good header and nothing behind it.
    const hollow = Uint8Array.from(photo.subarray(0, 400_000));
    hollow.fill(0, 200);
    expect(drawing.reads(hollow, harborCity.card)).toBe(false);
    expect(drawing.reads(new Uint8Array(), harborCity.card)).toBe(false);
    drawing.forget();
    expect(drawing.reads(photo, harborCity.card)).toBe(true);
  });
});

import { describe, expect, it, test } from 'vitest';
import { eachField, type FieldName, type FieldValues, noValues } from '../application/fields.ts';
import type { CardData, CardProgramme } from './card-data.ts';
import type { Box } from './card-size.ts';
import { listCardTexts } from './card-text.ts';
import { contrast } from './colour.ts';
import { cardDesignNames } from './designs/design-names.ts';
import { sharedPlaces } from './designs/shared-places.ts';
import type { Face, FaceItem, TextItem } from './face.ts';
import { describeFaces, describeVoidFaces } from './faces.ts';
import { SAMPLE_CARD } from './sample-card.ts';
import { SAMPLE_PROGRAMME } from './sample-programme.test-support.ts';

const programmes: readonly CardProgramme[] = cardDesignNames.map((design) => ({
  ...SAMPLE_PROGRAMME,
  design,
}));
const BARE: CardData = {
  ...SAMPLE_CARD,
  number: '',
  ...noValues,
  name: SAMPLE_CARD.name,
  birthDate: SAMPLE_CARD.birthDate,
  expiresOn: null,
};

const DATE_AND_MARKS = { date: () => ({ year: 1990, month: 3, day: 14 }), mark: () => true as const };

/** As people give it; what has no line here, as long as it may be. */
const EVERYTHING: { readonly [Field in FieldName]: NonNullable<FieldValues[Field]> } = {
  ...eachField({
    ...DATE_AND_MARKS,
    text: ({ limit }) => 'n'.repeat(limit),
    digits: ({ maximum }) => '8'.repeat(maximum),
    contact: ({ limit }) => ({ name: 'n'.repeat(limit), phone: '+1 (555) 010-0123' }),
  }),
  name: SAMPLE_CARD.name,
  gender: 'Non-binary',
  chosenName: 'Billie',
  libraryNumber: '2 1998 00412 3345',
  emergencyContact: { name: 'Thaddeus Okonkwo', phone: '+1 (555) 010-0123' },
  height: '5 ft 7 in',
  eyeColor: 'Brown',
  languages: 'Haitian Creole, English',
  medicalNote: 'Penicillin allergy',
};

/** Of each shared place either side, and everything else that there is. */
const fullest: readonly CardData[] = [0, 1].map((side) => {
  const left = sharedPlaces.flatMap((places) => places[side] ?? []);
  return { ...SAMPLE_CARD, ...EVERYTHING, ...Object.fromEntries(left.map((field) => [field, null])) };
});

function textsOf(face: Face): readonly TextItem[] {
  return face.items.flatMap((item) => (item.kind === 'text' ? [item] : []));
}

function textOf(face: Face, field: TextItem['field']): string | undefined {
  return textsOf(face).find((item) => item.field === field)?.text;
}

function isIn([x, y]: readonly [number, number], box: Box): boolean {
  return x > box.xMm && x < box.xMm + box.widthMm && y > box.yMm && y < box.yMm + box.heightMm;
}

function hasKind(face: Face, kind: FaceItem['kind']): boolean {
  return face.items.some((item) => item.kind === kind);
}

describe.each(programmes)('in the design $design', (programme) => {
  const faces = describeFaces(SAMPLE_CARD, programme);
  const bare = describeFaces(BARE, programme);
  const sides = [faces.front, faces.back];

  it('has two faces that are CR80', () => {
    for (const face of sides) {
      expect({ widthMm: face.widthMm, heightMm: face.heightMm }).toEqual({ widthMm: 85.6, heightMm: 53.98 });
    }
  });

  it('says on the front who and until when', () => {
    expect(textOf(faces.front, 'name')).toBe('Wilhelmina Featherstonehaugh-Okonkwo');
    expect(textOf(faces.front, 'chosenName')).toBe('Billie');
    expect(textOf(faces.front, 'birthDate')).toBe('14 MAR 1990');
    expect(textOf(faces.front, 'gender')).toBe('Non-binary');
    expect(textOf(faces.front, 'issuedOn')).toBe('24 NOV 2026');
    expect(textOf(faces.front, 'expiresOn')).toBe('23 NOV 2031');
    expect(textOf(faces.front, 'number')).toBe('K7Q 29M XT6K');
    expect(textOf(faces.front, 'issuer')).toBe('Harbor City');
    expect(textOf(faces.front, 'title')).toBe('Municipal ID');
    expect(hasKind(faces.front, 'photo')).toBe(true);
  });

  it('helps on the back in an accident and brings the card home', () => {
    expect(textOf(faces.back, 'emergencyName')).toBe('Thaddeus Okonkwo');
    expect(textOf(faces.back, 'emergencyPhone')).toBe('+1 (555) 010-0123');
    expect(textOf(faces.back, 'libraryNumber')).toBe('2 1998 00412 3345');
    expect(textOf(faces.back, 'returnLine')).toContain('1 Quay Street');
    expect(textOf(faces.back, 'number')).toBe('K7Q 29M XT6K');
    expect(hasKind(faces.back, 'code')).toBe(true);
    expect(faces.back.items.find((item) => item.kind === 'barcode')).toMatchObject({
      field: 'libraryNumber',
      symbology: 'code128',
      text: '2 1998 00412 3345',
    });
  });

  it('has a place for every field that there is, whatever its kind', () => {
    const every: CardData = {
      ...SAMPLE_CARD,
      ...eachField({
        ...DATE_AND_MARKS,
        text: ({ inputs }) => inputs[0],
        digits: () => '123456',
        contact: ({ inputs: [name, phone] }) => ({ name, phone }),
      }),
      name: 'name',
    };
    const { front, back } = describeFaces(every, programme);
    const printed = [...textsOf(front), ...textsOf(back)].map(({ field }) => field);
    for (const { field } of listCardTexts(every)) expect(printed).toContain(field);
    expect(printed).toEqual(expect.arrayContaining(['veteran', 'organDonor']));
  });

  it('has neither value nor label of what the applicant left out', () => {
    const labels = [...textsOf(bare.front), ...textsOf(bare.back)].flatMap((item) =>
      item.field === 'label' ? [item.text] : [],
    );
    expect(labels).toEqual(['BORN', 'ISSUED', 'EXPIRES', expect.stringMatching(/^IF FOUND, /u)]);
    expect(textOf(bare.front, 'expiresOn')).toBe('NEVER');
    expect(hasKind(bare.back, 'code')).toBe(false);
    expect(hasKind(bare.back, 'barcode')).toBe(false);
  });

  it('carries no barcode where the programme wants none, and the number all the same', () => {
    const { back } = describeFaces(SAMPLE_CARD, { ...programme, barcode: 'none' });
    expect(hasKind(back, 'barcode')).toBe(false);
    expect(textOf(back, 'libraryNumber')).toBe('2 1998 00412 3345');
  });

  it('does not guess in the preview of unfinished answers: neither birth date nor validity', () => {
    const unfinished = describeFaces({ ...SAMPLE_CARD, birthDate: null }, programme);
    expect(textOf(unfinished.front, 'birthDate')).toBeUndefined();
    expect(textOf(unfinished.front, 'expiresOn')).toBeUndefined();
  });

  it('keeps the shape in which the photo was taken', () => {
    const photo = faces.front.items.find((item) => item.kind === 'photo');
    expect(photo && photo.widthMm / photo.heightMm).toBeCloseTo(480 / 600, 10);
  });

  it('keeps texts 3 mm clear of every edge, and no two in one place, also of the fullest cards', () => {
    const full = fullest.flatMap((card) => Object.values(describeFaces(card, programme)));
    for (const face of [...sides, bare.front, bare.back, ...full]) {
      const texts = textsOf(face);
      for (const [index, one] of texts.entries()) {
        expect(one.xMm).toBeGreaterThanOrEqual(3);
        expect(one.yMm).toBeGreaterThanOrEqual(3);
        expect(one.xMm + one.widthMm).toBeLessThanOrEqual(face.widthMm - 3);
        expect(one.yMm + one.heightMm).toBeLessThanOrEqual(face.heightMm - 3);
        for (const other of texts.slice(index + 1)) {
          const isBeside = one.xMm + one.widthMm <= other.xMm || other.xMm + other.widthMm <= one.xMm;
          const isApart = one.yMm + one.heightMm <= other.yMm || other.yMm + other.heightMm <= one.yMm;
          expect(isBeside || isApart, `"${one.text}" and "${other.text}"`).toBe(true);
        }
      }
    }
  });

  it('sets personal data in pure black, and labels in capitals at least 1.6 mm tall', () => {
    const ours = new Set(['label', 'issuer', 'title']);
    for (const item of sides.flatMap(textsOf)) {
      if (!ours.has(item.field)) expect(item.colour).toBe('#000000');
      if (item.field === 'label') {
        expect(item.text).toBe(item.text.toUpperCase());
        expect(item.fit.floorMm * 0.714).toBeGreaterThanOrEqual(1.6);
      }
    }
  });

  it('has the perforation on the same edge of the card, seen from both sides', () => {
    const [front, back] = sides.map((face) =>
      face.items.flatMap((item) => (item.kind === 'perforation' ? [item.xMm] : [])),
    );
    expect(front?.[0]).toBeLessThan(3);
    expect((front?.[0] ?? 0) + (back?.[0] ?? 0)).toBeCloseTo(85.6, 10);
  });

  it('reaches over all edges by the most bleed there is', () => {
    for (const { items, widthMm, heightMm } of sides) {
      const points = items.flatMap((item) => (item.kind === 'strokes' ? item.paths.flat() : []));
      expect(Math.min(...points.map(([x]) => x))).toBeLessThan(-2);
      expect(Math.max(...points.map(([x]) => x))).toBeGreaterThan(widthMm + 2);
      expect(Math.max(...points.map(([, y]) => y))).toBeGreaterThan(heightMm + 2);
      const [sheet] = items;
      expect(sheet).toMatchObject({ kind: 'rectangle', xMm: -3, yMm: -3, widthMm: 91.6, heightMm: 59.98 });
    }
  });

  it('draws lines behind black text too pale to disturb it', () => {
    for (const face of sides) {
      const texts = textsOf(face).filter(({ colour }) => colour === '#000000');
      let pale = 0;
      for (const [index, item] of face.items.entries()) {
        if (item.kind !== 'strokes') continue;
        if (contrast(item.colour, '#000000') > 14) {
          pale += 1;
          continue;
        }
        const above = face.items.slice(index).flatMap((later) => (later.kind === 'rectangle' ? [later] : []));
        const seen = item.paths.flat().filter((point) => !above.some((area) => isIn(point, area)));
        const disturbed = texts.filter((text) => seen.some((point) => isIn(point, text)));
        expect(disturbed.map(({ field }) => field)).toEqual([]);
      }
      expect(pale).toBeGreaterThan(0);
    }
  });

  it('has a seal in lines that print, and no line so wide that it is an area', () => {
    for (const face of sides) {
      const strokes = face.items.flatMap((item) => (item.kind === 'strokes' ? [item.strokeMm] : []));
      expect(strokes.length).toBeGreaterThan(2);
      expect(Math.min(...strokes)).toBeGreaterThanOrEqual(25.4 / 300);
      expect(Math.max(...strokes)).toBeLessThanOrEqual(0.3);
    }
  });

  it('sets dark words on a light accent', () => {
    const light = describeFaces(SAMPLE_CARD, { ...programme, accent: '#F2C14E' });
    const title = textsOf(light.front).find((item) => item.field === 'title');
    expect(title?.colour).toBe('#000000');
  });
});

test('the designs differ in more than their colours', () => {
  const [harbor, quay] = programmes.map((programme) => describeFaces(SAMPLE_CARD, programme).front);
  if (harbor === undefined || quay === undefined) throw new Error('two designs');
  const places = (face: Face): string =>
    JSON.stringify(textsOf(face).map(({ field, xMm, yMm, sizeMm }) => [field, xMm, yMm, sizeMm]));
  expect(places(harbor)).not.toBe(places(quay));
  const photoOf = (face: Face) => face.items.find((item) => item.kind === 'photo')?.xMm;
  expect(photoOf(harbor)).toBeLessThan(20);
  expect(photoOf(quay)).toBeGreaterThan(50);
});

describe.each(programmes)('a card of practice in the design $design', (programme) => {
  const { front, back } = describeVoidFaces({ ...SAMPLE_CARD, number: 'VOIDM7XT' }, programme);

  it.each([
    ['front', front],
    ['back', back],
  ] as const)('is marked last of all on its %s, over photo and texts', (_side, face) => {
    const [halo, mark] = face.items.slice(-2);
    if (halo?.kind !== 'strokes' || mark?.kind !== 'strokes') throw new Error('no mark');
    const points = mark.paths.flat();
    const span = (axis: 0 | 1): number =>
      Math.max(...points.map((point) => point[axis])) - Math.min(...points.map((point) => point[axis]));
    expect(span(0)).toBeGreaterThan(face.widthMm / 2);
    expect(span(1)).toBeGreaterThan(face.heightMm / 2);
    expect(points.every((point) => isIn(point, { xMm: 2, yMm: 2, widthMm: 81.6, heightMm: 50 }))).toBe(true);
    expect(halo.strokeMm).toBeGreaterThan(mark.strokeMm);
    // Halo and mark are the same word, and lie on what is there for everybody.
    expect(halo.paths).toEqual(mark.paths);
  });

  it('says what it is in words as well, and has nothing that a machine reads', () => {
    expect(textOf(front, 'title')).toBe('PRACTICE CARD');
    expect(textOf(back, 'returnLine')).toBe('Practice card. It is void.');
    expect(textOf(front, 'number')).toBe('VOID M7XT');
    for (const kind of ['code', 'barcode'] as const) expect(hasKind(back, kind)).toBe(false);
  });

  it('bears no number that would be valid, whoever wrote one', () => {
    const forged = describeVoidFaces(SAMPLE_CARD, programme);
    expect([textOf(forged.front, 'number'), textOf(forged.back, 'number')]).toEqual([undefined, undefined]);
  });
});

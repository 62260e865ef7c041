import { expect, test } from 'vitest';
import { contrast } from './colour.ts';
import type { Face, TextItem } from './face.ts';
import { describeFaces } from './faces.ts';
import { SAMPLE_CARD, SAMPLE_PROGRAMME } from './sample-card.ts';

const faces = describeFaces(SAMPLE_CARD, SAMPLE_PROGRAMME);
const bare = describeFaces(
  {
    ...SAMPLE_CARD,
    number: '',
    chosenName: null,
    gender: null,
    emergencyContact: null,
    libraryNumber: null,
    expiresOn: null,
  },
  SAMPLE_PROGRAMME,
);

function textsOf(face: Face): readonly TextItem[] {
  return face.items.flatMap((item) => (item.kind === 'text' ? [item] : []));
}

function textOf(face: Face, field: TextItem['field']): string | undefined {
  return textsOf(face).find((item) => item.field === field)?.text;
}

test('both faces are CR80', () => {
  for (const face of [faces.front, faces.back]) {
    expect({ widthMm: face.widthMm, heightMm: face.heightMm }).toEqual({ widthMm: 85.6, heightMm: 53.98 });
  }
});

test('the front says who and until when', () => {
  expect(textOf(faces.front, 'name')).toBe('Wilhelmina Featherstonehaugh-Okonkwo');
  expect(textOf(faces.front, 'chosenName')).toBe('Billie');
  expect(textOf(faces.front, 'birthDate')).toBe('14 MAR 1990');
  expect(textOf(faces.front, 'gender')).toBe('Non-binary');
  expect(textOf(faces.front, 'issuedOn')).toBe('24 NOV 2026');
  expect(textOf(faces.front, 'expiresOn')).toBe('23 NOV 2031');
  expect(textOf(faces.front, 'number')).toBe('K7Q 29M XT6K');
  expect(textOf(faces.front, 'issuer')).toBe('Harbor City');
});

test('the back helps in an accident and brings the card home', () => {
  expect(textOf(faces.back, 'emergencyContactName')).toBe('Thaddeus Okonkwo');
  expect(textOf(faces.back, 'emergencyContactPhone')).toBe('+1 (555) 010-0123');
  expect(textOf(faces.back, 'libraryNumber')).toBe('2 1998 00412 3345');
  expect(textOf(faces.back, 'returnLine')).toContain('1 Quay Street');
  expect(faces.back.items.some((item) => item.kind === 'code')).toBe(true);
});

test('what the applicant left out leaves neither value nor label', () => {
  const labels = [...textsOf(bare.front), ...textsOf(bare.back)].flatMap((item) =>
    item.field === 'label' ? [item.text] : [],
  );
  expect(labels).toEqual(['BORN', 'ISSUED', 'EXPIRES', 'IF FOUND, PLEASE RETURN TO']);
  expect(textOf(bare.front, 'expiresOn')).toBe('NEVER');
  expect(bare.back.items.some((item) => item.kind === 'code')).toBe(false);
});

test('the preview of unfinished answers does not guess: neither birth date nor validity', () => {
  const unfinished = describeFaces({ ...SAMPLE_CARD, birthDate: null }, SAMPLE_PROGRAMME);
  expect(textOf(unfinished.front, 'birthDate')).toBeUndefined();
  expect(textOf(unfinished.front, 'expiresOn')).toBeUndefined();
});

test('the photo keeps the shape in which it was taken', () => {
  const photo = faces.front.items.find((item) => item.kind === 'photo');
  expect(photo && photo.widthMm / photo.heightMm).toBeCloseTo(480 / 600, 10);
});

test('texts stay 3 mm clear of every edge and never share a place', () => {
  for (const face of [faces.front, faces.back, bare.front, bare.back]) {
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

test('personal data is pure black and labels are capitals at least 1.6 mm tall', () => {
  const design = new Set(['label', 'issuer', 'title']);
  for (const item of [...textsOf(faces.front), ...textsOf(faces.back)]) {
    if (!design.has(item.field)) expect(item.colour).toBe('#000000');
    if (item.field === 'label') {
      expect(item.text).toBe(item.text.toUpperCase());
      expect(item.fit.floorMm * 0.714).toBeGreaterThanOrEqual(1.6);
    }
  }
});

test('the code has bare white around it, as wide as four modules, and modules of whole dots at 300 dpi', () => {
  const [code] = faces.back.items.flatMap((item) => (item.kind === 'code' ? [item] : []));
  const panel = faces.back.items.findLast((item) => item.kind === 'rectangle');
  if (code === undefined || panel?.kind !== 'rectangle') throw new Error('no code or no panel');
  const moduleMm = code.sizeMm / code.modules.length;
  expect((moduleMm / 25.4) * 300).toBeCloseTo(12, 6);
  const quietMm = 4 * moduleMm - 1e-9;
  expect(panel.xMm + panel.widthMm - (code.xMm + code.sizeMm)).toBeGreaterThanOrEqual(quietMm);
  for (const item of textsOf(faces.back)) {
    const isBelow = item.yMm - (code.yMm + code.sizeMm) >= quietMm;
    const isRight = item.xMm - (code.xMm + code.sizeMm) >= quietMm;
    expect(isBelow || isRight, item.text).toBe(true);
  }
  // To the left and above, the card ends before four modules do; the scanner sees the card's own white.
  expect(code.xMm).toBeGreaterThanOrEqual(quietMm);
  expect(code.yMm).toBeGreaterThanOrEqual(quietMm);
});

test('the perforation is the same edge of the card seen from both sides', () => {
  const edge = (face: Face): number[] =>
    face.items.flatMap((item) => (item.kind === 'perforation' ? [item.xMm] : []));
  const [front] = edge(faces.front);
  const [back] = edge(faces.back);
  expect(front).toBeLessThan(3);
  expect((front ?? 0) + (back ?? 0)).toBeCloseTo(faces.front.widthMm, 10);
});

test('the ground reaches over all edges, and its lines stay too pale to disturb black text', () => {
  for (const face of [faces.front, faces.back]) {
    const ground = face.items.find((item) => item.kind === 'strokes');
    if (ground?.kind !== 'strokes') throw new Error('no ground');
    const points = ground.paths.flat();
    expect(Math.min(...points.map(([x]) => x))).toBeLessThan(0);
    expect(Math.max(...points.map(([x]) => x))).toBeGreaterThan(face.widthMm);
    expect(Math.max(...points.map(([, y]) => y))).toBeGreaterThan(face.heightMm);
    expect(contrast(ground.colour, '#000000')).toBeGreaterThan(14);
  }
});

test('a light accent gets dark words on it', () => {
  const light = describeFaces(SAMPLE_CARD, { ...SAMPLE_PROGRAMME, accent: '#F2C14E' });
  expect(textsOf(light.front).find((item) => item.field === 'issuer')?.colour).toBe('#000000');
});

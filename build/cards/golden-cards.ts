import type { DrawnFace } from '../../renderer/photo/paint-face.ts';
import { noValues } from '../../shared/application/fields.ts';
import type { CardData, CardProgramme } from '../../shared/card/card-data.ts';
import { type CardDesignName, cardDesignNames } from '../../shared/card/designs/design-names.ts';
import { describeFaces, type Faces } from '../../shared/card/faces.ts';
import { drawFace } from './drawn-face.ts';

/** The scripts whose names a card must carry. */
export const scripts = ['latin', 'cyrillic', 'han', 'arabic', 'devanagari'] as const;
export type Script = (typeof scripts)[number];

interface Person {
  readonly card: CardData;
  readonly face: DrawnFace;
}

const ISSUED = { year: 2026, month: 11, day: 24 } as const;
const EXPIRES = { year: 2031, month: 11, day: 23 } as const;

/** Invented, all of them: the names, the numbers (555 is kept free for stories) and the faces. */
const people: Readonly<Record<Script, Person>> = {
  latin: {
    card: {
      ...noValues,
      number: 'K7Q29MXT6K',
      name: 'Wilhelmina Featherstonehaugh-Okonkwo',
      chosenName: 'Billie',
      birthDate: { year: 1990, month: 3, day: 14 },
      gender: 'Non-binary',
      emergencyContact: { name: 'Thaddeus Okonkwo', phone: '+1 (555) 010-0123' },
      libraryNumber: '21998004123345',
      issuedOn: ISSUED,
      expiresOn: EXPIRES,
    },
    face: { skin: '#D9A178', shade: '#B9805E', hair: '#4A2E20', cloth: '#34506B', wears: 'short' },
  },
  cyrillic: {
    card: {
      ...noValues,
      number: 'H7K29MXT4Y',
      name: 'Александра Тихомирова-Заозёрская',
      chosenName: null,
      birthDate: { year: 1958, month: 7, day: 2 },
      gender: 'женщина',
      emergencyContact: { name: 'Ярослав Тихомиров', phone: '+1 (555) 010-0177' },
      libraryNumber: '2199800555',
      issuedOn: ISSUED,
      expiresOn: null,
    },
    face: { skin: '#EBC3A2', shade: '#CB9B7A', hair: '#B9B4AC', cloth: '#6B3448', wears: 'bun' },
  },
  han: {
    card: {
      ...noValues,
      number: 'M4T7WXK29C',
      name: '欧阳晓明',
      chosenName: 'Xiaoming Ouyang',
      birthDate: { year: 2003, month: 12, day: 30 },
      gender: '男',
      emergencyContact: { name: '欧阳海', phone: '+1 (555) 010-0142' },
      libraryNumber: '21998004120017',
      issuedOn: ISSUED,
      expiresOn: EXPIRES,
    },
    face: { skin: '#E8BE94', shade: '#C69A70', hair: '#1E1A1A', cloth: '#2F6B57', wears: 'short' },
  },
  arabic: {
    card: {
      ...noValues,
      number: 'R9Y3TKMWQ7',
      name: 'ليلى عبد الرحمن Haddad المرفئي',
      chosenName: 'Layla',
      birthDate: { year: 1984, month: 1, day: 9 },
      gender: 'أنثى',
      emergencyContact: { name: 'يوسف Haddad', phone: '+1 (555) 010-0168' },
      libraryNumber: '21998004177',
      issuedOn: ISSUED,
      expiresOn: EXPIRES,
    },
    face: { skin: '#D3A27C', shade: '#AF7E5B', hair: '#2B1D18', cloth: '#7A5B93', wears: 'scarf' },
  },
  devanagari: {
    card: {
      ...noValues,
      number: 'T3CYKR7M9N',
      name: 'श्रीनिवास वेंकटराघवन बंदरगाहकर',
      chosenName: 'श्री',
      birthDate: { year: 1971, month: 9, day: 18 },
      gender: null,
      emergencyContact: { name: 'ऋतुपर्णा वेंकटराघवन', phone: '+1 (555) 010-0199' },
      libraryNumber: null,
      issuedOn: ISSUED,
      expiresOn: EXPIRES,
    },
    face: { skin: '#9C6B48', shade: '#7C5236', hair: '#1B1614', cloth: '#B9772F', wears: 'long' },
  },
};

const programmes: Readonly<Record<CardDesignName, CardProgramme>> = {
  harbor: {
    issuer: 'Harbor City',
    title: 'Municipal ID',
    returnLine: 'Any Harbor City library, or City Hall, 1\u00A0Quay\u00A0Street',
    accent: '#0B5C63',
    design: 'harbor',
    barcode: { field: 'libraryNumber', symbology: 'code128' },
    bleedMm: 0,
  },
  quay: {
    issuer: 'Harbor City',
    title: 'Municipal ID',
    returnLine: 'Harbor City Hall, Resident Services, 1\u00A0Quay\u00A0Street, Harbor City',
    accent: '#243B6B',
    design: 'quay',
    barcode: { field: 'libraryNumber', symbology: 'pdf417' },
    bleedMm: 0,
  },
};

/** One card of the collection in docs/cards. */
export interface GoldenCard {
  readonly design: CardDesignName;
  readonly script: Script;
  readonly card: CardData;
  readonly faces: Faces;
  readonly photo: Uint8Array;
}

/** Every design with a name in every script. */
export function goldenCards(): readonly GoldenCard[] {
  return cardDesignNames.flatMap((design) =>
    scripts.map((script): GoldenCard => {
      const { card, face } = people[script];
      return { design, script, card, faces: describeFaces(card, programmes[design]), photo: drawFace(face) };
    }),
  );
}

/** The name of a golden picture in docs/cards. */
export function goldenName({ design, script }: GoldenCard, side: 'front' | 'back'): string {
  return `${design}-${script}-${side}.png`;
}

import { expect, test } from 'vitest';
import { type AccentOffer, accentStep, accentsOf, formsOn } from './accents.ts';

const offer = (letter: string, page = 0): AccentOffer => ({ letter, page });
const press = (key: string, repeat = false) => ({ key, repeat, withModifier: false });

test('each form of a letter is one that people see, and none is there twice', () => {
  for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ') {
    const forms = accentsOf(letter);
    expect(new Set(forms).size).toBe(forms.length);
    for (const form of forms) expect([...new Intl.Segmenter().segment(form)]).toHaveLength(1);
  }
});

test('capitals get capitals', () => {
  expect(accentsOf('E')[0]).toBe('É');
  expect(accentsOf('S')).not.toContain('SS');
});

test('holding a letter offers its forms and types no more of it', () => {
  expect(accentStep(null, press('e'))).toEqual({ kind: 'pass' });
  expect(accentStep(null, press('e', true))).toEqual({ kind: 'offer', offer: offer('e') });
  expect(accentStep(offer('e'), press('e', true))).toEqual({ kind: 'swallow' });
});

test('a letter without forms repeats as ever', () => {
  expect(accentStep(null, press('q', true))).toEqual({ kind: 'pass' });
});

test('a number chooses, Escape closes, another key closes and types', () => {
  expect(accentStep(offer('e'), press('2'))).toEqual({ kind: 'choose', form: 'è' });
  expect(accentStep(offer('e'), press('Escape'))).toEqual({ kind: 'close' });
  expect(accentStep(offer('e'), press('l'))).toEqual({ kind: 'close-and-pass' });
  expect(accentStep(offer('k'), press('9'))).toEqual({ kind: 'close-and-pass' });
  expect(accentStep(offer('e'), press('Shift'))).toEqual({ kind: 'pass' });
});

test('what names of Vietnam, Poland, Turkey and West Africa are written with is there, in both cases', () => {
  for (const name of [
    'Nguyễn',
    'Trần',
    'Phạm',
    'Đặng',
    'Wałęsa',
    'Żółć',
    'Şükrü',
    'İpek',
    'Adédọlápọ̀',
    'Ɔkpara',
    'Ɛyiku',
  ]) {
    for (const { segment } of new Intl.Segmenter().segment(name.normalize('NFC'))) {
      const [base = ''] = segment.normalize('NFD');
      const plain = { Ɔ: 'O', ɔ: 'o', Ɛ: 'E', ɛ: 'e', Đ: 'D', đ: 'd', ł: 'l', Ł: 'L' }[base] ?? base;
      if (segment === plain) continue;
      expect(
        accentsOf(plain).map((form) => form.normalize('NFC')),
        segment,
      ).toContain(segment);
    }
  }
});

test('0 shows the next nine, and after the last the first again; where there are no more it is a 0', () => {
  const { forms, hasMore } = formsOn(offer('e', 1));
  expect([forms[0], hasMore]).toEqual(['ế', true]);
  expect(accentStep(offer('e'), press('0'))).toEqual({ kind: 'offer', offer: offer('e', 1) });
  expect(accentStep(offer('e', 1), press('4'))).toEqual({ kind: 'choose', form: 'ễ' });
  expect(accentStep(offer('e', 2), press('0'))).toEqual({ kind: 'offer', offer: offer('e') });
  expect(accentStep(offer('k'), press('0'))).toEqual({ kind: 'close-and-pass' });
});

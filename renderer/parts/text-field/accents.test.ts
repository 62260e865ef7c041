import { expect, test } from 'vitest';
import { accentStep, accentsOf } from './accents.ts';

const press = (key: string, repeat = false) => ({ key, repeat, withModifier: false });

test('every letter has at most nine forms, each a single letter and none twice', () => {
  for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ') {
    const forms = accentsOf(letter);
    expect(forms.length).toBeLessThanOrEqual(9);
    expect(new Set(forms).size).toBe(forms.length);
    for (const form of forms) expect([...form]).toHaveLength(1);
  }
});

test('capitals get capitals', () => {
  expect(accentsOf('E')[0]).toBe('É');
  expect(accentsOf('S')).not.toContain('SS');
});

test('holding a letter offers its forms and types no more of it', () => {
  expect(accentStep(null, press('e'))).toEqual({ kind: 'pass' });
  expect(accentStep(null, press('e', true))).toEqual({ kind: 'offer', letter: 'e' });
  expect(accentStep('e', press('e', true))).toEqual({ kind: 'swallow' });
});

test('a letter without forms repeats as ever', () => {
  expect(accentStep(null, press('b', true))).toEqual({ kind: 'pass' });
});

test('a number chooses, Escape closes, another key closes and types', () => {
  expect(accentStep('e', press('2'))).toEqual({ kind: 'choose', form: 'è' });
  expect(accentStep('e', press('Escape'))).toEqual({ kind: 'close' });
  expect(accentStep('e', press('l'))).toEqual({ kind: 'close-and-pass' });
  expect(accentStep('k', press('9'))).toEqual({ kind: 'close-and-pass' });
  expect(accentStep('e', press('Shift'))).toEqual({ kind: 'pass' });
});

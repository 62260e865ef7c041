import { expect, it } from 'vitest';
import { isSource } from './watch-sources.ts';

it('a kiosk is made of sources, and of nothing else', () => {
  for (const path of [
    'keeper/main.ts',
    'clerk/answers/answers-step.tsx',
    'i18n/en.po',
    'i18n/residents/speak.ts',
    'harbor-city.json',
  ])
    expect(isSource(path), path).toBe(true);
  for (const path of [
    'keeper/staff/staff.test.ts',
    'contract/printer.test-support.ts',
    'i18n/en.ts',
    'i18n/residents/zh-Hans.ts',
    '4913',
  ])
    expect(isSource(path), path).toBe(false);
});

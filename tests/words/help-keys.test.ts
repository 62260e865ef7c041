import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { repository } from '../../build/vite/repository.ts';
import type { ScreenName } from '../../renderer/parts/screen-name.ts';
import { sectionsFor } from '../../renderer/supervisor/sections.ts';
import { speakEnglish } from '../../renderer/wording/english.test-support.ts';
import { type HelpTopic, helpInWords } from '../../renderer/wording/help/help.ts';

beforeAll(speakEnglish);

const renderer = fileURLToPath(new URL('renderer/', repository));
const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => join(renderer, file));

const read = (file: string): string => readFileSync(file, 'utf8');

/** The name of the staff that is signed in, above each screen of theirs: its keys are no step's. */
const notOfTheScreen = ['signed-in.tsx'];

/** What is drawn in another file is a part of the screen: no screen itself, and nothing that lies over it, without help. */
function isPart(file: string): boolean {
  return !notOfTheScreen.includes(basename(file)) && !/<(?:Screen|Dialog|ModalOverlay)\b/.test(read(file));
}

/** A file, and what it draws from its own folder. */
function withItsParts(file: string, seen = new Set<string>()): ReadonlySet<string> {
  seen.add(file);
  for (const [, name] of read(file).matchAll(/from '\.\/([\w-]+\.tsx)'/g)) {
    const part = join(dirname(file), name ?? '');
    if (!seen.has(part) && isPart(part)) withItsParts(part, seen);
  }
  return seen;
}

/** The keys that are written on its buttons, and those that only a hand presses. */
function keysOf(file: string): readonly string[] {
  const found = read(file).matchAll(/shortcut="(\w+)"|useHandKey\('(\w+)'/g);
  return [...found].map(([, onButton, ofHand]) => onButton ?? ofHand ?? '');
}

/** What help there is on a screen. */
function topicsOf(screen: ScreenName): readonly HelpTopic[] {
  return screen === 'supervisor' ? sectionsFor('supervisor') : [screen];
}

/** Each screen with its keys, in all states that it has. */
function keysOfScreens(): ReadonlyMap<ScreenName, ReadonlySet<string>> {
  const keys = new Map<ScreenName, Set<string>>();
  for (const file of files) {
    const named = read(file).matchAll(/<Screen\s+name="([\w-]+)"/g);
    // In these files the compiler takes nothing else for the name of a screen.
    for (const screen of new Set([...named].map(([, name]) => name as ScreenName))) {
      const ofScreen = keys.get(screen) ?? new Set();
      for (const part of withItsParts(file)) for (const key of keysOf(part)) ofScreen.add(key);
      keys.set(screen, ofScreen);
    }
  }
  return keys;
}

test('the keys on the buttons of a screen, in all of its states, stand in its help', () => {
  const screens = keysOfScreens();
  // The positive controls: phases in files of their own, and a part of a part.
  expect([...(screens.get('print') ?? [])]).toEqual(expect.arrayContaining(['F2', 'F3', 'F7', 'F8', 'F12']));
  expect([...(screens.get('hand-over') ?? [])]).toEqual(expect.arrayContaining(['F2', 'F8', 'F12']));
  const missing = [...screens].flatMap(([screen, keys]) =>
    topicsOf(screen).flatMap((topic) => {
      const wants = helpInWords(topic, null).wants.join(' ');
      return [...keys]
        .filter((key) => !new RegExp(`\\b${key}\\b`).test(wants))
        .map((key) => `${topic}: ${key}`);
    }),
  );
  expect(missing).toEqual([]);
});

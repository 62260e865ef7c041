import { expect, it } from 'vitest';
import type { CatalogMessage } from './catalog.ts';
import { indexPage } from './index-page.ts';
import { longestAmong, longestFits } from './longest-fit.ts';
import type { ShownState } from './show-state.ts';
import { indexOfWords, knownAs } from './word-index.ts';

function message(id: string, english: string, file = 'renderer/start/start.tsx'): CatalogMessage {
  return { id, english, context: null, comments: [`What ${id} is.`], files: [file] };
}

function state(name: string, ...messages: ShownState['messages']): ShownState {
  return { name, title: `The ${name}`, screen: 'start', width: 1280, height: 800, messages, papers: [] };
}

const BOX = { x: 128, y: 80, width: 64, height: 20 };
const catalog = [
  message('aaaaaa', 'Set aside'),
  message('bbbbbb', 'Sign <0>out</0>'),
  message(
    'cccccc',
    '{files, plural, one {Searched # file.} other {Searched # files.}}',
    'renderer/wording/papers/a.ts',
  ),
  message('dddddd', 'Akan, Twi', 'renderer/wording/letters/language.ts'),
  message('eeeeee', 'Front of the card'),
];
const states: readonly ShownState[] = [
  state('start', { id: 'aaaaaa', box: BOX, how: 'heard' }, { id: 'eeeeee', box: BOX, how: 'heard' }),
  state('photo', { id: 'aaaaaa', box: BOX, how: 'seen' }),
  { ...state('ended'), papers: [{ paper: {}, messages: ['cccccc'] }] },
];
const fits = longestAmong([
  ['en', [{ id: 'aaaaaa', english: 'Set aside', translation: 'Set aside' }]],
  ['pl', [{ id: 'aaaaaa', english: 'Set aside', translation: 'Odłożyć na bok' }]],
  ['hi', [{ id: 'aaaaaa', english: 'Set aside', translation: '{n, plural, one {#} other {# files}}' }]],
]);
const index = indexOfWords(catalog, states, fits);
const of = (id: string) => index.find((each) => each.id === id);

it('tells of a message where it is best seen', () => {
  expect(of('aaaaaa')?.places.map((place) => [place.state, place.how])).toEqual([
    ['photo', 'seen'],
    ['start', 'heard'],
  ]);
});

it('tells of a message on paper where it was printed', () => {
  expect(of('cccccc')?.papers).toEqual(['ended.paper.png']);
});

it('parts what is seen from what is said, printed, typed, and nowhere', () => {
  expect(index.map((each) => [each.id, knownAs(each)])).toEqual([
    ['aaaaaa', 'seen'],
    ['bbbbbb', 'nowhere'],
    ['cccccc', 'on-paper'],
    ['dddddd', 'unseen'],
    ['eeeeee', 'heard'],
  ]);
});

it('lists at the top what no state shows, with its count', () => {
  const page = indexPage(index, states);
  expect(page).toContain(
    '5 messages: 1 in 3 pictures, 1 on paper only, 1 said by screen readers only, 1 typed and never shown, 1 shown by no state.',
  );
  const top = page.slice(0, page.indexOf('id="on-paper"'));
  expect(top).toContain('<li id="bbbbbb">');
  expect(top).not.toContain('aaaaaa');
});

it('leads from what is only said to its place in a picture, and says why a word is never shown', () => {
  const page = indexPage(index, states);
  expect(page).toContain('<li><a href="#eeeeee">Front of the card</a></li>');
  expect(page).toContain('Typed at “Find a letter”');
});

it('marks the place in the picture, in parts of it, and shows a message as it is written', () => {
  const page = indexPage(index, states);
  expect(page).toContain(
    'class="first" id="photo:aaaaaa" href="#aaaaaa" title="Set aside" style="left:10.00%;top:10.00%;width:5.00%;height:2.50%"',
  );
  expect(page).toContain('Sign &lt;0&gt;out&lt;/0&gt;');
  expect(page).toContain('What aaaaaa is.');
});

it('says how long a text is that is drawn already, in whichever language it is longest', async () => {
  expect(of('aaaaaa')?.fits).toEqual({ language: 'pl', characters: 14 });
  expect(indexPage(index, states)).toContain('Longest that is drawn: 14 characters (pl).');
  // Staff read it in English.
  expect(of('dddddd')?.fits).toBeNull();
  expect((await longestFits()).size).toBeGreaterThan(150);
});

import { expect, it } from 'vitest';
import type { CatalogMessage } from './catalog.ts';
import { indexPage } from './index-page.ts';
import type { ShownState } from './show-state.ts';
import { indexOfWords } from './word-index.ts';

function message(id: string, english: string, file = 'renderer/start/start.tsx'): CatalogMessage {
  return { id, english, context: null, comments: [`What ${id} is.`], files: [file] };
}

function state(name: string, ...messages: ShownState['messages']): ShownState {
  return { name, title: `The ${name}`, screen: 'start', width: 1280, height: 800, messages };
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
  message('dddddd', 'Day', 'renderer/wording/papers/b.ts'),
];
const states = [
  state('start', { id: 'aaaaaa', box: BOX, how: 'heard' }),
  state('photo', { id: 'aaaaaa', box: BOX, how: 'seen' }),
];
const papers = [
  { picture: 'receipt.png', words: ['City Hall · November 25', 'Searched 34 files. Found none.'] },
];
const index = indexOfWords(catalog, states, papers);
const of = (id: string) => index.find((each) => each.id === id);

it('tells of a message where it is best seen', () => {
  expect(of('aaaaaa')?.places.map((place) => [place.state, place.how])).toEqual([
    ['photo', 'seen'],
    ['start', 'heard'],
  ]);
});

it('finds a message on paper by its words, with any figure in it; a word alone only where it is alone', () => {
  expect(of('cccccc')?.papers).toEqual(['receipt.png']);
  expect(of('dddddd')?.papers).toEqual([]);
  const [alone] = indexOfWords(catalog.slice(3), [], [{ picture: 'sheet.png', words: ['Day'] }]);
  expect(alone?.papers).toEqual(['sheet.png']);
});

it('lists at the top what no state shows, with its count', () => {
  const page = indexPage(index, states);
  expect(page).toContain('4 messages: 1 in 2 pictures, 1 on paper only, 2 shown by no state.');
  const top = page.slice(0, page.indexOf('id="paper"'));
  for (const id of ['bbbbbb', 'dddddd']) expect(top).toContain(`<li id="${id}">`);
  expect(top).not.toContain('aaaaaa');
});

it('marks the place in the picture, in parts of it, and shows a message as it is written', () => {
  const page = indexPage(index, states);
  expect(page).toContain(
    'class="first" id="photo:aaaaaa" href="#aaaaaa" title="Set aside" style="left:10.00%;top:10.00%;width:5.00%;height:2.50%"',
  );
  expect(page).toContain('Sign &lt;0&gt;out&lt;/0&gt;');
  expect(page).toContain('What aaaaaa is.');
});

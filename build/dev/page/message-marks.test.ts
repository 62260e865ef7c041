import { expect, it } from 'vitest';
import { markedWords, marksIn, withoutMarks } from './message-marks.ts';

it('finds a message in a message, by the ids, whatever the words are', () => {
  const inner = markedWords('B-_9z1', '8 s');
  const text = `* ${markedWords('aAbBcC', `Wait ${inner}.`)}`;
  const marks = marksIn(text);
  expect(marks.map((mark) => (mark.kind === 'start' ? mark.id : mark.kind))).toEqual([
    'aAbBcC',
    'B-_9z1',
    'end',
    'end',
  ]);
  expect(text.slice(marks[1]?.at, marks[2]?.at)).toBe('8 s');
  expect(text.slice(marks[0]?.at, marks[3]?.at)).toBe(`Wait ${inner}.`);
});

it('survives what is done to words: small letters, and no space more or less', () => {
  const [mark] = marksIn(` ${markedWords('aAbBcC', 'Birth Date')} `.toLocaleLowerCase('en').trim());
  expect(mark).toMatchObject({ kind: 'start', id: 'aAbBcC' });
});

it('finds nothing where nothing is marked', () => {
  expect(marksIn('Set aside')).toEqual([]);
});

it('gives a text back as it is read', () => {
  expect(withoutMarks(` ${markedWords('aAbBcC', `Wait ${markedWords('B-_9z1', '8 s')}.`)}`)).toBe(
    ' Wait 8 s.',
  );
});

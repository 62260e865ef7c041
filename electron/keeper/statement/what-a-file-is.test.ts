import { expect, it } from 'vitest';
import { whatItIs } from './what-a-file-is.ts';

it.each([
  ['lines and tabs', Buffer.from('Minutes of the meeting\r\n\tof 12 May'), 'text'],
  ['a letter that is cut off', Buffer.from('Zephyrina Müll').subarray(0, 12), 'text'],
  ['a zero byte', Buffer.from('Zephyrina\0Vandersloot'), 'other'],
  ['a delete', Buffer.from('Zephyrina\x7fVandersloot'), 'other'],
  ['a control character of two bytes', Buffer.from('Zephyrina\u0085Vandersloot'), 'other'],
  ['a byte that is no letter', Buffer.from([0x41, 0xff, 0x41]), 'other'],
  ['a mark before zero bytes', Buffer.from('504b030400000000', 'hex'), 'archive'],
  ['half a mark', Buffer.from('504b', 'hex'), 'text'],
])('what has %s is known by its first bytes', (_what, head, expected) => {
  expect(whatItIs('found', head.length, head)).toBe(expected);
});

it.each([
  ['a database', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(100)]), 'database'],
  ['a memory dump', Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(100, 4)]), 'core-dump'],
  ['zeros, as a journal is left with,', Buffer.alloc(100), 'journal'],
  ['nothing', Buffer.alloc(0), 'journal'],
])('the name of a journal does not hide %s', (_what, head, expected) => {
  expect(whatItIs('vault.db-journal', head.length, head)).toBe(expected);
});

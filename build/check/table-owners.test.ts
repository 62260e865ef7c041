import { expect, it } from 'vitest';
import { strayQueries } from './table-owners.ts';

const schema = {
  path: 'vault/schema.ts',
  text: 'CREATE TABLE kiosk (a) STRICT; CREATE TABLE room (b) STRICT;',
};

it('lets owners speak of their tables, and prose of anything', () => {
  const owner = { path: 'kiosk/kiosk-row.ts', text: "prepare('SELECT a FROM kiosk')" };
  const prose = { path: 'staff/anywhere.ts', text: '// What came from kiosk and room, into kiosk.' };
  expect(strayQueries([schema, owner, prose])).toEqual([]);
});

it.each([
  ["prepare('SELECT a FROM kiosk')", 'kiosk'],
  ['`UPDATE\n        room SET b = 1`', 'room'],
  ["'INSERT INTO kiosk VALUES (1)'", 'kiosk'],
  ['"SELECT 1 FROM entries JOIN room"', 'room'],
])('finds %s in another file', (text, table) => {
  expect(strayQueries([schema, { path: 'staff/anywhere.ts', text }])).toEqual([
    `staff/anywhere.ts has SQL about "${table}", which it does not own`,
  ]);
});

it('finds a table that nobody owns', () => {
  const more = { ...schema, text: `${schema.text} CREATE TABLE archive (c) STRICT;` };
  expect(strayQueries([more])).toEqual(['the table "archive" has no owner']);
});

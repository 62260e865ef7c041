import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { jobId, recordSearchId } from '../../../shared/contract/ids.ts';
import { recordSearchPaper } from '../../../shared/contract/paper.ts';
import { ORDINARY_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import { describePaper } from '../../../shared/paper/describe-paper.ts';
import { searchOnPaper } from '../../../shared/record-search/search-paper.ts';
import { sampleStatement } from '../../../shared/record-search/statement.test-support.ts';
import { sealContent } from '../../lib/sealing/sealed-content.ts';
import { withAskedName } from './with-asked-name.ts';

const SALT = '00112233445566778899aabbccddeeff';
const search = recordSearchId.parse('e'.repeat(32));

function order(content: unknown): Parameters<typeof withAskedName>[0] {
  const key = randomBytes(32);
  return {
    kind: 'record-search-paper',
    job: jobId.parse('a'.repeat(32)),
    printer: ORDINARY_PRINTER,
    paper: searchOnPaper(sampleStatement({}), '9f'.repeat(32), 'UTC'),
    name: { search, key, sealed: sealContent(key, search, 'asked-name', content) },
  };
}

it('the name and the salt stand on the paper, around what the keeper has worded, and the key is gone', () => {
  const given = order({ name: 'Zephyrina Vandersloot', salt: SALT });
  const paper = recordSearchPaper.parse(withAskedName(given));
  expect(paper.rows.at(0)).toEqual({ label: 'Name asked', value: 'Zephyrina Vandersloot' });
  expect(paper.rows.at(-1)).toEqual({ label: 'Salt', value: '0011 2233 4455 6677 8899 aabb ccdd eeff' });
  expect(paper.rows.slice(1, -1)).toEqual(given.paper.rows);
  expect(given.name.key).toEqual(Buffer.alloc(32));
  const texts = describePaper(paper, { widthMm: 210, heightMm: 297 }).bands.flatMap(({ columns }) =>
    columns.flatMap((column) => column.texts.map(({ text }) => text)),
  );
  expect(texts).toEqual(expect.arrayContaining(['Zephyrina Vandersloot', ...paper.notes]));
});

it('a name that does not open, or is none, makes no paper', () => {
  expect(withAskedName(order({ name: '*', salt: SALT }))).toBeNull();
  expect(withAskedName(order({ salt: SALT }))).toBeNull();
  const good = order({ name: 'Zephyrina', salt: SALT });
  expect(withAskedName({ ...good, name: { ...good.name, key: randomBytes(32) } })).toBeNull();
});

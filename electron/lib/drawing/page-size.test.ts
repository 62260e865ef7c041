import { PDFDocument } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { setPageSize } from './page-size.ts';

const SIZE = { widthPoints: 242.6457, heightPoints: 153.0142 };

function twoPages(): Buffer {
  const document = new PDFDocument({ title: 'Card' });
  for (const colour of ['#000000', '#0B5E63']) {
    document.beginPage(243, 154).fillStyle = colour;
    document.endPage();
  }
  return document.close();
}

test('every page has its exact size, and the cross-reference table still points at every object', () => {
  const sized = setPageSize(twoPages(), SIZE);
  if (!sized.ok) throw new Error(sized.error);
  const text = sized.value.toString('latin1');
  expect(text.match(/\/MediaBox \[[^\]]*\]/gu)).toEqual([
    '/MediaBox [0 0 242.646 153.014]',
    '/MediaBox [0 0 242.646 153.014]',
  ]);
  const tableAt = Number(/startxref\n(\d+)/u.exec(text)?.[1]);
  expect(text.slice(tableAt, tableAt + 5)).toBe('xref\n');
  const offsets = Array.from(text.slice(tableAt).matchAll(/(\d{10}) \d{5} n/gu), ([, offset]) =>
    Number(offset),
  );
  expect(offsets.length).toBeGreaterThan(4);
  for (const [index, offset] of offsets.entries()) {
    expect(text.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj`, 'u'));
  }
});

test('a file that is not understood is refused, never patched blindly', () => {
  expect(setPageSize(Buffer.from('%PDF-1.7 with a compressed table'), SIZE)).toEqual({
    ok: false,
    error: 'not-understood',
  });
});

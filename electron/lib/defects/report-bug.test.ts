import { expect, it, vi } from 'vitest';
import { reportBug } from './report-bug.ts';

it('a defect is told by its kind and its place in the program, never by its words, which may be a person’s', () => {
  let said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  reportBug('a test', new TypeError('Zephyrina\n    Vandersloot is no number'));
  reportBug('another', { name: 'Zephyrina' });
  expect(said).toMatch(/^defect in a test: TypeError\n\s+at .*report-bug\.test/);
  expect(said).toContain('defect in another: not an error');
  expect(said).not.toMatch(/Zephyrina|Vandersloot/);
});

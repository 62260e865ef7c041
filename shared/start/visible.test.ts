import { expect, it } from 'vitest';
import { problemLine, problemWords } from './problem-words.ts';
import { visible } from './visible.ts';

it.each([
  ['/srv/kiosk/Ämter 2', '/srv/kiosk/Ämter 2'],
  ['/srv/a\nb', '/srv/a\\u{a}b'],
  ['/srv/\u001b[2Jx', '/srv/\\u{1b}[2Jx'],
  ['/srv/\u202Eksoik', '/srv/\\u{202e}ksoik'],
  ['/srv/\u2028x\u0000', '/srv/\\u{2028}x\\u{0}'],
])('%j is shown as %s', (path, shown) => {
  expect(visible(path)).toBe(shown);
});

it('whatever a path or a value has in it, page and log line show it so', () => {
  const path = '/srv/\u202Ekiosk\r\nforged line';
  for (const problem of [
    { kind: 'not-writable', path } as const,
    { kind: 'settings-in-environment', name: path, path } as const,
    { kind: 'relative-path', name: 'COUNTERFOIL_SETTINGS', value: path } as const,
    { kind: 'silent-display', display: path } as const,
  ]) {
    for (const shown of [problemLine(problem), ...Object.values(problemWords(problem))])
      expect(shown, problem.kind).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
  }
});

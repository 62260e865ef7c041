import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const SIDES = '(?:left|right|top|bottom)';

/** What is said of a side of the screen, where it has to be said of the text's own beginning and end. */
const PHYSICAL = [
  new RegExp(`^(?:.*-)?${SIDES}(?:-.*)?:`),
  /^(?:(?:min|max)-)?(?:width|height):/,
  /^(?:text-align|float|clear|caption-side|resize):\s*(?:left|right|horizontal|vertical)\b/,
  // Four lengths whose second and fourth are not the same.
  /^(?:margin|padding|inset|border-(?:width|color|style)):\s*(\S+)\s+(\S+)\s+(\S+)\s+(?!\2\s*$)\S+\s*$/,
  // It moves to the right whatever the direction of the text is.
  /^translate:\s*(?!0\b|none)/,
  /\btranslateX\(/,
];

/** The declarations of a style sheet that name a physical side. */
function physicalIn(css: string): readonly string[] {
  const declarations = css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    // Between braces calc() keeps its spaces: they are no list of lengths.
    .replaceAll(/\((?:[^()]|\([^()]*\))*\)/g, (inner) => inner.replaceAll(/\s+/g, ''))
    .split(/[{};]/)
    .map((each) => each.replaceAll(/\s+/g, ' ').trim());
  return declarations.filter((each) => !each.startsWith('@') && PHYSICAL.some((rule) => rule.test(each)));
}

function styleSheets(): readonly string[] {
  return ['renderer', 'electron'].flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.css'))
      .map((path) => join(folder, path)),
  );
}

test('no style sheet names a physical side: in a text from right to left everything changes sides by itself', () => {
  const found = styleSheets().flatMap((path) =>
    physicalIn(readFileSync(join(repository, path), 'utf8')).map((declaration) => `${path}: ${declaration}`),
  );
  expect(found).toEqual([]);
  expect(styleSheets().length).toBeGreaterThan(30);
});

test.each([
  'margin-left: 1rem',
  'right: 0',
  'border-top: 1px solid',
  'border-top-left-radius: 2px',
  'max-width: 44rem',
  'text-align: right',
  'padding: 1px 2px 3px 4px',
  'margin: calc(var(--unit) * 4) 0 0 calc(var(--unit) * 2)',
  'translate: 8px 0',
])('it would be found: %s', (declaration) => {
  expect(physicalIn(`.part { color: red; ${declaration}; }`)).toHaveLength(1);
});

test.each([
  'margin-inline-start: 1rem',
  'inset-inline-end: 0',
  'vertical-align: top',
  'max-inline-size: 44rem',
  'padding: 1px 2px 3px 2px',
  'padding: calc(var(--unit) * 4) calc(var(--unit) * 4) calc(var(--unit) * 2)',
  'overflow-x: auto',
])('it is none: %s', (declaration) => {
  expect(physicalIn(`.part { ${declaration}; } @media (min-width: 1px) { a:hover { margin: 0 } }`)).toEqual(
    [],
  );
});

import { expect, it } from 'vitest';
import { residentFiles, SHARED_WITH_STAFF } from '../words/resident-files.ts';
import { strayTexts } from './resident-texts.ts';

const MACRO = "import { t } from '@lingui/core/macro';\n";
const SCREEN = 'renderer/resident/screen.tsx';
const [shared = ''] = SHARED_WITH_STAFF;

/** A program of these files; the paper that residents carry home reaches every shared file but those in `unreached`. */
function strayIn(
  files: Readonly<Record<string, string>>,
  unreached: readonly string[] = [],
): readonly string[] {
  const reached = SHARED_WITH_STAFF.filter((path) => !unreached.includes(path));
  const paper = reached
    .map((path) => `import { words } from '${path.replace(/^renderer\//, '../../')}';`)
    .join('\n');
  const all: Readonly<Record<string, string>> = {
    'renderer/wording/papers/receipt-paper.ts': paper,
    ...files,
  };
  return strayTexts(
    [SCREEN, ...SHARED_WITH_STAFF],
    (path) => all[path] ?? (reached.includes(path) ? '' : null),
  );
}

it('finds nothing where each file with texts that residents reach is listed', () => {
  expect(
    strayIn({ [SCREEN]: `${MACRO}import { part } from '../parts/part.tsx';`, 'renderer/parts/part.tsx': '' }),
  ).toEqual([]);
});

it('finds texts that residents reach and nobody translates, also by way of another file', () => {
  const files = {
    [SCREEN]: "import { part } from '../parts/part.tsx';",
    'renderer/parts/part.tsx': "import { staff } from '../wording/staff.ts';",
    'renderer/wording/staff.ts': MACRO,
  };
  expect(strayIn(files)).toEqual([
    'renderer/wording/staff.ts has texts that residents reach, and is not in their catalog',
  ]);
  // A type alone brings no words.
  expect(strayIn({ ...files, [SCREEN]: "import type { part } from '../parts/part.tsx';" })).toEqual([]);
});

it('finds texts that are translated and that residents never see', () => {
  expect(strayIn({}, [shared])).toEqual([
    `${shared} is in the residents’ catalog, and nothing of theirs reaches it`,
  ]);
});

it('lists the residents’ own folders without their tests', () => {
  const files = residentFiles();
  expect(files).toContain('renderer/wording/resident/promises.ts');
  expect(files.filter((path) => path.includes('.test.'))).toEqual([]);
});

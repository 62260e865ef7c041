import { describe, expect, it } from 'vitest';
import { aroundPorts, crowdedFolders, unnamedTestSupport } from './layout.ts';

describe('a folder', () => {
  const files = (count: number, ending = '.ts'): readonly string[] =>
    Array.from({ length: count }, (_, index) => `shared/card/part-${index}${ending}`);

  it('may have twenty-five product files, and any number of tests', () => {
    expect(crowdedFolders([...files(25), ...files(40, '.test.ts')])).toEqual([]);
  });

  it('is crowded with one more', () => {
    expect(crowdedFolders(files(26))).toEqual(['shared/card has 26 product files; 25 are the most']);
  });
});

describe('a feature of the keeper', () => {
  const others = [
    {
      path: 'electron/keeper/endings/endings.ts',
      text: `
export interface Endings {
  over(): void;
}

export function createEndings(
  { clock }: { readonly clock: { now(): number } },
  told: () => void,
): Endings {
}
`,
    },
    {
      path: 'electron/keeper/applications/occupants.ts',
      text: `
export interface Occupant {
  readonly token: string;
}

export function occupantOf(all: readonly Occupant[]): Occupant | null {
}
`,
    },
    {
      path: 'electron/keeper/ribbons/ribbon-calls.ts',
      text: 'export function ribbonCalls(port: RibbonPort): RibbonCalls {\n}\n',
    },
  ];
  const from = (path: string, text: string) => aroundPorts([...others, { path, text }]);

  it('takes types of any other, and functions that only answer something', () => {
    const text = [
      "import type { Endings } from '../endings/endings.ts';",
      "import { type Jobs, type Job } from '../printing/print-jobs.ts';",
      "import { occupantOf } from '../applications/occupants.ts';",
      "import { createHolds } from './holds.ts';",
      "import { clockIn } from '../clock.ts';",
    ].join('\n');
    expect(from('electron/keeper/holds/hold-calls.ts', text)).toEqual([]);
  });

  it.each([
    "import { createEndings } from '../endings/endings.ts';",
    "import { createEndings as anew, type Endings } from '../endings/endings.ts';",
    "import { ribbonCalls } from '../ribbons/ribbon-calls.ts';",
  ])('makes no object of another: %s', (text) => {
    expect(from('electron/keeper/holds/hold-calls.ts', text)).toHaveLength(1);
    expect(from('electron/keeper/holds/hold.test.ts', text)).toEqual([]);
    expect(from('electron/keeper/start/build-services.ts', text)).toEqual([]);
  });

  it('does not import from where it is put together, not even for a type', () => {
    const text = "import type { Services } from '../start/services.ts';";
    expect(from('electron/keeper/holds/hold-calls.ts', text)).toHaveLength(1);
  });
});

describe('what only tests use', () => {
  const support = { path: 'electron/keeper/staff/anybody.ts', text: '' };
  const test = { path: 'electron/keeper/staff/staff.test.ts', text: "from './anybody.ts'" };

  it('says so in its name', () => {
    expect(unnamedTestSupport([support, test])).toHaveLength(1);
    const named = { path: 'electron/keeper/staff/anybody.test-support.ts', text: '' };
    expect(unnamedTestSupport([named, test])).toEqual([]);
  });

  it('is not what the product uses as well', () => {
    const product = { path: 'electron/keeper/staff/staff.ts', text: "import { x } from './anybody.ts';" };
    const main = { path: 'electron/keeper/main.ts', text: "import { y } from './staff/staff.ts';" };
    expect(unnamedTestSupport([support, test, product, main])).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { repository } from '../../../build/vite/repository.ts';
import { inNames, stepsOf } from './page-steps.ts';

const page = readFileSync(new URL('docs/it/swap.md', repository), 'utf8');

/** A page as short as it can be. `line`: in the place of the second step. */
function shortPage(
  line = '2. Then this:\n\n    ```\n    first \\\n      --more\n    second\n    ```',
): string {
  return [
    '# Swap\n\n1. Not this.\n\n## Ten steps\n\nOn the computer that makes the folders:\n',
    '1. Do this:\n\n   ```\n   sudo begin /dev/sdX1\n   ```\n',
    `On the new computer, which is new:\n\n${line}\n\n## If a step is refused\n\n- 3. Nor this.\n`,
  ].join('\n');
}

it('finds the ten steps of the page, each with what is typed and where', () => {
  const steps = stepsOf(page);
  expect(steps.map(({ number, place }) => [number, place])).toEqual(
    Array.from({ length: 10 }, (_, index) => [index + 1, index < 4 ? 'office' : 'counter']),
  );
  expect(steps[0]?.commands).toMatch(/^npm run fleet -- make /);
  expect(steps[3]?.commands.split('\n')).toEqual([
    expect.stringMatching(/^sudo mount /),
    expect.stringMatching(/^sudo cp /),
    expect.stringMatching(/^sudo umount /),
  ]);
  // Whatever stands in a block of the section belongs to a step.
  const typed = page.split('## Ten steps')[1]?.split('\n## ')[0]?.match(/```/g) ?? [];
  expect(typed.length).toBe(20);
});

it('keeps lines that go on as they are, without the indentation of the list', () => {
  expect(stepsOf(shortPage())).toEqual([
    { number: 1, place: 'office', commands: 'sudo begin /dev/sdX1' },
    { number: 2, place: 'counter', commands: 'first \\\n  --more\nsecond' },
  ]);
});

it.each([
  ['has another number', '4. Then this:\n\n   ```\n   second\n   ```', 'step 2 is called 4'],
  ['has nothing to type', '2. Then that.', 'step 2 has nothing to type'],
])('tells of a step that %s', (_what, line, told) => {
  expect(() => stepsOf(shortPage(line))).toThrow(told);
});

it('tells of steps that are done nowhere, and of a page without any', () => {
  expect(() => stepsOf(shortPage().replace('On the computer', 'At the computer'))).toThrow('done nowhere');
  expect(() => stepsOf('# Swap\n')).toThrow('there is no “## Ten steps”');
});

it('puts other names in the place of the page’s, one for each place where they differ', () => {
  const steps = stepsOf(shortPage('2. Then this:\n\n   ```\n   sudo end /dev/sdX1\n   ```'));
  const names = [
    { page: 'sudo ', here: '' },
    { page: '/dev/sdX1', here: { office: '/work/image', counter: '/dev/sdq1' } },
  ];
  expect(inNames(steps, names).map(({ commands }) => commands)).toEqual([
    'begin /work/image',
    'end /dev/sdq1',
  ]);
  expect(() => inNames(steps, [{ page: 'doas ', here: '' }])).toThrow('no step says “doas ”');
});

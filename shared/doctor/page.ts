import type { CheckGroup } from './catalogue.ts';
import { type AtGoLive, type CheckDeclaration, remedyInGeneral, type WhenUnknown } from './check.ts';

/** What stands before the checks on the page for IT. */
const HEAD = `# Checking a computer: \`counterfoil doctor\`

The command looks at what the kiosk relies on, and says what to do about each thing that is not in order. It reads files and
asks the kernel. It changes nothing, sends nothing, and opens no vault. This page is written from its own declarations by
\`npm run doctor -- page\`.

On a counter run it as root, by a command that the package brings:

\`\`\`
counterfoil-doctor          # a table for people
counterfoil-doctor --json   # one document, for configuration management
\`\`\`

\`counterfoil-doctor\` enters the kiosk’s unit and becomes the kiosk’s account. So it sees what the kiosk sees: its display, its
folders in memory and its limits. The unit has a network of its own. \`network\` tells of the computer’s, which it reads from the
computer’s first process. The unit has a \`/var/tmp\` of its own, too, so \`temporary-folders\` knows nothing of the computer’s.

\`counterfoil doctor\` looks from where it is run, as whoever runs it. A shell has another display, another \`/dev/shm\` and other
limits than the kiosk. There \`clipboard\`, \`input-methods\`, \`display-size\`, \`session-memory\` and \`sandbox\` answer \`not-run\`, but
in a package for evaluation. Use it where no unit runs, and for \`temporary-folders\`:

\`\`\`
runuser -u counterfoil -- counterfoil doctor
\`\`\`

Root may run it too, because it only reads. It then looks as root, and \`account\` and \`sandbox\` fail. Settings that start no
kiosk start no doctor either.

It may take three minutes, and says nothing until it is done.

Run it after each change of the computer. A kiosk that issues real cards asks it by itself before it goes live, and what fails stops that
(docs/decisions/0110). Every kiosk asks it once a day, and a supervisor sees the answers under Computer. There \`printer\` and \`policy\` also
tell what only the kiosk knows: which printers staff chose, what they wait for, and which policy is in force.

## What it answers

${table(
  ['verdict', 'what it means'],
  [
    ['`pass`', 'It is in order.'],
    [
      '`not-run`',
      'It can’t be known on this computer, or not from here. This is never a pass. Where a promise hangs on it, it stops a go-live.',
    ],
    ['`warn`', 'It works, but something is weaker than it could be.'],
    ['`fail`', 'A promise of the kiosk doesn’t hold here. Put it right before go-live.'],
  ],
)}

${table(
  ['exit code', 'what it means'],
  [
    ['0', 'Every check passed, or was not run where nothing hangs on it.'],
    ['1', 'There are warnings.'],
    ['2', 'At least one check failed.'],
    ['3', 'The doctor could not run. A line on standard error says why.'],
    ['4', 'No check failed, but something that stops a go-live is not known. There may be warnings as well.'],
  ],
)}

The document of \`--json\` has the number 1 as its \`schema\`, and \`kiosk-unit\` or \`shell\` as \`seenFrom\`. Each entry of
\`checks\` has \`id\`, \`title\`, \`verdict\`, \`found\`, \`why\`, \`remedies\`, \`stopsGoLive\`, \`isOverridable\` and \`invariants\`. The IDs
below stay the same from release to release. New ones may come. Where the doctor could not run, the document has \`schema\`,
\`exitCode\` and \`problem\` alone.
`;

/** docs/it/doctor.md, from the declarations alone. */
export function doctorPage(groups: readonly CheckGroup[]): string {
  const sections = groups.map(({ name, checks }) => `## ${name}\n\n${checks.map(section).join('\n')}`);
  return `${HEAD}\n${sections.join('\n')}`;
}

function section({ id, title, why, goLive, remedies }: CheckDeclaration): string {
  const todo = Object.values(remedies).map((template) => `- ${remedyInGeneral(template)}\n`);
  const list = todo.length === 0 ? '' : `\nWhat to do, by what was found:\n\n${todo.join('')}`;
  return `### \`${id}\`\n\n**${title}.** ${why} ${words(goLive)}\n${list}`;
}

function words(goLive: AtGoLive): string {
  switch (goLive.kind) {
    case 'advice':
      return 'It only warns.';
    case 'stops':
      return `A \`fail\` has to be put right before go-live, unless two supervisors take it upon themselves.${unknownWords(goLive.whenUnknown)}`;
    case 'breaks': {
      const { invariants } = goLive;
      const which = `${invariants.length === 1 ? 'invariant' : 'invariants'} ${invariants.join(' and ')}`;
      return `A \`fail\` has to be put right before go-live, whoever decides: it would break ${which} ([architecture](../architecture.md#invariants)).${unknownWords(goLive.whenUnknown)}`;
    }
  }
}

function unknownWords(whenUnknown: WhenUnknown): string {
  return whenUnknown === 'stops' ? ' A `not-run` stops a go-live in the same way.' : '';
}

/** A table with columns of one width each, as the formatter of these pages would leave it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((cells) => (cells[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

import type { CheckGroup } from './catalogue.ts';
import { type AtGoLive, type CheckDeclaration, remedyInGeneral } from './check.ts';

/** What stands before the checks on the page for IT. */
const HEAD = `# Checking a computer: \`counterfoil doctor\`

The command looks at what the kiosk relies on, and says what to do about each thing that is not in order. It reads files and
asks the kernel. It changes nothing, sends nothing, and opens no vault. This page is written from its own declarations by
\`npm run doctor -- page\`.

Run it as the kiosk’s own account, on the computer that the kiosk runs on, with the same settings as the kiosk:

\`\`\`
runuser -u ACCOUNT -- counterfoil doctor          # a table for people
runuser -u ACCOUNT -- counterfoil doctor --json   # one document, for configuration management
\`\`\`

To have the clipboard checked, give it the kiosk’s \`DISPLAY\` and \`XAUTHORITY\` as well. Settings that start no kiosk start no
doctor either.

Run it before go-live, and after each change of the computer. The kiosk doesn’t ask it by itself: nothing stops a go-live that it
would advise against.

## What it answers

${table(
  ['verdict', 'what it means'],
  [
    ['`pass`', 'It is in order.'],
    ['`not-run`', 'It can’t be known on this computer, or not by this account. This is never a pass.'],
    ['`warn`', 'It works, but something is weaker than it could be.'],
    ['`fail`', 'A promise of the kiosk doesn’t hold here. Put it right before go-live.'],
  ],
)}

${table(
  ['exit code', 'what it means'],
  [
    ['0', 'Every check passed or was not run.'],
    ['1', 'There are warnings.'],
    ['2', 'At least one check failed.'],
    ['3', 'The doctor could not run. A line on standard error says why.'],
  ],
)}

The document of \`--json\` has the number 1 as its \`schema\`. Each entry of \`checks\` has \`id\`, \`title\`, \`verdict\`,
\`found\`, \`why\`, \`remedies\`, \`stopsGoLive\`, \`isOverridable\` and \`invariants\`. The IDs below stay the same from release
to release. New ones may come.
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
      return 'A `fail` has to be put right before go-live, unless two supervisors take it upon themselves.';
    case 'breaks': {
      const { invariants } = goLive;
      const which = `${invariants.length === 1 ? 'invariant' : 'invariants'} ${invariants.join(' and ')}`;
      return `A \`fail\` has to be put right before go-live, whoever decides: it would break ${which} ([architecture](../architecture.md#invariants)).`;
    }
  }
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

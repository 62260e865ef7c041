import { exampleSettings } from '../../shared/settings/example-settings.ts';
import { type KnownKey, keysIn } from '../../shared/settings/known-keys.ts';
import { MOST_SETTINGS_BYTES } from '../../shared/settings/read-settings.ts';
import { SETTINGS_FILE } from '../../shared/settings/settings-place.ts';
import { markdownTable } from '../markdown-table.ts';

function rowsOf(keys: readonly KnownKey[]): string {
  const rows = keys.map(({ path, type, facts: { takes, without, does } }) => [
    `\`${path.at(-1)}\``,
    type,
    takes,
    without ?? (path.length === 1 ? 'no kiosk starts without it' : 'it is needed in its table'),
    does,
  ]);
  return markdownTable([['key', 'type', 'takes', 'without it', 'what it does'], ...rows]);
}

function sectionOf(table: KnownKey): string {
  return `## \`[${table.path.join('.')}]\`

${table.facts.does}

${rowsOf(keysIn(table.path))}
`;
}

/** docs/it/settings.md: every key of a settings file, as shared/settings declares it. */
export function settingsDocument(): string {
  const keys = keysIn([]);
  return `# Settings

Generated from the declaration in \`shared/settings\` by \`npm run settings\`; a test fails when the two differ.

A kiosk has one settings file, \`${SETTINGS_FILE}\`, in [TOML 1.0](https://toml.io/en/v1.0.0). It takes no setting from its
environment, and none from its command line. Packages bring an example, which is at the end of this page.

- The kiosk reads the file when it starts. After a change, start the kiosk again.
- The file and its folder belong to root, and nobody else can write there. A link is refused. So is a file of more
  than ${MOST_SETTINGS_BYTES / 1024} KB. The kiosk’s own account must be able to read the file.
- A key that is not on this page is refused, and so is every value that a key doesn’t take. The kiosk then shows a page with
  the first mistakes ([CF-55 to CF-59](../failure-codes.md)). Its log has all of them. If the file is right again, press Enter on that page.
- What the city decides about its program is in the [policy](../policy.md), and not here. That includes the tone for a
  finished card, and how long the kiosk waits for an applicant who does nothing.

## Checking a file

\`counterfoil config check\` checks the file of this kiosk. It changes nothing, and needs no kiosk to run. It ends with 0 if all
is right. Otherwise it ends with 1 and writes every mistake on a line of its own, which editors can jump to:

\`\`\`
${SETTINGS_FILE}:3:1: unknown key data-foldr; allowed: one of data-folder, …; nearest known key: data-folder
\`\`\`

\`counterfoil config check FILE\` checks a draft before it is put in place. Only its content counts then, and not who owns it. In Ansible:

\`\`\`yaml
- ansible.builtin.template:
    src: settings.toml.j2
    dest: ${SETTINGS_FILE}
    owner: root
    group: root
    mode: "0644"
    validate: counterfoil config check %s
\`\`\`

## Keys above the first table

${rowsOf(keys.filter(({ type }) => type !== 'table'))}

${keys
  .filter(({ type }) => type === 'table')
  .map(sectionOf)
  .join('\n')}
## A whole file

\`\`\`toml
${exampleSettings()}\`\`\`
`;
}

import type { ManifestSubject } from '../../electron/lib/provisioning/sign-folder.ts';
import type { Roster } from '../../shared/provisioning/roster.ts';

const CUT = `- ${'- '.repeat(30)}-`;
const ROLES: Readonly<Record<Roster['staff'][number]['role'], string>> = {
  supervisor: 'supervisor',
  clerk: 'clerk',
  it: 'IT staff',
};

/** The sheet that goes into a kiosk's envelope: a strip for each person, with their first passphrase. */
export function envelopeOf({ kiosk, host, number }: ManifestSubject, { staff }: Roster): string {
  const strips = staff.map(({ name, role, firstPassphrase }) => [
    CUT,
    `${name}, ${ROLES[role]}`,
    `Kiosk: ${kiosk}`,
    '',
    `    ${firstPassphrase}`,
    '',
    'This passphrase is for your first sign-in. You then choose your own, and this one ends.',
  ]);
  return `${[
    [
      `${kiosk} (computer ${host}), provisioning ${number}`,
      'Cut the strips apart. Give each person their own, and nobody else’s. Keep no copy.',
    ],
    ...strips,
    [CUT],
  ]
    .map((lines) => lines.join('\n'))
    .join('\n')}\n`;
}

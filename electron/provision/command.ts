import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ProvisioningRefusal, REFUSAL_CODES } from '../../shared/provisioning/refusal.ts';
import { refusalWords } from '../../shared/provisioning/refusal-words.ts';
import { unreachable } from '../../shared/result.ts';
import { visible } from '../../shared/start/visible.ts';
import { type Computer, type Provisioned, provision, settleComputer, whyNotHere } from './provision.ts';
import type { Settled } from './put-in-place.ts';
import { beginRun, type Run } from './run.ts';

const USE = [
  'Use: counterfoil provision [--program-key FINGERPRINT] FOLDER',
  'or:  counterfoil provision --drive FOLDER',
  'or:  counterfoil provision --unreadable-drive DEVICE',
  'docs/it/provisioning.md says what a provisioning folder is.',
];

/** Where a drive has the folders of all computers, each by the name of its host. */
const FOLDER_ON_DRIVE = 'counterfoil-provisioning';

/** What the command says, and how it ends: 0 this computer is as it should be, 2 there is no such command, else why it is not. */
export interface Said {
  readonly code: number;
  readonly lines: readonly string[];
}

interface Words {
  /** `unreadable-drive`: whoever mounts drives could not mount this one. */
  readonly from: 'folder' | 'drive' | 'unreadable-drive';
  readonly path: string;
  readonly fingerprint: string | null;
}

/** `counterfoil provision …`. Each answer begins with "applied", "repaired", "unchanged", "finished", "removed" or "refused". */
export async function runProvision(words: readonly string[], computer: Computer): Promise<Said> {
  const asked = parseWords(words);
  if (asked === null) return { code: 2, lines: USE };
  const never = whyNotHere(computer);
  if (never !== null) return refused(never);
  const run = beginRun(computer.settings, computer.owners);
  if (!run.ok) return refused(run.error);
  try {
    return await settleAndProvision(asked, computer, run.value);
  } finally {
    run.value.end();
  }
}

async function settleAndProvision(asked: Words, computer: Computer, run: Run): Promise<Said> {
  const settled = settleComputer(computer);
  if (!settled.ok) return tellRefusal(run, settled.error);
  if (settled.value === 'finished') run.tell(null);
  const { code, lines } = await provisionAsAsked(asked, computer, run);
  return { code, lines: [...SETTLED[settled.value], ...lines] };
}

async function provisionAsAsked(
  { from, path, fingerprint }: Words,
  computer: Computer,
  run: Run,
): Promise<Said> {
  if (from === 'unreadable-drive') return tellRefusal(run, { kind: 'unreadable-drive', path });
  const folder = from === 'folder' ? path : join(path, FOLDER_ON_DRIVE, computer.host);
  const done = await provision(computer, { folder, fingerprint });
  if (done.ok) {
    run.tell(null);
    return { code: 0, lines: inWords(done.value).map(visible) };
  }
  // Most computers start without a drive, and a drive may be for others.
  if (from === 'drive' && isAbsent(done.error))
    return { code: 0, lines: [visible(`unchanged: there is no ${folder}.`)] };
  return tellRefusal(run, done.error);
}

function isAbsent(refusal: ProvisioningRefusal): boolean {
  return refusal.kind === 'no-folder' && refusal.reason === 'ENOENT';
}

/** The same on the kiosk's screen, as far as a passer-by may read it: by its code. */
function tellRefusal(run: Run, refusal: ProvisioningRefusal): Said {
  const said = refused(refusal);
  run.tell(said.code);
  return said;
}

const SETTLED: Readonly<Record<Settled, readonly string[]>> = {
  nothing: [],
  finished: [
    'finished: an earlier run was cut off after it had checked everything. What it began is in place now.',
  ],
  removed: ['removed: an earlier run was cut off before it had written everything. Nothing of it is left.'],
};

function parseWords(words: readonly string[]): Words | null {
  const text = { type: 'string' } as const;
  let parsed: ReturnType<
    typeof parseArgs<{
      options: { 'program-key': typeof text; drive: typeof text; 'unreadable-drive': typeof text };
      allowPositionals: true;
    }>
  >;
  try {
    const options = { 'program-key': text, drive: text, 'unreadable-drive': text };
    parsed = parseArgs({ args: [...words], allowPositionals: true, options });
  } catch {
    // Whatever it says of a word that nobody knows, the use says it as well.
    return null;
  }
  const { positionals, values } = parsed;
  const [folder, ...more] = positionals;
  const fingerprint = values['program-key'] === undefined ? null : digitsOf(values['program-key']);
  if (more.length > 0 || fingerprint === 'none') return null;
  // What a drive brings at a start nobody stands beside, to compare a fingerprint.
  const { drive, 'unreadable-drive': unreadable } = values;
  const path = drive ?? unreadable;
  if (path !== undefined) {
    const isAlone = folder === undefined && fingerprint === null;
    const isOne = drive === undefined || unreadable === undefined;
    return isAlone && isOne
      ? { from: drive === undefined ? 'unreadable-drive' : 'drive', path, fingerprint }
      : null;
  }
  return folder === undefined ? null : { from: 'folder', path: folder, fingerprint };
}

/** A fingerprint as it is read aloud and typed: in any case, in any groups. */
function digitsOf(typed: string): string {
  const digits = typed.replace(/[\s:-]/g, '').toLowerCase();
  return /^[0-9a-f]{32}$/.test(digits) ? digits : 'none';
}

function refused(refusal: ProvisioningRefusal): Said {
  const code = REFUSAL_CODES[refusal.kind];
  const { happened, todo, details } = refusalWords(refusal);
  return { code, lines: [`refused (${code}): ${happened} ${todo}`, ...details] };
}

function inWords(done: Provisioned): readonly string[] {
  switch (done.kind) {
    case 'applied': {
      const { kiosk, host, number } = done.manifest;
      const staff = done.staff === 0 ? '' : ` ${done.staff} people work there from its first start on.`;
      return [
        `applied: number ${number}, for the kiosk “${kiosk}” on ${host}.${staff}`,
        'The kiosk takes it at its next start.',
      ];
    }
    case 'in-force':
      return [`unchanged: number ${done.record.number} is in force here since ${done.record.applied}.`];
    case 'repaired':
      return [
        `repaired: number ${done.record.number} is in force here since ${done.record.applied}.`,
        ...done.files.map((name) => `${name} was changed here since, and is now as it was.`),
        'The kiosk takes it at its next start.',
      ];
    default:
      return unreachable(done);
  }
}

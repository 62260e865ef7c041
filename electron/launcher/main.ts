import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { composeConfiguration } from './compose-configuration.ts';

/** Exit code of a start that was refused, as of any command used wrongly. */
const USED_WRONGLY = 2;

const HELP = `counterfoil opens the kiosk. It takes no arguments; these variables change it:
  COUNTERFOIL_DATA             the folder of vault and ledger (else below XDG_STATE_HOME or ~/.local/state)
  COUNTERFOIL_PRINTER_SECONDS  seconds the built-in card printer takes for a face, 0 to 60 (else 8)
  COUNTERFOIL_PRINTER_FOLDER   where it writes finished cards as files (else nowhere)
`;

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(USED_WRONGLY);
}

const words = process.argv.slice(2);
if (words.length === 1 && words[0] === '--help') {
  process.stdout.write(HELP);
  process.exit(0);
}
// Arguments stand in /proc for every user to read, so the kiosk has none that anything could be put into.
if (words.length > 0) refuse('counterfoil takes no arguments; counterfoil --help says what changes it.');

const programs = import.meta.dirname;
const composed = composeConfiguration(
  process.env,
  { top: join(programs, '..', '..'), programs, node: process.execPath },
  { root: process.getuid?.() === 0, home: homedir(), platform: process.platform },
  { evaluation: __EVALUATION__, runtime: __RUNTIME__ },
);
if (!composed.ok) refuse(composed.error);
process.env.COUNTERFOIL_CONFIGURATION = JSON.stringify(composed.value);
// The keeper in this very process: whoever started `counterfoil` has the keeper's process id and signals it.
await import(/* @vite-ignore */ pathToFileURL(join(programs, 'keeper.mjs')).href);

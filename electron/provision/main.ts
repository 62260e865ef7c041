import { hostname } from 'node:os';
import { takeName } from '../lib/command-line/take-name.ts';
import { busy, runProvision } from './command.ts';
import { machineDisk } from './disk.ts';

/** What the launcher hands on: the settings file, what the package is for, and what was typed behind `provision`. */
const [settings = '', use = '', ...words] = process.argv.slice(2);
const uid = process.getuid?.() ?? null;
const evaluation = use === 'evaluation';

const { code, lines } = (await takeName(`counterfoil-provision ${settings}`))
  ? await runProvision(words, {
      ...{ settings, host: hostname().toLowerCase(), now: Date.now(), uid, rootMayRun: evaluation },
      // Whoever starts an evaluation package may change its settings: tests and demonstrations do.
      owners: evaluation && uid !== null ? [0, uid] : [0],
      disk: machineDisk,
    })
  : busy();
(code === 0 ? process.stdout : process.stderr).write(`${lines.join('\n')}\n`);
process.exitCode = code;

import { hostname } from 'node:os';
import { runProvision } from './command.ts';
import { machineDisk } from './disk.ts';
import { kioskAccount } from './kiosk-account.ts';

/** What the launcher hands on: the settings file, what the package is for, and what was typed behind `provision`. */
const [settings = '', use = '', ...words] = process.argv.slice(2);
const uid = process.getuid?.() ?? null;
const account = kioskAccount();
// Whoever starts an evaluation package may change its settings, and has its data: tests and demonstrations do.
const starter = use === 'evaluation' && uid !== null ? [uid] : [];

// The launcher's shell lets nobody else read. What root makes here the kiosk's account reads, and first staff have a mode of their own.
process.umask(0o022);
const { code, lines } = await runProvision(words, {
  ...{ settings, host: hostname().toLowerCase(), now: Date.now(), uid },
  owners: [0, ...starter],
  platform: use === 'evaluation' ? 'linux-evaluation' : 'linux',
  kioskAccounts: account === null ? starter : [account, ...starter],
  disk: machineDisk,
});
(code === 0 ? process.stdout : process.stderr).write(`${lines.join('\n')}\n`);
process.exitCode = code;

import { join } from 'node:path';
import { argv } from 'node:process';
import { openLedger } from '../../../electron/keeper/ledger/ledger.ts';
import { openVault } from '../../../electron/keeper/vault/open-vault.test-support.ts';

// Opens the files of an earlier version, as a keeper's start does, and closes them. Says its process id first: a trace
// tells threads by it.

const [, , folder] = argv;
if (folder === undefined) throw new Error('which folder?');
process.stdout.write(`${process.pid}\n`);
const vault = openVault(join(folder, 'vault.db'));
if (!vault.ok) throw new Error(JSON.stringify(vault.error));
const ledger = openLedger(join(folder, 'ledger.db'), () => {
  throw new Error('nothing is to be signed');
});
if (!ledger.ok) throw new Error(JSON.stringify(ledger.error));
vault.value.database.close();
ledger.value.close();

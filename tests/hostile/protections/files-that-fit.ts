import type { Protection } from './protection.ts';

const MISFIT = 'electron/keeper/misfit';
const DATA_FOLDER = 'electron/keeper/data-folder/prepare-data-folder.ts';
const HOSTILE = 'tests/hostile/files-that-do-not-fit.test.ts';
const COMPARE = `${MISFIT}/compare-files.test.ts`;
const SETTLE = 'electron/keeper/signing/settle-slots.test.ts';

/** What keeps files that do not belong together from being opened. */
export const protectionsOfFiles: readonly Protection[] = [
  {
    name: 'misfit-opens-no-key',
    what: 'Where files do not fit, no key of an application is opened and none is overwritten.',
    source: {
      file: 'electron/keeper/start/open-files.ts',
      find: 'live: found.value.isClosed ? null : live',
      replace: 'live',
    },
    failing: { [HOSTILE]: [] },
  },
  {
    name: 'misfit-closes-the-kiosk',
    what: 'Where files do not fit, nothing is done with applications.',
    source: {
      file: 'electron/keeper/start/run-keeper.ts',
      find: "if (!isHeardWithMisfit(name)) return { kind: 'files-misfit' };",
      replace: '',
    },
    failing: { [HOSTILE]: [] },
  },
  {
    name: 'ended-not-vouched-for',
    what: 'A vault is older that has an application for which the ledger does not vouch.',
    source: {
      file: `${MISFIT}/compare-files.ts`,
      find: 'if (vault.applications.some((each) => !mark.vouchesFor(each))) return true;',
      replace: '',
    },
    failing: { [HOSTILE]: [], [COMPARE]: [] },
  },
  {
    name: 'older-generation-told',
    what: 'A vault is older in which fewer applications began and ended than the ledger says.',
    source: {
      file: `${MISFIT}/compare-files.ts`,
      find: 'if (vault.generation < mark.generation) return true;',
      replace: '',
    },
    failing: { [COMPARE]: [] },
  },
  {
    name: 'unknown-entries-told',
    what: 'A vault is older that does not know an entry of its ledger.',
    source: {
      file: `${MISFIT}/compare-files.ts`,
      find: 'return hasUnknownEntry(vault, ledger);',
      replace: 'return false;',
    },
    failing: { [COMPARE]: [] },
  },
  {
    name: 'older-ledger-told',
    what: 'A ledger is older that lacks an entry which the vault knows.',
    source: {
      file: `${MISFIT}/compare-files.ts`,
      find: 'return knownHead !== null && ledger.hashAt(knownHead.sequence) !== knownHead.hash;',
      replace: 'return false;',
    },
    failing: { [HOSTILE]: [], [COMPARE]: [] },
  },
  {
    name: 'mark-of-the-vault-signed',
    what: 'The ledger’s mark of the vault is believed only as the key that signs now has signed it.',
    source: {
      file: 'electron/keeper/ledger/vault-mark.ts',
      find: "if (!verify(null, signedBytes(signer.kiosk, mark), key, mark.signature)) return { kind: 'altered' };",
      replace: '',
    },
    failing: { [HOSTILE]: [] },
  },
  {
    name: 'lacking-holds-restored',
    what: 'A legal hold that the ledger has and the vault lacks counts as one on everything.',
    source: { file: `${MISFIT}/note-misfits.ts`, find: 'restoreHolds(vault, found);', replace: '' },
    failing: { [HOSTILE]: [] },
  },
  {
    name: 'misfit-until-it-is-accepted',
    what: 'What did not fit at one start counts at the next, too, until two supervisors have let the kiosk go on.',
    source: {
      file: `${MISFIT}/found-at-start.ts`,
      find: 'isClosed: misfits.length > 0 || misfitRowsOf(vault.database).all().length > 0,',
      replace: 'isClosed: misfits.length > 0,',
    },
    failing: { [HOSTILE]: [] },
  },
  {
    name: 'two-by-the-ledger',
    what: 'Whoever lets a kiosk go on is a supervisor by the ledger, not by the vault alone.',
    source: {
      file: `${MISFIT}/misfit-calls.ts`,
      find: "if (!filesFit.isOfTwo(by) || !filesFit.isOfTwo(second)) return err({ kind: 'not-a-second-person' });",
      replace: '',
    },
    failing: { [HOSTILE]: [] },
  },
  {
    name: 'nothing-ends-under-a-hold',
    what: 'Two supervisors end nothing by going on while a legal hold stands.',
    source: {
      file: `${MISFIT}/misfit-calls.ts`,
      find: "if (found.wayOn !== 'two-supervisors') return err({ kind: 'misfit-stays', why: found.wayOn });",
      replace: '',
    },
    failing: { [HOSTILE]: [] },
  },
  {
    name: 'plain-files-alone',
    what: 'A pipe or a link in the place of a file is refused at the start.',
    source: {
      file: DATA_FOLDER,
      find: "if (special !== undefined) return err({ kind: 'not-a-plain-file', path: special });",
      replace: '',
    },
    failing: { [HOSTILE]: [] },
  },
  {
    name: 'written-by-nobody-else',
    what: 'A data folder, or a file in it, that others may write is refused at the start.',
    source: {
      file: DATA_FOLDER,
      find: "if ((found.mode & OTHERS_WRITE) !== 0) return { kind: 'open-to-others', path };",
      replace: '',
    },
    failing: { [HOSTILE]: [] },
  },
  {
    name: 'keys-of-no-roll-left-alone',
    what: 'A key that no roll leaves beside the one that signs is not overwritten.',
    source: {
      file: 'electron/keeper/signing/settle-slots.ts',
      find: "return names.every(isNear) ? { kind: 'slot', slot: kept } : { kind: 'misfit' };",
      replace: "return { kind: 'slot', slot: kept };",
    },
    failing: { [SETTLE]: [] },
  },
];

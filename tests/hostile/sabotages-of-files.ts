import type { Sabotage } from './sabotages-of-keys.ts';

const MISFIT = 'electron/keeper/misfit';
const HOSTILE = 'tests/hostile/files-that-do-not-fit.test.ts';

/** What keeps files that do not belong together from being opened. */
export const sabotagesOfFiles: readonly Sabotage[] = [
  {
    name: 'open-in-spite-of-misfit',
    file: 'electron/keeper/start/open-files.ts',
    find: 'live: found.value.isClosed ? null : live',
    replace: 'live',
    failing: [HOSTILE],
  },
  {
    name: 'hear-in-spite-of-misfit',
    file: 'electron/keeper/start/run-keeper.ts',
    find: "if (!isHeardWithMisfit(name)) return { kind: 'files-misfit' };",
    replace: '',
    failing: [HOSTILE],
  },
  {
    name: 'vouch-for-what-has-ended',
    file: `${MISFIT}/compare-files.ts`,
    find: 'if (vault.applications.some((each) => !mark.vouchesFor(each))) return true;',
    replace: '',
    failing: [HOSTILE, `${MISFIT}/compare-files.test.ts`],
  },
  {
    name: 'believe-older-generation',
    file: `${MISFIT}/compare-files.ts`,
    find: 'if (vault.generation < mark.generation) return true;',
    replace: '',
    failing: [`${MISFIT}/compare-files.test.ts`],
  },
  {
    name: 'believe-unknown-entries',
    file: `${MISFIT}/compare-files.ts`,
    find: 'return hasUnknownEntry(vault, ledger);',
    replace: 'return false;',
    failing: [`${MISFIT}/compare-files.test.ts`],
  },
  {
    name: 'believe-older-ledger',
    file: `${MISFIT}/compare-files.ts`,
    find: 'return knownHead !== null && ledger.hashAt(knownHead.sequence) !== knownHead.hash;',
    replace: 'return false;',
    failing: [HOSTILE, `${MISFIT}/compare-files.test.ts`],
  },
  {
    name: 'believe-any-mark',
    file: 'electron/keeper/ledger/vault-mark.ts',
    find: "if (!verify(null, signedBytes(signer.kiosk, mark), key, mark.signature)) return { kind: 'altered' };",
    replace: '',
    failing: [HOSTILE],
  },
  {
    name: 'forget-lacking-holds',
    file: `${MISFIT}/note-misfits.ts`,
    find: 'restoreHolds(vault, found);',
    replace: '',
    failing: [HOSTILE],
  },
  {
    name: 'forget-the-misfit-at-the-next-start',
    file: `${MISFIT}/found-at-start.ts`,
    find: 'isClosed: misfits.length > 0 || misfitRowsOf(vault.database).all().length > 0,',
    replace: 'isClosed: misfits.length > 0,',
    failing: [HOSTILE],
  },
  {
    name: 'two-by-the-vault',
    file: `${MISFIT}/misfit-calls.ts`,
    find: "if (!filesFit.isOfTwo(by) || !filesFit.isOfTwo(second)) return err({ kind: 'not-a-second-person' });",
    replace: '',
    failing: [HOSTILE],
  },
  {
    name: 'end-under-a-hold',
    file: `${MISFIT}/misfit-calls.ts`,
    find: "if (found.wayOn !== 'two-supervisors') return err({ kind: 'misfit-stays', why: found.wayOn });",
    replace: '',
    failing: [HOSTILE],
  },
  {
    name: 'take-pipes-and-links',
    file: 'electron/keeper/data-folder/prepare-data-folder.ts',
    find: "if (special !== undefined) return err({ kind: 'not-a-plain-file', path: special });",
    replace: '',
    failing: [HOSTILE],
  },
  {
    name: 'let-others-write',
    file: 'electron/keeper/data-folder/prepare-data-folder.ts',
    find: "if ((found.mode & OTHERS_WRITE) !== 0) return { kind: 'open-to-others', path };",
    replace: '',
    failing: [HOSTILE],
  },
  {
    name: 'erase-any-other-key',
    file: 'electron/keeper/signing/settle-slots.ts',
    find: "return names.every(isNear) ? { kind: 'slot', slot: kept } : { kind: 'misfit' };",
    replace: "return { kind: 'slot', slot: kept };",
    failing: ['electron/keeper/signing/settle-slots.test.ts'],
  },
];

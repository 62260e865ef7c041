import {
  AS_READ,
  BY_ENTRY,
  BY_THE_LEDGER,
  CODES_NOT_AROUND,
  COMPARE,
  COMPARED,
  COPIES,
  device,
  ENTERED_IN_TURN,
  ENTERED_ONCE,
  FORMER_KIOSK,
  GO_ON,
  HOSTILE,
  KEY_DESTROYED,
  KEY_FOUND_FOREIGN,
  KEY_THERE,
  LIFTED_BY_THE_LEDGER,
  MEANWHILE,
  MISFIT,
  NEVER_NOTED,
  NO_SUPERVISOR,
  OF_ANOTHER_LEDGER,
  OF_FORMER_KIOSK,
  ONCE,
  OTHER_KIOSK,
  OWN,
  putBack,
  ROWS,
  row,
  SET_MEANWHILE,
  STAYS_WITH_ITS_KEY,
  STOPPED,
  standsBeside,
  TAMPERED,
} from './misfit-tests.ts';
import type { Protection } from './protection.ts';

/** What tells at a start that files do not belong together, and what goes on meanwhile. */
export const protectionsOfComparison: readonly Protection[] = [
  {
    name: 'holds-set-meanwhile-stand',
    what: 'A legal hold that was set while files did not fit stands again with the right vault, and its entry waits for the ledger.',
    source: {
      file: 'electron/keeper/start/open-files.ts',
      find: 'restoreNoted(vault, ledger, noted);',
      replace: 'void [restoreNoted, vault, ledger, noted];',
    },
    failing: {
      [MEANWHILE]: SET_MEANWHILE,
      [STOPPED]: [STAYS_WITH_ITS_KEY],
      [COPIES]: ['first-release', 'vault-12-ledger-10'].map(standsBeside),
    },
  },
  {
    name: 'waiting-holds-noted',
    what: 'A start on files that do not fit writes down the holds that this vault has alone.',
    source: {
      file: 'electron/keeper/start/build-storage.ts',
      find: 'if (found.isClosed) noteWaiting({ vault, holdsBeside, diskLog });',
      replace: 'void noteWaiting;',
    },
    failing: { [MEANWHILE]: [NEVER_NOTED] },
  },
  {
    name: 'hold-noted-where-key-is-foreign',
    what: 'A hold is written down also where the key is found not to open by the call that sets it.',
    source: {
      file: 'electron/keeper/misfit/files-fit.ts',
      find: 'isLedgerClosed: () => found.isClosed || isKeyForeign(),',
      replace: 'isLedgerClosed: () => found.isClosed,',
    },
    failing: { [MEANWHILE]: [KEY_FOUND_FOREIGN] },
  },
  {
    name: 'noted-hold-waits-once',
    what: 'An entry of a hold whose place is taken in this ledger waits for none that is put in its place.',
    source: {
      file: 'electron/keeper/holds/restore-noted.ts',
      find: 'dropPending(database, repeated);',
      replace: 'void [dropPending, repeated];',
    },
    failing: { [ONCE]: [ENTERED_IN_TURN] },
  },
  {
    name: 'holds-of-former-kiosk-stand',
    what: 'A hold that was set on the files of the kiosk that this one came after stands in this one.',
    source: {
      file: 'electron/keeper/holds/restore-noted.ts',
      find: 'each.kiosk === kiosk || cameAfter(each.kiosk)',
      replace: 'each.kiosk === kiosk',
    },
    failing: { [FORMER_KIOSK]: OF_FORMER_KIOSK },
  },
  {
    name: 'erasures-kept-for-noted-holds',
    what: 'The key of an erasure outlives a start at which a hold is to stand again that may stop it.',
    source: {
      file: 'electron/keeper/start/judge-files.ts',
      find: 'isToStand ? vault.wipes.all() : stoppedWipes({ vault, holds });',
      replace: 'stoppedWipes({ vault, holds });\n  void isToStand;',
    },
    failing: { [STOPPED]: [STAYS_WITH_ITS_KEY] },
  },
  {
    name: 'missing-keys-told',
    what: 'An open application whose key lay in a slot and lies in none is told.',
    source: {
      file: `${MISFIT}/compare-files.ts`,
      find: "...(missing > 0 ? [{ kind: 'keys-missing', applications: missing } as const] : []),",
      replace: '',
    },
    failing: {
      [HOSTILE]: [
        ...[putBack('["keys"]', 'keys-missing'), putBack('["vault","ledger","signing"]', 'keys-missing')],
        ...[GO_ON, OTHER_KIOSK],
      ],
      [TAMPERED]: [AS_READ],
    },
  },
  {
    name: 'surplus-keys-told',
    what: 'A slot with the key of an application that the vault does not have is told.',
    source: {
      file: `${MISFIT}/compare-files.ts`,
      find: "...(surplus > 0 ? [{ kind: 'keys-surplus', keys: surplus } as const] : []),",
      replace: '',
    },
    failing: {
      [HOSTILE]: [row('applications deleted'), GO_ON, OTHER_KIOSK],
      [TAMPERED]: [AS_READ],
    },
  },
  {
    name: 'other-staff-told',
    what: 'A member is told whom only vault or ledger knows, or in another role.',
    source: {
      file: COMPARED,
      find: "...(staff > 0 ? [{ kind: 'staff', members: staff } as const] : []),",
      replace: '',
    },
    failing: {
      [HOSTILE]: [
        ...['staff added', 'a role raised', 'staff deleted'].map(row),
        ...[BY_THE_LEDGER, CODES_NOT_AROUND],
      ],
      [TAMPERED]: [LIFTED_BY_THE_LEDGER],
      [ROWS]: [NO_SUPERVISOR, OWN],
      [COMPARE]: [
        'vault and ledger > may not differ on who works here, in which role, and who was confirmed',
      ],
    },
  },
  {
    name: 'other-custody-told',
    what: 'Another custody than the ledger has decided is told.',
    source: {
      file: COMPARED,
      find: "...(isCustody ? [{ kind: 'custody' } as const] : []),",
      replace: '',
    },
    failing: { [HOSTILE]: [row('other custody')], [COMPARE]: [OF_ANOTHER_LEDGER] },
  },
  {
    name: 'practice-told',
    what: 'A kiosk that practices by its vault alone, or by its ledger alone, is told.',
    source: {
      file: COMPARED,
      find: "...(isPractice ? [{ kind: 'practice' } as const] : []),",
      replace: '',
    },
    failing: {
      [HOSTILE]: [row('practice')],
      [TAMPERED]: [KEY_DESTROYED, KEY_THERE],
      [COMPARE]: [OF_ANOTHER_LEDGER],
      [MEANWHILE]: [ENTERED_ONCE],
    },
  },
  {
    name: 'other-policy-told',
    what: 'Another policy than the one of which the ledger was told last is told.',
    source: {
      file: COMPARED,
      find: "...(differs(ledger.policy, vault.policy) ? [{ kind: 'policy' } as const] : []),",
      replace: '',
    },
    failing: { [HOSTILE]: [row('another policy')] },
  },
  {
    name: 'other-card-printer-told',
    what: 'A card printer that nobody chose by the ledger is told.',
    source: {
      file: COMPARED,
      find: "...(differs(ledger.cardPrinter, vault.cardPrinter) ? [{ kind: 'card-printer' } as const] : []),",
      replace: '',
    },
    failing: { [TAMPERED]: ['another card printer', 'no card printer'].map(device) },
  },
  {
    name: 'other-paper-printer-told',
    what: 'An ordinary printer that nobody chose by the ledger is told.',
    source: {
      file: COMPARED,
      find: "...(differs(ledger.paperPrinter, vault.paperPrinter) ? [{ kind: 'paper-printer' } as const] : []),",
      replace: '',
    },
    failing: { [TAMPERED]: [device('another ordinary printer')] },
  },
  {
    name: 'other-ribbons-told',
    what: 'A used ribbon that the vault lacks, or has still in the printer, is told.',
    source: {
      file: COMPARED,
      find: "...(areSameRibbons(vault, ledger) ? [] : [{ kind: 'ribbons' } as const]),",
      replace: '',
    },
    failing: { [TAMPERED]: [...['no ribbon', 'a ribbon taken out by nobody'].map(device), BY_ENTRY] },
  },
  {
    name: 'other-kiosk-refused',
    what: 'A vault and a ledger of two kiosks are not opened together.',
    source: {
      file: 'electron/keeper/start/judge-files.ts',
      find: "if (ledger.checkpoint()?.kiosk !== kiosk.identifier) return 'other-kiosk';",
      replace: '',
    },
    failing: { [HOSTILE]: [OTHER_KIOSK] },
  },
  {
    name: 'misfit-accepted-as-read',
    what: 'Two supervisors let a kiosk go on in spite of what they read on the screen, and of nothing that came since.',
    source: {
      file: `${MISFIT}/misfit-calls.ts`,
      find: 'kinds.length !== misfits.length || !kinds.every((kind) => misfits.includes(kind))',
      replace: 'kinds.length < 0',
    },
    failing: { [TAMPERED]: [AS_READ] },
  },
  {
    name: 'erasure-without-a-key-goes-on',
    what: 'While files do not fit an erasure goes on whose key is destroyed already.',
    source: {
      file: `${MISFIT}/frozen-holds.ts`,
      find: "isGone ? { kind: 'free' } : { kind: 'wipe-stopped', hold: FREEZE }",
      replace: "isGone ? { kind: 'wipe-stopped', hold: FREEZE } : { kind: 'wipe-stopped', hold: FREEZE }",
    },
    failing: { [TAMPERED]: [KEY_DESTROYED] },
  },
  {
    name: 'erasure-with-a-key-stands-still',
    what: 'While files do not fit an erasure stands still whose key is there.',
    source: {
      file: `${MISFIT}/frozen-holds.ts`,
      find: "if (wipe === null) return { kind: 'frozen', hold: FREEZE, hasSealedKey: true };",
      replace:
        "if (wipe === null) return { kind: 'frozen', hold: FREEZE, hasSealedKey: true };\n      if (!wipe.done.includes('key-destroyed')) return { kind: 'free' };",
    },
    failing: { [TAMPERED]: [KEY_THERE] },
  },
];

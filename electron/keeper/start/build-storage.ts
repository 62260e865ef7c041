import manifest from '../../../package.json' with { type: 'json' };
import type { Configuration } from '../../../shared/contract/configuration.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import { kioskUse } from '../../../shared/contract/kiosk-use.ts';
import { ledgerDetailOf } from '../../../shared/ledger/ledger-detail.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { createCardLookUp } from '../applications/card-look-up.ts';
import { type Clock, clockIn } from '../clock.ts';
import { createDayRows } from '../counter-day/day-rows.ts';
import { setFileTimes } from '../data-folder/file-times.ts';
import { isEndOf } from '../data-folder/former-ledger.ts';
import { createDiskLog } from '../disk/disk-log.ts';
import { createSpace } from '../disk/space.ts';
import { createUnwritten } from '../disk/unwritten.ts';
import { believedClock } from '../expiry/believed-clock.ts';
import { createKioskTime, type KioskTime } from '../expiry/kiosk-time.ts';
import { kioskTimeStore } from '../expiry/kiosk-time-row.ts';
import { lastWritten } from '../expiry/last-written.ts';
import { createSetUpTurn } from '../first-staff/set-up-turn.ts';
import { heldIn } from '../holds/holds.ts';
import { dropFromBeside } from '../holds/holds-beside-vault.ts';
import { noteWaiting } from '../holds/restore-noted.ts';
import { watchOutside } from '../kiosk/watch-outside.ts';
import { openingEntry } from '../ledger/opening-entry.ts';
import { createFilesFit } from '../misfit/files-fit.ts';
import { misfitRowsOf } from '../misfit/misfit-rows.ts';
import { noteMisfits } from '../misfit/note-misfits.ts';
import { createVouching, type Vouching } from '../misfit/vouching.ts';
import { createCountsSoFar } from '../outbox/day-counts.ts';
import { createOutbox } from '../outbox/outbox.ts';
import { createPendingEntries, enqueueEntries } from '../outbox/pending-entries.ts';
import { readOffered } from '../policy/policy-at-start.ts';
import { createBattery } from '../power/battery.ts';
import { createUnfinishedProductions } from '../production/unfinished-productions.ts';
import { endKnownCodes } from '../recovery/end-known-codes.ts';
import { createRecoveryRows } from '../recovery/recovery-rows.ts';
import { createAcceptedNotices } from '../residents/accepted-notices.ts';
import { createWaitingForClerk } from '../residents/waiting-for-clerk.ts';
import { createRibbons } from '../ribbons/ribbons.ts';
import { createClearKey } from '../signing/clear-key.ts';
import { createKeysAtSignIn } from '../signing/keys-at-sign-in.ts';
import { createKioskKey, type KioskKey } from '../signing/kiosk-key.ts';
import { placesLeft } from '../staff/places-left.ts';
import { createStaff, type Staff } from '../staff/staff.ts';
import { staffEntry } from '../staff/staff-entry.ts';
import { createNewestOrder } from '../suspension/newest-order.ts';
import { createSuspensionRows } from '../suspension/suspension-rows.ts';
import { createSuspensions } from '../suspension/suspensions.ts';
import { createTrayChecks } from '../tray/tray-checks.ts';
import { createTraces } from '../vault/traces.ts';
import type { KeeperEnvironment } from './build-sessions.ts';
import type { ServicesFailure } from './judge-files.ts';
import type { KeeperParts } from './keeper-parts.ts';
import { closeKioskFiles, type KioskFiles, openFiles } from './open-files.ts';
import type { KeeperFacts, StorageServices } from './services.ts';

const HOUR = 60 * 60_000;

/** Opens the kiosk's files, and makes what needs nothing but them. */
export function buildStorage(
  configuration: Configuration,
  parts: KeeperParts,
  { keeperFolder, closing, startAgain }: Pick<KeeperEnvironment, 'keeperFolder' | 'closing' | 'startAgain'>,
): Result<StorageServices, ServicesFailure> {
  const build = __EVALUATION__ ? 'evaluation' : 'release';
  const use = kioskUse({ runtime: configuration.electron.runtime, build });
  let kioskKey: KioskKey | null = null;
  let vouching: Vouching | null = null;
  const signingKey = () => {
    if (kioskKey === null) throw new Error('nothing is signed while files are opened');
    return kioskKey.now();
  };
  const files = openFiles(configuration.dataFolder, {
    ...{ custody: parts.openCustody, use, policy: readOffered(configuration.policyPath), signingKey },
    vaultNow() {
      if (vouching === null) throw new Error('the ledger is not written to while files are opened');
      return vouching.vaultNow();
    },
  });
  if (!files.ok) return files;
  const { found } = files.value;
  const { vault, ledger, custody, holds, holdsBeside, policies, inPlace } = files.value;
  const { database, kiosk } = vault;
  const { rules } = policies.inForce;
  const { programmeKey, isFileUnused } = files.value.policyAtStart;
  if (isFileUnused)
    parts.say(
      `A supervisor installed the policy in force (version ${rules.version}); ${configuration.policyPath} is not used.`,
    );
  sayOtherCustody(parts, kiosk.read()?.custody ?? null, configuration.preset.custody);
  const diskLog = createDiskLog(parts.say, parts.onBug);
  const onBug = diskLog.failed;
  dropFromBeside({ holdsBeside, diskLog }, files.value.enteredHolds);
  const unwritten = createUnwritten();
  const machineClock = clockIn(rules.timeZone, parts.clock);
  const { time, rebooted } = buildTime(files.value, machineClock, rules.opening.longestNightHours * HOUR);
  const clock = believedClock(machineClock, time);
  const noted = noteMisfits(vault, found, clock.now());
  if (!noted.ok) {
    closeKioskFiles(files.value);
    return err({ file: 'vault', failure: noted.error });
  }
  const isKeyForeign = (): boolean => kioskKey?.state() === 'misfit';
  const filesFit = createFilesFit({ rows: misfitRowsOf(database), vault, holds, isKeyForeign }, found);
  if (found.isClosed) noteWaiting({ vault, holdsBeside, diskLog });
  const traces = createTraces({
    ...{ vault, unwritten, onBug },
    setFileTimes: (which) => setFileTimes(configuration.dataFolder, clock.startOf(clock.today()), which),
  });
  const keys = buildKeys(files.value, { clock, filesFit, startAgain, onBug });
  kioskKey = keys.kioskKey;
  const { prepare } = kioskKey;
  vouching = createVouching({ vault, kiosk, ledger, isOpen: prepare, held: () => heldIn(database), onBug });
  const detail = () => ledgerDetailOf(policies.inForce.rules);
  const pending = createPendingEntries({ database, ledger, kiosk, detail, clock, key: kioskKey }, () =>
    openingEntry({ kiosk, clock, signingKey }),
  );
  const outbox = createOutbox({ database, kiosk, pending, clock, detail, traces, onBug });
  const recovery = createRecoveryRows(database);
  const space = createSpace(configuration.dataFolder, keeperFolder);
  const battery = createBattery(parts.powerSupplies, machineClock);
  const suspensionRows = createSuspensionRows(database);
  const facts = keeperFacts(configuration, parts, { custody, keeperFolder, build, rebooted });
  return ok({
    ...{ vault, ledger, custody, kiosk, policies, programmeKey, clock, machineClock, time, outbox },
    countsSoFar: createCountsSoFar({ ledger, outbox, detail }),
    ...{ holds, holdsBeside, space, battery, facts, unwritten, traces, diskLog, ...keys, signingKey, onBug },
    ...{ filesFit, found, vouching },
    staff: buildStaff(
      files.value,
      { time, machineClock, clock, recovery, lockAfterMinutes: configuration.lockAfterMinutes },
      outbox,
    ),
    recovery,
    newestOrder: createNewestOrder({ suspensionRows, ledger }),
    ...{ suspensionRows, suspensions: createSuspensions({ suspensionRows, time, kiosk }) },
    setUpTurn: createSetUpTurn(configuration, kiosk),
    trayChecks: createTrayChecks(database),
    ribbons: createRibbons(database),
    dayRows: createDayRows(database),
    unfinishedProductions: createUnfinishedProductions(database),
    acceptedNotices: createAcceptedNotices(database),
    waitingForClerk: createWaitingForClerk((application) => vault.stored(application) !== null),
    cardLookUp: createCardLookUp(),
    outside: watchOutside({ space, time, battery }),
    filesInPlace: inPlace,
    ...{ closing, startAgain },
    later: (milliseconds, run) => parts.later(milliseconds, run, closing),
  });
}

/** The key that signs, and what a sign-in opens. */
function buildKeys(
  { vault, ledger, custody, keySlots }: KioskFiles,
  {
    clock,
    filesFit,
    startAgain,
    onBug,
  }: Pick<StorageServices, 'clock' | 'filesFit' | 'startAgain' | 'onBug'>,
): Pick<StorageServices, 'kioskKey' | 'keysAtSignIn'> {
  const { kiosk } = vault;
  const isToBePutAside = (): boolean => isEndOf(kiosk.formerLedger(), ledger);
  const kioskKey = createKioskKey({
    ...{ slots: keySlots, ledger, clock, onBug },
    clear: createClearKey({ vault, kiosk, onBug }),
    deviceKey: () => custody.deviceKey(),
    maySign: () => kiosk.read() !== null && filesFit.maySign() && !isToBePutAside(),
    beginsAnew: () => kiosk.formerLedger() !== null,
  });
  const misfitRows = misfitRowsOf(vault.database);
  return {
    kioskKey,
    keysAtSignIn: createKeysAtSignIn({
      ...{ kioskKey, custody, filesFit, misfitRows, clock, isToBePutAside, startAgain },
    }),
  };
}

/** What does not change while this keeper runs. */
function keeperFacts(
  configuration: Configuration,
  parts: KeeperParts,
  {
    custody,
    keeperFolder,
    build,
    rebooted,
  }: Pick<StorageServices, 'custody'> &
    Pick<KeeperEnvironment, 'keeperFolder'> &
    Pick<KeeperFacts, 'build' | 'rebooted'>,
): KeeperFacts {
  const sealable = custody.sealable();
  return {
    runtime: configuration.electron.runtime,
    build,
    searchRoots: [configuration.dataFolder, keeperFolder],
    preset: configuration.preset,
    cannotSeal: sealable.ok ? null : sealable.error,
    rebooted,
    exportFolder: configuration.exportFolder,
    version: manifest.version,
    cardFolder: configuration.printer.driver === 'virtual' ? configuration.printer.folder : null,
    sharedFolders: parts.sharedFolders(keeperFolder),
  };
}

/** A kiosk that is live keeps keys where it did: whoever has set it otherwise has to know. */
function sayOtherCustody(
  { say }: KeeperParts,
  decided: CustodyKind | null,
  wanted: CustodyKind | null,
): void {
  if (decided === null || wanted === null || decided === wanted) return;
  say(`The settings ask for custody "${wanted}". This kiosk went live with "${decided}", and keeps it.`);
}

/** Kiosk time, and whether the machine was started anew since the keeper before this one. */
function buildTime(
  { vault: { database, kiosk }, ledger, policies }: KioskFiles,
  machineClock: Clock,
  longestNight: number,
): { readonly time: KioskTime; readonly rebooted: boolean } {
  const isSetUp = (): boolean => kiosk.read() !== null;
  const store = kioskTimeStore(
    database,
    (entries) =>
      enqueueEntries(
        {
          ...{ database, ledger, kiosk, clock: machineClock },
          detail: () => ledgerDetailOf(policies.inForce.rules),
          // That time jumped is known before anybody has signed in, and is believed of anybody.
          key: { sign: () => null },
        },
        entries,
      ),
    isSetUp,
  );
  // Before kiosk time goes on: the row still has the boot of the keeper before this one.
  const lastBoot = store.read()?.boot ?? machineClock.bootId();
  const time = createKioskTime(machineClock, store, {
    longestNight,
    lastWritten: () => lastWritten(ledger, machineClock),
    mayDoubt: isSetUp,
  });
  return { time, rebooted: lastBoot !== machineClock.bootId() };
}

function buildStaff(
  { vault: { database, kiosk }, ledger, custody }: KioskFiles,
  {
    time,
    machineClock,
    clock,
    recovery,
    lockAfterMinutes,
  }: Pick<StorageServices, 'time' | 'machineClock' | 'clock' | 'recovery'> &
    Pick<Configuration, 'lockAfterMinutes'>,
  outbox: StorageServices['outbox'],
): Staff {
  return createStaff({
    database,
    elapsed: () => time.now().elapsed,
    uptime: machineClock.uptime,
    lockAfterMinutes,
    deviceKey: () => custody.deviceKey(),
    kioskName: () => kiosk.read()?.name ?? null,
    supervisorLeft: (member) => endKnownCodes({ recovery, ledger, database }, member),
    placesLeft: () => placesLeft(ledger, database),
    record: (event) => outbox.enqueue([staffEntry(event, clock.now())]),
  });
}

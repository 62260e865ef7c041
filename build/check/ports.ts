import { isOfTests, type SourceFile } from './imports.ts';

/** A feature that needs more than these of the others knows too much of them. */
const MOST_MEMBERS = 8;

/** Ports that have more today, by what they extend as well. May only get shorter. */
const WIDE_PORTS: Readonly<Record<string, number>> = {
  ProductionPort: 15,
  RecordSearchesPort: 15,
  ResidentPort: 15,
  DayPort: 14,
  CarryOutPort: 13,
  AfterDeathPort: 12,
  EndUnattendedPort: 11,
  IntakePort: 11,
  OrderPort: 11,
  PrintPort: 11,
  StatementPort: 11,
  DenialPort: 10,
  FinishPort: 10,
  OrdinaryPrinterPort: 10,
  PracticePort: 10,
  RecordPort: 10,
  ResidentIdlePort: 10,
  BeginPort: 9,
  KioskPort: 9,
  LedgerPort: 9,
  OpenPort: 9,
  OrphanJobsPort: 9,
  RecordSearchPort: 9,
  SessionEndingsPort: 9,
  StaffPort: 9,
};

/** How often a port picks from a larger type instead of saying what it calls. May only get shorter. */
const PICKING_PORTS: Readonly<Record<string, number>> = {
  AfterDeathPort: 2,
  CarryOutPort: 2,
  DaySheetsPort: 2,
  HeldApplicationsPort: 2,
  LeaveHeldPort: 2,
  ResidentStatusPort: 2,
  SessionWatchPort: 2,
  WaitingPort: 2,
  ForgetEndingPort: 1,
  LeaveSearchPort: 1,
  LedgerPort: 1,
  NoticeAcceptancesPort: 1,
  RecordPort: 1,
  RecoveryPort: 1,
  ResidentGatePort: 1,
  ResidentIdlePort: 1,
  ResidentPort: 1,
  ResidentScreenPort: 1,
  SnapshotsPort: 1,
  StatementCallsPort: 1,
  StatementPort: 1,
  StatisticsPort: 1,
  WorkStatusPort: 1,
};

interface Declared {
  readonly path: string;
  readonly name: string;
  readonly bases: readonly string[];
  readonly members: readonly string[];
  readonly picks: number;
}

const INTERFACE = /interface (\w+)(?:<[^>]*>)?(?:\s+extends ([^{]+?))?\s*\{\n([\s\S]*?)\n\}/g;
const JOINED = /type (\w+Port) = ([^;{]+);/g;
const MEMBER = /^ {2}(?:readonly )?(\w+)[?]?[(:<]/gm;

/**
 * Ports that are too wide, and ports that pick. Each is held to the lists above: a port that is not in them is held to
 * eight members and no `Pick` or `Omit`; one that got better has to be taken out of them, so that it stays so.
 */
export function portsOutOfBounds(
  sources: readonly SourceFile[],
  wide: Readonly<Record<string, number>> = WIDE_PORTS,
  picking: Readonly<Record<string, number>> = PICKING_PORTS,
): readonly string[] {
  const declared = sources
    .filter(({ path }) => path.startsWith('electron/') && !isOfTests(path))
    .flatMap(declaredIn);
  const ports = declared.filter(({ name }) => /Port$/.test(name));
  const counted = (
    known: Readonly<Record<string, number>>,
    count: (port: Declared) => number,
    most: number,
  ) =>
    [...new Set([...ports.map(({ name }) => name), ...Object.keys(known)])].map((name) => ({
      ...{ name, most: known[name] ?? most, isKnown: known[name] !== undefined },
      count: Math.max(0, ...ports.filter((port) => port.name === name).map(count)),
    }));
  return [
    ...counted(wide, (port) => membersOf(port, declared).size, MOST_MEMBERS).flatMap(
      ({ name, count, most, isKnown }) => {
        if (count > most) return [`${name} has ${count} members; ${most} are the most`];
        return isKnown && count < most
          ? [`${name} has ${count} members: its number in build/check/ports.ts may get smaller`]
          : [];
      },
    ),
    ...counted(picking, ({ picks }) => picks, 0).flatMap(({ name, count, most, isKnown }) => {
      if (count > most)
        return [`${name} picks from a larger type (${count}, ${most} allowed): say what it calls`];
      return isKnown && count < most
        ? [`${name} picks ${count} times: its number in build/check/ports.ts may get smaller`]
        : [];
    }),
  ];
}

function declaredIn({ path, text }: SourceFile): readonly Declared[] {
  const found = [...text.matchAll(INTERFACE), ...text.matchAll(JOINED)];
  return found.map(([whole, name = '', bases = '', body = '']) => ({
    ...{ path, name },
    bases: bases.match(/\b[A-Z]\w+/g) ?? [],
    members: [...body.matchAll(MEMBER)].map(([, member = '']) => member),
    picks: whole.match(/\b(?:Pick|Omit)</g)?.length ?? 0,
  }));
}

/** By name, with those of what it extends: of its own file first. */
function membersOf(port: Declared, declared: readonly Declared[]): ReadonlySet<string> {
  const inherited = port.bases.flatMap((base) => {
    const found = declared.filter(({ name }) => name === base);
    const nearest = found.find(({ path }) => path === port.path) ?? found[0];
    return nearest === undefined ? [] : [...membersOf(nearest, declared)];
  });
  return new Set([...port.members, ...inherited]);
}

import { isOfTests, type SourceFile } from './imports.ts';

/** A feature that needs more than these of the others knows too much of them. */
const MOST_MEMBERS = 8;

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
 * Ports that are too wide, by what they extend as well, and ports that pick from a larger type instead of saying what they
 * call.
 */
export function portsOutOfBounds(sources: readonly SourceFile[]): readonly string[] {
  const declared = sources
    .filter(({ path }) => path.startsWith('electron/') && !isOfTests(path))
    .flatMap(declaredIn);
  return declared
    .filter(({ name }) => /Port$/.test(name))
    .flatMap((port) => {
      const { size } = membersOf(port, declared);
      return [
        ...(size > MOST_MEMBERS ? [`${port.name} has ${size} members; ${MOST_MEMBERS} are the most`] : []),
        ...(port.picks > 0 ? [`${port.name} picks from a larger type: say what it calls`] : []),
      ];
    });
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

import type { Counter } from '../counter.ts';
import { UNITS, type Unit } from './units.ts';

/** The lines of a unit's section [Service], with its drop-ins, as systemd has them on this machine. */
export async function linesOf(counter: Counter, unit: Unit): Promise<readonly string[]> {
  return serviceLines(await counter.says('systemctl', 'cat', UNITS[unit]));
}

/** The lines of the sections [Service] in what `systemctl cat` prints: without remarks, each in one piece. */
export function serviceLines(text: string): readonly string[] {
  const lines: string[] = [];
  let section = '';
  for (const raw of text.replaceAll(/\\\n\s*/g, '').split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue;
    const header = /^\[(\w+)\]$/.exec(line)?.[1];
    if (header !== undefined) section = header;
    else if (section === 'Service') lines.push(line);
  }
  return lines;
}

import type { Counter } from '../counter.ts';
import { UNITS, type Unit } from './units.ts';

/** By sh: prints each folder in which whoever runs it writes a program and starts it. */
const STARTED = String.raw`find / \( -path /proc -o -path /sys \) -prune -o -type d -writable -print 2>/dev/null | while IFS= read -r folder; do
  file=$(mktemp -p "$folder" 2>/dev/null) || continue
  cp /usr/bin/true "$file" 2>/dev/null && chmod 0700 "$file" && "$file" 2>/dev/null && printf '%s\n' "$folder"
  rm -f "$file"
done`;

const AS_KIOSK = ['setpriv', '--reuid', 'counterfoil', '--regid', 'counterfoil', '--clear-groups'] as const;

/** Folders in which the kiosk's account writes programs and starts them, as a unit that runs sees them; null: as the machine does. */
export async function startedPlaces(counter: Counter, unit: Unit | null): Promise<readonly string[]> {
  const view =
    unit === null
      ? []
      : ['nsenter', '--target', await counter.property(UNITS[unit], 'MainPID'), '--mount', '--'];
  const said = await counter.says(...view, ...AS_KIOSK, 'sh', '-c', STARTED);
  return said.split('\n').filter((line) => line !== '');
}

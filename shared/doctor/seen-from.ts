/**
 * Where a doctor looks from. `kiosk-unit`: with the mounts of the unit that the kiosk runs in, as its own processes see the
 * computer. `shell`: from anywhere else; the unit's display, its shared memory and its limits are not seen from there.
 */
export const seenFromPlaces = ['kiosk-unit', 'shell'] as const;
export type SeenFrom = (typeof seenFromPlaces)[number];

/** Whether /proc/self/cgroup (cgroups(7)), a line for each hierarchy, says that a process is this unit's. */
export function isInUnit(cgroup: string, unit: string): boolean {
  return cgroup.split('\n').some((line) => line.split('/').slice(1).includes(unit));
}

/** What a check says that can only be made from inside. */
export const LOOK_FROM_INSIDE = 'Run `counterfoil-doctor` as root: it looks from inside the kiosk’s unit.';

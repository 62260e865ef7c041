import type { StaffText } from '../../../shared/record-search/staff-texts.ts';

/** Rows of the vault in which staff typed something that stands there in clear. */
export interface StaffTextsPort {
  readonly kiosk: { read(): { readonly name: string } | null };
  readonly staff: { names(): readonly string[] };
  readonly holds: { all(): readonly { readonly set_by: string; readonly reference: string | null }[] };
  /** As they are written: what has ended by the clock is there until the next round. */
  readonly suspensionRows: {
    all(): readonly { readonly setBy: string; readonly notice: Readonly<Record<string, string>> }[];
  };
}

/** Every such text, as it is now. The keeper may know them: they are no applicant's, unless somebody typed one's name there. */
export function staffTextsIn({ kiosk, staff, holds, suspensionRows }: StaffTextsPort): readonly StaffText[] {
  const [standing, suspensions] = [holds.all(), suspensionRows.all()];
  const references = standing.flatMap(({ reference }) => (reference === null ? [] : [reference]));
  const notices = suspensions.flatMap(({ notice }) => Object.values(notice));
  const name = kiosk.read()?.name;
  // Whoever set a hold, or suspended intake, may work here no more.
  const names = new Set([
    ...staff.names(),
    ...standing.map(({ set_by }) => set_by),
    ...suspensions.map(({ setBy }) => setBy),
  ]);
  return [
    ...references.map((text) => ({ source: 'counsel-reference', text }) as const),
    ...notices.map((text) => ({ source: 'notice', text }) as const),
    ...(name === undefined ? [] : [{ source: 'kiosk-name', text: name } as const]),
    ...[...names].map((text) => ({ source: 'staff-name', text }) as const),
  ];
}

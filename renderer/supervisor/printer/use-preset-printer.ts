import type { PrinterRole } from '../../../shared/contract/printing/printer.ts';
import type { PresetPrinter } from '../../../shared/settings/preset.ts';
import { useStaffView } from '../../core-client/core.tsx';

/** The printer that the settings name for this; null: they name none. */
export function usePresetPrinter(role: PrinterRole): PresetPrinter | null {
  return useStaffView(({ preset }) => (role === 'card' ? preset.cardPrinter : preset.ordinaryPrinter));
}

/** What is in the field before anybody has typed: the printer that the settings name, unless it is in use already. */
export function useOfferedAddress(role: PrinterRole): string {
  const preset = usePresetPrinter(role);
  const inUse = useStaffView(({ printer, ordinaryPrinter }) =>
    role === 'card' ? printer.address : (ordinaryPrinter?.address ?? null),
  );
  return preset === null || preset.address === inUse ? '' : preset.address;
}

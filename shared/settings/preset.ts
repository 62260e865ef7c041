import { z } from 'zod';
import { custodyKind } from '../contract/custody.ts';
import { certificatePin, printerAddress } from '../contract/printing/printer.ts';

/** A label may be as long as a USB device's text (126), with its numbers behind it. */
export const LONGEST_CAMERA_NAME = 150;

/** A printer by its address, as an inspection has it. `pin`: of its certificate; null: a person compares it. */
const presetPrinter = z.object({ address: printerAddress, pin: certificatePin.nullable() });
export type PresetPrinter = z.infer<typeof presetPrinter>;

/** What IT decided in the settings, and screens have to know. Null: the settings say nothing of it. */
export const preset = z.object({
  /** Where keys are kept once the kiosk goes live; null: the supervisor who does it decides. */
  custody: custodyKind.nullable(),
  /** The label of the camera, or a part of it; null: the first camera is taken. */
  camera: z.string().min(1).max(LONGEST_CAMERA_NAME).nullable(),
  /** The display’s size in pixels of its own; null: any. */
  display: z.object({ width: z.int().min(1), height: z.int().min(1) }).nullable(),
  /** Offered where a supervisor chooses a printer for cards, and for papers. */
  cardPrinter: presetPrinter.nullable(),
  ordinaryPrinter: presetPrinter.nullable(),
});
export type Preset = z.infer<typeof preset>;

/** The settings say nothing. */
export const NO_PRESET: Preset = {
  ...{ custody: null, camera: null, display: null },
  ...{ cardPrinter: null, ordinaryPrinter: null },
};

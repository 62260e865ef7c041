import { z } from 'zod';
import {
  coreDefectPlaces,
  type Defect,
  type DefectPlace,
  defectKinds,
  MOST_PLACES,
  osPrintingDefectPlaces,
  sessionDefectPlaces,
} from '../../defects.ts';

/** A defect in one of these places, as a process whose own standard error leads nowhere tells it. */
function defectIn(places: readonly DefectPlace[]): z.ZodType<Defect> {
  return z.object({
    place: z.enum(places),
    error: z.enum(defectKinds),
    at: z.array(z.string()).max(MOST_PLACES),
  });
}

/** From a core to the keeper. */
export const coreDefect: z.ZodType<Defect> = defectIn(coreDefectPlaces);

/** From the relay to the main process, and from that to the keeper. */
export const sessionDefect: z.ZodType<Defect> = defectIn(sessionDefectPlaces);

/** From the Electron that prints to the print worker. */
export const osPrintingDefect: z.ZodType<Defect> = defectIn(osPrintingDefectPlaces);

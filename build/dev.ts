import { runKiosk } from './dev/run-kiosk.ts';
import { serveScreens } from './dev/serve-screens.ts';

/** `npm run dev`: the screens without a kiosk; with `--kiosk` a kiosk that follows the sources. */
if (process.argv.includes('--kiosk')) await runKiosk();
else await serveScreens();

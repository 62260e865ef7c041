import type { Preview } from '../../../shared/contract/application/application-view.ts';
import type { CoreStore } from '../../core-client/store.ts';

/** The preview as soon as it is drawn; after `milliseconds` whatever it is then. */
export function drawablePreview(store: CoreStore, milliseconds: number): Promise<Preview | null> {
  return new Promise((resolve) => {
    const done = (): void => {
      stopListening();
      clearTimeout(timer);
      resolve(store.getState().preview);
    };
    const stopListening = store.subscribe(({ preview }) => {
      if (preview?.kind === 'drawn') done();
    });
    const timer = setTimeout(done, milliseconds);
  });
}

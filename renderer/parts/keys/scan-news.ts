import { createStore } from 'zustand/vanilla';

/** When a scanned card was last taken out of a text field, and not told for long enough yet; null: never. */
export const scanNews = createStore<{ readonly at: number | null }>()(() => ({ at: null }));

/** A scanned card was taken out of a text field. */
export function tellScan(at: number): void {
  scanNews.setState({ at });
}

export function forgetScan(): void {
  scanNews.setState({ at: null });
}

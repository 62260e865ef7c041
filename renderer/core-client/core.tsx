import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { InputName } from '../../shared/application/fields.ts';
import type { Refusal } from '../../shared/contract/refusals.ts';
import type { KioskStatus } from '../../shared/contract/status.ts';
import type { PolicyRules } from '../../shared/programme/complete.ts';
import type { CoreClient } from './client.ts';
import { type CommitQueue, createCommitQueue } from './commit-queue.ts';
import type { CoreStore, CoreView } from './store.ts';

/** What the screens work with: the acts, what the core told, and the typed text on its way to it. */
export interface Core {
  readonly client: CoreClient;
  readonly store: CoreStore;
  readonly commits: CommitQueue<InputName>;
  /** Why typed text is not kept yet; `null` while all is well. */
  readonly commitTrouble: StoreApi<{ readonly refusal: Refusal | null }>;
}

const CoreContext = createContext<Core | null>(null);

/** Gives the screens below it one core to work with. */
export function CoreProvider(props: {
  client: CoreClient;
  store: CoreStore;
  children: ReactNode;
}): ReactNode {
  const { client, store } = props;
  const core = useMemo<Core>(() => {
    const commitTrouble = createStore<{ refusal: Refusal | null }>()(() => ({ refusal: null }));
    return {
      client,
      store,
      commits: createCommitQueue<InputName>(
        (field, typed) => client.answer({ field, typed }),
        (refusal) => commitTrouble.setState({ refusal }),
      ),
      commitTrouble,
    };
  }, [client, store]);
  return <CoreContext.Provider value={core}>{props.children}</CoreContext.Provider>;
}

/** The core of this screen. */
export function useCore(): Core {
  const core = useContext(CoreContext);
  if (core === null) throw new Error('a screen stands outside CoreProvider');
  return core;
}

/** A part of what the core told, kept up to date. */
export function useCoreView<Part>(select: (view: CoreView) => Part): Part {
  return useStore(useCore().store, select);
}

/** A part of what staff are told of the kiosk; null: nothing yet, or a resident has the screen, whose page is told none of it. */
export function useStaffView<Part>(select: (status: KioskStatus) => Part): Part | null {
  return useCoreView(({ status }) => (status?.holder === 'staff' ? select(status) : null));
}

/** The application's policy; before there is one, the policy in force. It comes with the status. */
export function usePolicy(): PolicyRules {
  const policy = useCoreView((view) => view.policy);
  if (policy === null) throw new Error('a screen is shown before the core has answered');
  return policy;
}

/**
 * The kiosk's time zone. Never a policy's: an application may have begun under another one, and the policy in force may have
 * been installed since the kiosk started.
 */
export function useTimeZone(): string {
  const timeZone = useCoreView(({ status }) => status?.timeZone);
  if (timeZone === undefined) throw new Error('a screen is shown before the core has answered');
  return timeZone;
}

/** Why typed text is not kept yet, if so. */
export function useCommitTrouble(): Refusal | null {
  return useStore(useCore().commitTrouble, (state) => state.refusal);
}

/** Whether whoever is served is invented. */
export function usePractice(): boolean {
  return useCoreView(({ status }) => status?.practice ?? false);
}

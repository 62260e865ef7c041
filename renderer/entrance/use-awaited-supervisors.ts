import { useEffect, useState } from 'react';
import { useCore } from '../core-client/core.tsx';

/**
 * Supervisors of a provisioning who could approve nothing yet: they choose a passphrase of their own when they sign in for the
 * first time. One who was added here is to be confirmed besides, which takes another one.
 */
export function useAwaitedSupervisors(): readonly string[] {
  const { client } = useCore();
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    let isWanted = true;
    void client.members({}).then((answer) => {
      if (!isWanted || !answer.ok) return;
      const { members } = answer.value;
      const awaited = members.filter(
        ({ role, mustChange, unconfirmed }) => role === 'supervisor' && mustChange && unconfirmed === null,
      );
      setNames(awaited.map(({ name }) => name));
    });
    return () => {
      isWanted = false;
    };
  }, [client]);
  return names;
}

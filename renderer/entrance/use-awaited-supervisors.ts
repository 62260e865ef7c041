import { useEffect, useState } from 'react';
import { useCore } from '../core-client/core.tsx';

/**
 * Supervisors who were added and could approve nothing yet: they choose a passphrase of their own when they sign in for the
 * first time.
 */
export function useAwaitedSupervisors(): readonly string[] {
  const { client } = useCore();
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    let isWanted = true;
    void client.members({}).then((answer) => {
      if (!isWanted || !answer.ok) return;
      const { members } = answer.value;
      const awaited = members.filter(({ role, mustChange }) => role === 'supervisor' && mustChange);
      setNames(awaited.map(({ name }) => name));
    });
    return () => {
      isWanted = false;
    };
  }, [client]);
  return names;
}

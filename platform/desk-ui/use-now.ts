import { useEffect, useState } from "react";
import { useSession } from "./session.tsx";

const EVERY_MS = 30_000;

/** Now, by the clock of the notices, as an ISO instant; goes on while the page stands open. The server is not asked: nobody stays signed in by a clock. */
export function useNow(): string {
  const { policyNow } = useSession();
  const [now, setNow] = useState(() => policyNow().toISOString());
  useEffect(() => {
    const timer = setInterval(() => { setNow(policyNow().toISOString()); }, EVERY_MS);
    return () => { clearInterval(timer); };
  }, [policyNow]);
  return now;
}

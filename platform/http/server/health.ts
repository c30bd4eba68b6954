import { everybody } from "../access.ts";
import { httpProblem } from "../problem.ts";
import type { Route } from "./route.ts";
import type { SendProblem } from "./problems.ts";

/** `/healthz`: the process lives. `/readyz`: it can serve, or what is missing, for whoever sends it traffic. */
export function healthRoutes({ missing, sendProblem }: { missing: () => Promise<readonly string[]>; sendProblem: SendProblem }): Route[] {
  return [
    {
      method: "GET", url: "/healthz", access: everybody("that the process is alive"),
      handler: (_request, reply) => reply.header("cache-control", "no-store").send({ status: "alive" }),
    },
    {
      method: "GET", url: "/readyz", access: everybody("whether it can serve, and which part is missing"),
      handler: async (request, reply) => {
        const reasons = await missing();
        if (reasons.length > 0) return sendProblem(request, reply, httpProblem(503, { reasons }));
        return reply.header("cache-control", "no-store").send({ status: "ready" });
      },
    },
  ];
}

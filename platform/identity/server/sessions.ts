import { inTransaction } from "#platform/db/server";
import type { SignedIn } from "#platform/http";
import type { Authenticate } from "#platform/http/server";
import { createHash, randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ClientBase } from "pg";
import { grantsOf } from "../roles.ts";
import { everywhere, type IdentityParts } from "./identity-parts.ts";
import { endSession, findSession, insertSession, postsOf, touchSession, type KeptPerson, type KeptSession, type WayIn } from "./store.ts";

/** A working day, and a long look away from the screen. */
const WHOLE_MILLISECONDS = 12 * 3_600_000;
const IDLE_MILLISECONDS = 60 * 60_000;
/** How often "seen" is written down. */
const TOUCH_MILLISECONDS = 60_000;

/** Sessions: a random token in a cookie, its hash in the database. */
export type Sessions = {
  readonly authenticate: Authenticate;
  /** Opens a session in the caller's transaction and sets its cookie. */
  readonly begin: (tx: ClientBase, person: Pick<KeptPerson, "district" | "id">, openedBy: WayIn, reply: FastifyReply) => Promise<void>;
  readonly end: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  readonly tokenHashOf: (request: FastifyRequest) => string | null;
};

/** Must this session change the password before anything else? One that somebody handed over opens nothing; who came in by the city's provider never used it. */
export function mustChangePassword({ person, openedBy }: Pick<KeptSession, "person" | "openedBy">): boolean {
  return openedBy === "password" && person.mustChangePassword;
}

/** The name of the session's cookie. Its prefix makes browsers refuse one that another site of the same domain tries to set. */
export function sessionCookie(publicUrl: string): string {
  return publicUrl.startsWith("https://") ? "__Host-anxin_session" : "anxin_session";
}

export function sessions(parts: IdentityParts): Sessions {
  const { pool, clock, city, publicUrl } = parts;
  const isSecure = publicUrl.startsWith("https://");
  const name = sessionCookie(publicUrl);
  const cookie = (value: string, seconds: number): string => `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${isSecure ? "; Secure" : ""}`;
  const codes = city.districts.map(({ code }) => code);

  function tokenHashOf(request: FastifyRequest): string | null {
    const token = new RegExp(`(?:^|;\\s*)${name}=([A-Za-z0-9_-]{43})(?:;|$)`).exec(request.headers.cookie ?? "")?.[1];
    return token === undefined ? null : createHash("sha256").update(token).digest("hex");
  }
  async function authenticate(request: FastifyRequest): Promise<SignedIn | null> {
    const tokenHash = tokenHashOf(request);
    if (tokenHash === null) return null;
    const now = clock.machineNow();
    return inTransaction(pool, everywhere(parts, "server"), async (tx) => {
      const session = await findSession(tx, tokenHash);
      if (session === null || now.getTime() - session.createdAt.getTime() > WHOLE_MILLISECONDS || now.getTime() - session.seenAt.getTime() > IDLE_MILLISECONDS) return null;
      if (now.getTime() - session.seenAt.getTime() > TOUCH_MILLISECONDS) await touchSession(tx, session.person.district, tokenHash, now);
      const { id, name: personName, district } = session.person;
      const grants = mustChangePassword(session) ? new Map<string, readonly string[]>() : grantsOf(await postsOf(tx, [id]), city.code, codes);
      return { personId: id, name: personName, district, districts: [...new Set([...grants.values()].flat())].toSorted(), grants, csrfToken: session.csrfToken };
    });
  }
  return {
    authenticate, tokenHashOf,
    begin: async (tx, person, openedBy, reply) => {
      const token = randomBytes(32).toString("base64url");
      await insertSession(tx, person, { tokenHash: createHash("sha256").update(token).digest("hex"), csrfToken: randomBytes(24).toString("base64url"), openedBy }, clock.machineNow());
      reply.header("set-cookie", cookie(token, WHOLE_MILLISECONDS / 1_000));
    },
    end: async (request, reply) => {
      const tokenHash = tokenHashOf(request);
      if (tokenHash !== null) await inTransaction(pool, everywhere(parts, "server"), async (tx) => {
        const person = await endSession(tx, tokenHash, clock.machineNow());
        if (person !== null) await parts.audit(tx, { district: person.district, actor: person.id, action: "people.sign-out", object: `person:${person.id}`, details: {} });
      });
      reply.header("set-cookie", cookie("", 0));
    },
  };
}

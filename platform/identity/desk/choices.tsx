/** @jsxImportSource react */
import { useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import type { ReactNode } from "react";
import type { BodyView } from "../people-view.ts";
import { ROLE_FACTS, ROLES } from "../roles.ts";

/** Chooses a body by its name. */
export function BodyChoice({ id, bodies, value, choose }: { readonly id: string; readonly bodies: readonly BodyView[]; readonly value: string; readonly choose: (id: string) => void }): ReactNode {
  const { language } = useLanguage();
  return <select className="native" id={id} value={value} onChange={(event) => { choose(event.target.value); }}>{bodies.map((body) => <option key={body.id} value={body.id}>{inLanguage(body.name, language)}</option>)}</select>;
}

/** Chooses what a post lets somebody do. */
export function RoleChoice({ id, value, choose }: { readonly id: string; readonly value: (typeof ROLES)[number]; readonly choose: (role: (typeof ROLES)[number]) => void }): ReactNode {
  const { language } = useLanguage();
  const say = useWords(words);
  return <select className="native" id={id} aria-label={say.role} value={value} onChange={(event) => { choose(ROLES.find((role) => role === event.target.value) ?? "editor"); }}>{ROLES.map((role) => <option key={role} value={role}>{inLanguage(ROLE_FACTS[role].name, language)}</option>)}</select>;
}

const words = messages({ role: { zh: "岗位", en: "Role" } });

/** @jsxImportSource react */
import { auditDesk } from "#platform/audit/desk";
import { DeskApp } from "#platform/desk-ui";
import { FirstPassword, Home, identityDesk, SignIn } from "#platform/identity/desk";
import { casesDesk } from "#services/cases/desk";
import { noticesDesk } from "#services/notices/desk";
import { registersDesk } from "#services/registers/desk";
import { rulesDesk } from "#services/rules/desk";
import { stayingDesk } from "#services/staying/desk";
import { levelsDesk } from "#services/travel/desk";
import { createRoot } from "react-dom/client";

const place = document.querySelector<HTMLElement>("#desk");
if (place !== null) {
  const services = (place.dataset["services"] ?? "").split(" ");
  /** What the desk offers, in the order of its navigation. A new module is one entry; one that not every pack sets up is there where the server names it. */
  const modules = [...(services.includes("cases") ? [casesDesk] : []), noticesDesk, rulesDesk, ...(services.includes("travel") ? [levelsDesk] : []), ...(services.includes("staying") ? [stayingDesk] : []), ...(services.includes("registers") ? [registersDesk] : []), identityDesk, auditDesk];
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
  createRoot(place).render(<DeskApp modules={modules} SignIn={SignIn} FirstPassword={FirstPassword} Home={Home} city={{ zh: place.dataset["cityZh"] ?? "", en: place.dataset["cityEn"] ?? "" }} drill={place.dataset["drill"] === "true"} today={new Date(place.dataset["now"] ?? Date.now())} nonce={nonce} />);
}

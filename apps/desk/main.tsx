/** @jsxImportSource react */
import { auditDesk } from "#platform/audit/desk";
import { DeskApp } from "#platform/desk-ui";
import { FirstPassword, Home, identityDesk, SignIn } from "#platform/identity/desk";
import { noticesDesk } from "#services/notices/desk";
import { rulesDesk } from "#services/rules/desk";
import { levelsDesk } from "#services/travel/desk";
import { createRoot } from "react-dom/client";

/** What the desk offers, in the order of its navigation. A new module is one entry. */
const modules = [noticesDesk, rulesDesk, levelsDesk, identityDesk, auditDesk];

const place = document.querySelector<HTMLElement>("#desk");
if (place !== null) {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
  createRoot(place).render(<DeskApp modules={modules} SignIn={SignIn} FirstPassword={FirstPassword} Home={Home} city={{ zh: place.dataset["cityZh"] ?? "", en: place.dataset["cityEn"] ?? "" }} drill={place.dataset["drill"] === "true"} today={new Date(place.dataset["now"] ?? Date.now())} nonce={nonce} />);
}

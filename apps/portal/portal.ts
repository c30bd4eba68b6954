import type { Notice } from "#services/notices";
import { caseScripts } from "#services/cases/portal";
import { noticeDoors, portalPages, portalScripts } from "#services/notices/portal";
import type { City } from "#platform/pack";
import type { LocalText } from "#platform/i18n";
import type { Door, Site } from "#platform/portal-ui";

/** The live doors of the home page, in the order people need them. A service adds its own here once it works. */
export function portalDoors(notices: readonly Notice[]): readonly Door[] {
  return noticeDoors(notices);
}

/** Every page and script of the portal, over all services. Patterns are tried with fixed parts before names. */
export const pages = portalPages;
export const scripts = [...portalScripts, ...caseScripts];

type Install = {
  readonly publicUrl: string;
  readonly name: LocalText;
  readonly city: City;
  readonly notices: readonly Notice[];
  /** Day of the policy clock in China, ISO date. */
  readonly today: string;
  readonly drill: boolean;
  readonly scriptUrl: (name: string) => string | null;
  readonly alert: Site["alert"];
};

/** What every page says of the install. The bodies at the foot are those of the first notice in force. */
export function portalSite({ publicUrl, name, city, notices, today, drill, scriptUrl, alert }: Install): Site {
  const first = notices.find(({ withdrawn }) => withdrawn === null) ?? notices[0];
  return {
    publicUrl: publicUrl.replace(/\/+$/, ""),
    name,
    helpline: city.helpline,
    feeReport: city.feeReport,
    bodies: first === undefined ? null : { issuer: first.issuer, publisher: first.publisher, operator: first.operator },
    today,
    drill,
    restated: notices.some(({ textKind }) => textKind === "restatement"),
    scriptUrl,
    alert,
  };
}

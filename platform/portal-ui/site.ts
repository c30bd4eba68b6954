import type { LocalText } from "#platform/i18n";
import type { Body, Sourced } from "#platform/pack";

/** The three bodies of a notice; three different ones, never merged in print. */
export type Bodies = { readonly issuer: Body; readonly publisher: Body; readonly operator: Body };

/** What every page of the portal needs to know of the install. Facts come from the pack, with their sources. */
export type Site = {
  /** Absolute, without a slash at the end; QR codes and printed addresses begin with it. */
  readonly publicUrl: string;
  readonly name: LocalText;
  readonly helpline: Sourced<string>;
  readonly feeReport: Sourced<LocalText>;
  readonly bodies: Bodies | null;
  /** Day of the policy clock in China, ISO date. */
  readonly today: string;
  /** True while the clock runs a drill (演练): every page says so. */
  readonly drill: boolean;
  /** The texts served are restatements (转述), not originals. */
  readonly restated: boolean;
  /** Address of a bundled enhancement script by name; null leaves it out, the page works all the same. */
  readonly scriptUrl: (name: string) => string | null;
  /** The newest change that concerns everybody, as a strip on every page; the whole strip is its link. */
  readonly alert: { readonly text: LocalText; readonly path: string } | null;
};

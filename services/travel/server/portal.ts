import type { AnswerPageProps, AreasPageProps, StricterPageProps, TravelFormProps } from "../portal/index.ts";
import type { RiskStatement } from "../risk-list/index.ts";

/** The pages as the routes need them: HTML by address. `apps/server` makes one from the page components; what they say of the install is added there. */
export type TravelPortal = {
  readonly travelForm: (url: string, form: Omit<TravelFormProps, "city" | "drill">) => string;
  readonly travelAnswer: (url: string, answer: Omit<AnswerPageProps, "notices" | "travel" | "nameOf" | "shortNameOf" | "districts" | "approvalPath">) => string;
  readonly riskAreas: (url: string, areas: AreasPageProps) => string;
  readonly riskHistory: (url: string, statements: readonly RiskStatement[]) => string;
  readonly stricterRules: (url: string, report: Omit<StricterPageProps, "notices" | "levels">) => string;
};

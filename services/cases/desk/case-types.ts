import { requestJson } from "#platform/desk-ui";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { CaseTypesView } from "../desk-views.ts";

/** Types of cases, districts and clauses; they change with the pack alone. */
export function useCaseTypes(): UseQueryResult<CaseTypesView> {
  return useQuery({ queryKey: ["cases", "types"], staleTime: 300_000, queryFn: () => requestJson<CaseTypesView>("/api/cases/types") });
}

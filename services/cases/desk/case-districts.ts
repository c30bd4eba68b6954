import { useLanguage, useSession } from "#platform/desk-ui";
import { inLanguage, type LocalText } from "#platform/i18n";
import { useCaseTypes } from "./case-types.ts";

type District = { readonly code: string; readonly name: LocalText };

/** Districts by code, each once: those in which the caller may open cases, those of the session, and others that are known here. */
export function useDistricts(others: readonly District[] = []): readonly District[] {
  const own = useCaseTypes().data?.districts ?? [];
  const { session: { districts } } = useSession();
  return [...new Map([...others, ...districts, ...own].map((each) => [each.code, each])).values()].toSorted((one, other) => (one.code < other.code ? -1 : 1));
}

/** What a district is called; its code while that is not known. */
export function useDistrictName(code: string, others: readonly District[] = []): string {
  const { language } = useLanguage();
  const known = useDistricts(others).find((each) => each.code === code);
  return known === undefined ? code : inLanguage(known.name, language);
}

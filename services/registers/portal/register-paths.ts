import type { ClauseOf, PublicRegister } from "../portal-views.ts";

/** Chinese paths of the pages; `href` puts them in a view. */
export const LISTS_PATH = "/lists";

/** A register's page. Asked of it by GET: `district`, `open` (`1`), `near`; one's own entries by POST (multipart/form-data): `person`, `identity`. */
export const registerPath = ({ type }: Pick<PublicRegister, "type">): string => `${LISTS_PATH}/${type.key}`;

/** The page of a clause, by its stable key. */
export const clauseOfPath = ({ notice, clause }: Pick<ClauseOf, "notice" | "clause">): string => `/n/${notice}/${clause}`;

/** Where a map shows a place by its name and address; another site, opened only by whoever follows the link. */
export const mapAddress = ({ district, name, address }: { readonly district: string; readonly name: string; readonly address: string }): string =>
  `https://uri.amap.com/search?${new URLSearchParams({ keyword: `${address} ${name}`.trim(), city: district, view: "map" }).toString()}`;

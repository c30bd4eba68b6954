/** The clauses kept on this device, newest first. Only the browser ever holds them. */
export type Favourite = { readonly path: string; readonly title: string };

const STORE = "anxin.favourites";

export function readFavourites(): Favourite[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORE) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isFavourite) : [];
  } catch {
    // Storage switched off or filled by someone else: as good as empty.
    return [];
  }
}

/** Keeps the page, or lets it go when it was kept; returns whether it is kept now. */
export function toggleFavourite(favourite: Favourite): boolean {
  const others = readFavourites().filter(({ path }) => path !== favourite.path);
  const kept = others.length === readFavourites().length;
  try {
    localStorage.setItem(STORE, JSON.stringify(kept ? [favourite, ...others] : others));
  } catch {
    return !kept;
  }
  return kept;
}

function isFavourite(value: unknown): value is Favourite {
  return typeof value === "object" && value !== null
    && "path" in value && typeof value.path === "string" && /^\/(?!\/)/.test(value.path)
    && "title" in value && typeof value.title === "string";
}

import { readFavourites } from "./favourites.ts";

// The home page lists what was kept on this device, in the language and size of the page.

const card = document.querySelector<HTMLElement>("[data-favourites]");
const list = card?.querySelector("ul");
const favourites = readFavourites();
if (card && list && favourites.length > 0) {
  list.append(...favourites.map(({ path, title }) => {
    const link = document.createElement("a");
    const address = new URL(path, location.href);
    if (document.documentElement.lang === "en") address.pathname = `/en${address.pathname}`;
    if (document.documentElement.classList.contains("elder")) address.searchParams.set("size", "large");
    link.href = address.pathname + address.search;
    link.textContent = title;
    const item = document.createElement("li");
    item.append(link);
    return item;
  }));
  card.hidden = false;
}

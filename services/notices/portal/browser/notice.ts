import { readFavourites, toggleFavourite } from "./favourites.ts";

// Keep, print, listen and share on notice and clause pages. Buttons come hidden; each is shown only where it works.

const toolbar = document.querySelector<HTMLElement>(".toolbar");
if (toolbar !== null) {
  keep(toolbar);
  tool(toolbar, "print", () => window.print());
  if ("speechSynthesis" in window) listen(toolbar);
  if ("share" in navigator || "clipboard" in navigator) share(toolbar);
  // Closed clauses would be missing from the paper.
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
}

function tool(within: HTMLElement, name: string, act: (button: HTMLButtonElement) => void): HTMLButtonElement | null {
  const button = within.querySelector<HTMLButtonElement>(`[data-tool=${name}]`);
  if (button === null) return null;
  button.hidden = false;
  button.addEventListener("click", () => act(button));
  return button;
}

function keep(within: HTMLElement): void {
  const favourite = { path: within.dataset["path"] ?? "/", title: within.dataset["title"] ?? "" };
  const show = (button: HTMLButtonElement | null, kept: boolean) => button?.setAttribute("aria-pressed", String(kept));
  const button = tool(within, "keep", (pressed) => show(pressed, toggleFavourite(favourite)));
  show(button, readFavourites().some(({ path }) => path === favourite.path));
}

function listen(within: HTMLElement): void {
  tool(within, "listen", (button) => {
    if (speechSynthesis.speaking) return speechSynthesis.cancel();
    const say = label(button, button.dataset["stop"] ?? "");
    const parts = [...document.querySelectorAll<HTMLElement>("[data-read]")].map(readable);
    // One piece a sentence: browsers cut long speeches short.
    const pieces = parts.join("\n").split(/(?<=[。！？.!?\n])/).map((piece) => piece.trim()).filter((piece) => piece !== "");
    pieces.forEach((piece, index) => {
      const speech = new SpeechSynthesisUtterance(piece);
      speech.lang = document.documentElement.lang;
      if (index === pieces.length - 1) speech.addEventListener("end", say);
      speech.addEventListener("error", say);
      speechSynthesis.speak(speech);
    });
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());
}

/** In English the quotes of the Chinese text are left out: an English voice cannot say them. */
function readable(part: HTMLElement): string {
  const copy = part.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return "";
  copy.querySelectorAll(document.documentElement.lang === "en" ? "svg, [lang=zh-CN]" : "svg, blockquote").forEach((element) => element.remove());
  copy.querySelectorAll("p, li, h1, h2, b, div, .chip, dd").forEach((element) => element.append("\n"));
  return copy.textContent ?? "";
}

function share(within: HTMLElement): void {
  const url = within.dataset["address"] ?? location.href;
  tool(within, "share", async (button) => {
    if (typeof navigator.share === "function") return void navigator.share({ title: document.title, url }).catch(() => undefined);
    await navigator.clipboard.writeText(url);
    setTimeout(label(button, button.dataset["done"] ?? ""), 2000);
  });
}

/** Changes the word on a button; the result puts the old one back. */
function label(button: HTMLButtonElement, text: string): () => void {
  const word = button.querySelector("span");
  if (word === null) return () => undefined;
  const before = word.textContent;
  word.textContent = text;
  return () => { word.textContent = before; };
}

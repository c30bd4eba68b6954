// An order under the pointer or the focus is underlined on both sides, all of the one that was asked for is marked, and an update comes back to the row
// that was worked on. Without script the address fragment marks where it begins, and each row's own button comes back to it.

const all = (number: string) => document.querySelectorAll(`[data-o~="${number}"]`);
const clear = (name: string) => { document.querySelectorAll(`.${name}`).forEach((element) => element.classList.remove(name)); };

for (const event of ["pointerover", "focusin"] as const) {
  document.addEventListener(event, ({ target }) => {
    if (!(target instanceof Element)) return;
    clear("hot");
    for (const number of target.closest<HTMLElement>("[data-o]")?.dataset["o"]?.split(" ") ?? []) all(number).forEach((element) => element.classList.add("hot"));
    const row = event === "focusin" ? target.closest("form [id^=o-]") : null;
    // Not `form.action`: the buttons have that name.
    const form = row?.closest("form");
    form?.setAttribute("action", `${form.getAttribute("action")?.split("#")[0] ?? ""}#${row?.id ?? ""}`);
  });
}

function markAsked(): void {
  clear("asked");
  const [, number] = /^#[os]-(\d+)$/.exec(location.hash) ?? [];
  if (number !== undefined) all(number).forEach((element) => element.classList.add("asked"));
}
window.addEventListener("hashchange", markAsked);
markAsked();

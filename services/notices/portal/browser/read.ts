// An order under the pointer or the focus lights up on both sides. Without script the address fragment does it, one at a time.

for (const event of ["pointerover", "focusin"] as const) {
  document.addEventListener(event, ({ target }) => {
    const at = target instanceof Element ? target.closest<HTMLElement>("[data-o]") : null;
    document.querySelectorAll(".hot").forEach((element) => element.classList.remove("hot"));
    const numbers = at?.dataset["o"]?.split(" ") ?? [];
    for (const number of numbers) {
      document.querySelectorAll(`[data-o~="${number}"]`).forEach((element) => element.classList.add("hot"));
    }
  });
}

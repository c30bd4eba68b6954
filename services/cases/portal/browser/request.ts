// Questions that hang on an answer are shown once it is given; the button that prints comes hidden and is shown here. Without script all questions stand there, and the browser prints.

document.querySelectorAll("form").forEach((form) => {
  const hanging = form.querySelectorAll<HTMLElement>("[data-if]");
  if (hanging.length === 0) return;
  const show = (): void => {
    const answers = new FormData(form);
    hanging.forEach((part) => {
      const wanted = (part.dataset["is"] ?? "").split(" ");
      // What hangs on a question that is hidden itself lies inside it, and is hidden with it.
      part.hidden = !answers.getAll(part.dataset["if"] ?? "").some((answer) => typeof answer === "string" && wanted.includes(answer));
    });
  };
  form.addEventListener("change", show);
  // After "back" the browser fills in what was answered, later than this runs.
  addEventListener("pageshow", show);
  show();
});

document.querySelectorAll<HTMLElement>("[data-tool=print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => print());
});

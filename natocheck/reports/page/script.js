
"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  document.documentElement.classList.add("script");

  function caseOf(sentence) {
    return document.getElementById(sentence.getAttribute("href").slice(1));
  }

  function close() {
    all(".case.open").forEach((each) => each.classList.remove("open"));
    all(".evidence.filled").forEach((each) => each.classList.remove("filled"));
    all(".sentence[aria-current]").forEach((each) => each.removeAttribute("aria-current"));
  }

  function open(sentence, move) {
    close();
    const found = caseOf(sentence);
    found.classList.add("open");
    found.parentElement.classList.add("filled");
    found.parentElement.scrollTop = 0;
    sentence.setAttribute("aria-current", "true");
    if (window.innerWidth < 960) sentence.scrollIntoView({ block: "start" });
    if (move) found.focus({ preventScroll: true });
  }

  function step(by) {
    const disputed = all(".sentence.disputed:not(.muted)");
    if (!disputed.length) return;
    const at = disputed.indexOf(document.querySelector(".sentence[aria-current]"));
    const next = at < 0 ? (by > 0 ? 0 : disputed.length - 1) : (at + by + disputed.length) % disputed.length;
    disputed[next].focus();
    disputed[next].scrollIntoView({ block: "center" });
    open(disputed[next], false);
  }

  document.addEventListener("click", (event) => {
    const sentence = event.target.closest(".sentence");
    const back = event.target.closest(".back a");
    if (sentence) {
      event.preventDefault();
      open(sentence, true);
    } else if (back) {
      event.preventDefault();
      document.getElementById(back.getAttribute("href").slice(1)).focus();
    }
  });

  document.addEventListener("focusin", (event) => {
    if (event.target.classList.contains("sentence")) open(event.target, false);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") step(1);
    if (event.key === "p") step(-1);
    if (event.key === "Escape") {
      const current = document.querySelector(".sentence[aria-current]");
      close();
      if (current) current.blur();
    }
  });

  all(".filter").forEach((button) =>
    button.addEventListener("click", () => {
      const shown = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(shown));
      all(`.sentence[data-verdict="${button.dataset.verdict}"]`).forEach((each) =>
        each.classList.toggle("muted", !shown)
      );
    })
  );

  const asked = location.hash.match(/^#[se](\d+-\d+)$/);
  const sentence = asked && document.getElementById(`s${asked[1]}`);
  if (sentence) open(sentence, false);
})();

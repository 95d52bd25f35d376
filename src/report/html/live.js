// A served page loads itself again when what it shows has changed.
"use strict";
{
  const shown = document.querySelector("meta[name=stamp]").content;
  const look = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch("stamp", { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== shown) location.reload();
    } catch { /* the server has ended, or comes back */ }
  };
  setInterval(look, 2000);
  document.addEventListener("visibilitychange", look);
}

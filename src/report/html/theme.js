// The theme that was chosen last, before anything is drawn in another.
"use strict";
{
  const key = "cpt-theme";
  const stored = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const store = (value) => { try { localStorage.setItem(key, value); } catch { /* then for this visit only */ } };
  const radios = [...document.querySelectorAll("input[name=theme]")];
  const chosen = radios.find((radio) => radio.value === stored());
  if (chosen) chosen.checked = true;
  for (const radio of radios) radio.addEventListener("change", () => store(radio.value));
}

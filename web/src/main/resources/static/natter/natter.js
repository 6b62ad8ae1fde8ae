// The error summary takes the focus, so that screen readers begin there.
"use strict";
function focusSummary() {
  const summary = document.querySelector(".error-summary");
  if (summary) {
    summary.focus();
  }
}
document.addEventListener("DOMContentLoaded", focusSummary);
document.addEventListener("htmx:afterSettle", focusSummary);

// A box that narrows a list is of use with this script only, so it is shown by it.
document.addEventListener("DOMContentLoaded", () => {
  for (const box of document.querySelectorAll("[data-filter]")) {
    const field = box.closest("[hidden]");
    if (field) {
      field.hidden = false;
    }
  }
});

// A box with data-filter narrows the list it names while somebody types; without this script the form does the same.
document.addEventListener("input", (event) => {
  const list = event.target.dataset && event.target.dataset.filter && document.getElementById(event.target.dataset.filter);
  if (list) {
    const wanted = plain(event.target.value);
    const rows = list.querySelectorAll("[data-row]");
    for (const item of rows.length ? rows : list.children) {
      item.hidden = wanted !== "" && !plain((item.querySelector(".roster-name") || item).textContent).includes(wanted);
    }
    for (const group of list.querySelectorAll("details")) {
      const found = group.querySelector("[data-row]:not([hidden])") !== null;
      group.hidden = !found;
      group.open = wanted === "" ? group.querySelector(":checked") !== null : found;
    }
    const none = document.getElementById(`${list.id}-none`);
    if (none) {
      none.hidden = [...(rows.length ? rows : list.children)].some((item) => !item.hidden);
    }
  }
});

// A button with data-copy copies the box it names; without this script the box can be copied by hand.
document.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      const field = document.getElementById(button.dataset.copy);
      field.select();
      await navigator.clipboard.writeText(field.value);
      button.parentElement.querySelector("[role=status]").textContent = button.dataset.copied;
    });
  }
});

// Names as somebody in a hurry types them; the server's PlainName does the same.
const LETTERS = { "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "’": "'" };
function plain(text) {
  const bare = text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().normalize("NFKD").replace(/\p{M}+/gu, "");
  return bare.replace(/[łøđðþßæœı’]/g, (letter) => LETTERS[letter]).trim();
}

// A box with data-find-in narrows what it names while somebody types; without this script its form does the same. A scanned
// link is nobody's name, and of a press that named somebody nothing is said about the list.
const isLink = (typed) => typed.includes("/");
function narrow(box, named = false) {
  const words = isLink(box.value) ? [] : plain(box.value).split(/\s+/).filter(Boolean);
  let seen = 0;
  for (const row of document.querySelectorAll(`#${box.dataset.findIn} [data-find]`)) {
    row.hidden = words.length ? !words.every((word) => row.dataset.find.includes(word)) : row.dataset.aside === "true";
    seen += row.hidden ? 0 : 1;
  }
  const nobody = document.getElementById("nobody");
  if (nobody) {
    nobody.hidden = named || words.length === 0 || seen > 0;
    const link = nobody.querySelector("[data-walk-in]");
    if (link) {
      link.search = nobody.hidden ? "" : new URLSearchParams({ name: box.value.trim() });
    }
    for (const line of document.querySelectorAll("#result .result--none p")) {
      line.hidden = !nobody.hidden; // no name is to be pressed where none is to be seen
    }
  }
}
document.addEventListener("input", (event) => {
  if (event.target.dataset && event.target.dataset.findIn) {
    narrow(event.target);
    for (const said of document.querySelectorAll("#result .result:not([data-somebody], .result--none), #result .result[data-at-door]")) {
      said.remove(); // it is about what stood in the box before, and its button would let in whoever that was
    }
  }
});

// What somebody typed before this script was there, or a browser put back, is typed.
document.addEventListener("DOMContentLoaded", () => {
  for (const typed of document.querySelectorAll("[data-filter], [data-find-in]")) {
    if (typed.value !== typed.defaultValue) {
      typed.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
});

// At the door a press swaps the result, what is said of the whole list, and its row; the box keeps a name, ready to be typed over.
const box = () => document.querySelector("[data-find-in]");
// A form's own "id" and "name" are those of its fields, where it has fields of that name.
const isDoorFind = (element) => element.getAttribute("id") === "door-find";
const freshId = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
document.addEventListener("htmx:configRequest", (event) => {
  if (!isDoorFind(event.target)) {
    return;
  }
  const typed = box().value.trim();
  if (!isLink(typed) && !/^[a-z]{6}$/i.test(typed.replace(/[\s-]/g, ""))) {
    event.preventDefault();
    return;
  }
  event.detail.parameters.id = freshId();
});
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target.id === "arrivals") {
    const from = new URL(event.detail.xhr.responseURL).pathname;
    if (!from.endsWith("/arrivals/now")) {
      event.preventDefault(); // it was called off, or whoever opened the page has been signed out
      from.endsWith("/check-in") ? window.location.reload() : pauseArrivals();
    }
    return;
  }
  if (/^(result|door-count)$/.test(event.detail.target.id) && !new URL(event.detail.xhr.responseURL).pathname.includes("/check-in")) {
    event.preventDefault();
    const press = event.detail.requestConfig.elt;
    if (press instanceof HTMLFormElement) {
      HTMLFormElement.prototype.submit.call(press); // whoever is signed out reads who is not in, as without scripts
    } else {
      window.location.reload();
    }
    return;
  }
  // Whoever is let in without having stood in this list stands there from now on.
  const list = document.querySelector("#everybody .names");
  for (const [, id] of list ? event.detail.serverResponse.matchAll(/<li[^>]*\sid="(p-[0-9a-f]+)"/g) : []) {
    if (!document.getElementById(id)) {
      list.append(Object.assign(document.createElement("li"), { id }));
    }
  }
});
let typedAtPress = "";
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.detail.target && event.detail.target.id === "result" && box()) {
    typedAtPress = box().value;
  }
});
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target && event.detail.target.id === "result" && box()) {
    // What was typed while the answer was on its way is somebody else's, and is neither cleared nor typed over.
    if (box().value !== typedAtPress) {
      narrow(box());
      return;
    }
    // A code that was somebody's is done with; a name, or a code of nobody's, stands ready to be typed over.
    const asked = event.detail.requestConfig && isDoorFind(event.detail.requestConfig.elt);
    const named = document.querySelector("#result [data-somebody]") !== null;
    if (asked && named) {
      box().value = "";
    }
    narrow(box(), named);
    if (box().value !== "" || asked) {
      box().focus({ preventScroll: true });
      box().select();
    }
  }
});
// Whatever others have pressed meanwhile: once the rows and the count speak of different people, the rows follow.
const MARKS = 2 ** 32;
const rowsMark = () => [...document.querySelectorAll("#everybody li.arrived")].reduce((sum, row) => (sum + parseInt(row.id.slice(-8), 16)) % MARKS, 0);
let doorRequests = 0; // a press counts as it begins and as it is answered: a page of between may have it or not
let rowsAsked = false;
const PATIENCE = 10_000;
async function rowsNow() {
  const patience = new AbortController();
  const over = setTimeout(() => patience.abort(), PATIENCE);
  rowsAsked = true;
  try {
    const answer = await fetch(location.pathname, { signal: patience.signal });
    return answer.ok && !answer.redirected ? await answer.text() : "";
  } catch {
    return ""; // the next count asks again
  } finally {
    clearTimeout(over);
    rowsAsked = false;
  }
}
async function followOthers() {
  const count = document.getElementById("door-count");
  if (!count || rowsAsked || Number(count.dataset.mark) === rowsMark()) {
    return;
  }
  const before = doorRequests;
  const fresh = new DOMParser().parseFromString(await rowsNow(), "text/html").querySelector("#everybody .names");
  if (!fresh) {
    return;
  }
  if (before !== doorRequests) {
    followOthers(); // somebody has been pressed for meanwhile, and this may be from before
    return;
  }
  const list = document.querySelector("#everybody .names");
  for (const row of [...list.children]) {
    if (!fresh.querySelector(`#${row.id}`)) {
      row.remove();
    }
  }
  for (const row of [...fresh.children]) {
    const shown = document.getElementById(row.id);
    if (shown && shown.classList.contains("arrived") === row.classList.contains("arrived")) {
      continue;
    }
    const held = shown !== null && shown.contains(document.activeElement);
    shown ? shown.replaceWith(document.adoptNode(row)) : list.append(document.adoptNode(row));
    htmx.process(row);
    if (held) {
      row.querySelector("button").focus({ preventScroll: true });
    }
  }
  narrow(box(), document.querySelector("#result [data-somebody]") !== null);
}
for (const moment of ["htmx:beforeRequest", "htmx:afterRequest"]) {
  document.addEventListener(moment, (event) => {
    if (event.detail.target && event.detail.target.id === "result") {
      doorRequests += 1;
    }
  });
}
document.addEventListener("htmx:afterOnLoad", (event) => {
  if (event.detail.target && /^(result|door-count)$/.test(event.detail.target.id)) {
    followOthers();
  }
});
// On the bar the last numbers stay, and say when they were true; what comes next takes their place.
function pauseArrivals() {
  for (const paused of document.querySelectorAll("#arrivals [data-paused]")) {
    paused.hidden = false;
  }
}
for (const lost of ["htmx:sendError", "htmx:responseError", "htmx:timeout", "htmx:sseError", "htmx:sseClose"]) {
  document.addEventListener(lost, (event) => {
    if (event.detail.elt.getAttribute("id") === "door-count") {
      return; // nobody has pressed anything; it asks again by itself
    }
    pauseArrivals();
    const press = event.detail.requestConfig && event.detail.requestConfig.elt;
    if (event.detail.xhr && event.detail.xhr.status === 403 && press instanceof HTMLFormElement) {
      HTMLFormElement.prototype.submit.call(press); // pressing again never helps: the page says why, as without scripts
      return;
    }
    const line = document.querySelector("#result[data-lost]");
    if (line) {
      const words = document.createElement("p");
      words.textContent = line.dataset.lost;
      const result = document.createElement("div");
      result.className = "result result--not-here";
      result.append(words);
      line.replaceChildren(result);
    }
  });
}

// The numbers of an event's page live together: once its card's have changed, the other parts with data-live follow.
let shownCounts = null;
const countsOf = (card) => card.textContent.replace(/\s+/g, " ").trim();
document.addEventListener("DOMContentLoaded", () => {
  const card = document.querySelector("[sse-swap=counts]");
  shownCounts = card && document.querySelector("[data-live]") ? countsOf(card) : null;
});
document.addEventListener("htmx:sseMessage", async (event) => {
  if (shownCounts === null || event.detail.type !== "counts" || countsOf(event.target) === shownCounts) {
    return;
  }
  shownCounts = countsOf(event.target);
  const answer = await fetch(location.href);
  if (!answer.ok || answer.redirected) {
    return;
  }
  const now = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll("[data-live]")) {
    const fresh = now.getElementById(part.id);
    if (fresh) {
      const held = part.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
      part.replaceWith(document.adoptNode(fresh));
      if (held) {
        [...fresh.querySelectorAll("a")].filter((link) => link.getAttribute("href") === held).forEach((link) => link.focus({ preventScroll: true }));
      }
    }
  }
});

// How the event itself stands is told beside its numbers: once it is published, changed or called off, its page is opened anew.
let shownStanding = null;
document.addEventListener("htmx:sseMessage", (event) => {
  if (event.detail.type !== "standing") {
    return;
  }
  if (shownStanding !== null && shownStanding !== event.detail.data) {
    location.reload();
  }
  shownStanding = event.detail.data;
});

// A line with data-words counts those in the boxes it names while somebody types; the server's WordCount does the same.
document.addEventListener("input", (event) => {
  for (const line of document.querySelectorAll("[data-words]")) {
    const boxes = line.dataset.words.split(" ");
    if (boxes.includes(event.target.id)) {
      const typed = boxes.map((id) => document.getElementById(id).value).join(" ");
      const count = typed.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      line.hidden = false;
      line.textContent = (count > line.dataset.plenty ? line.dataset.many : line.dataset.some).replace("{0}", count);
    }
  }
});

// What is typed into a form with data-keep outlives a session that has ended: it stays in this tab, hidden fields too, until the
// server has taken it. Of a lent door that has closed it stays in this browser, by the door it was typed at, since a fresh link may
// open another tab, and for a quarter of an hour, since the phone may be anybody's: whichever page is open then removes it, else the
// next one that is opened, and no page shows it any more. Passwords never do.
const KEPT = "natter.kept";
const LENT = 15 * 60_000;
const isAtDoor = () => /^\/door(?!\/close$)(\/|$)/.test(location.pathname) || document.querySelector("main[data-door-closed]") !== null;
const doorOf = (path) => (path.match(/^\/organise\/events\/([^/]+)\//) || [])[1];
const lentKey = (path) => `${KEPT}.${doorOf(path)}`;
function keptIn(store, key = KEPT) {
  const kept = JSON.parse(store.getItem(key) || "null");
  if (kept && kept.until <= Date.now()) {
    store.removeItem(key);
    return null;
  }
  return kept;
}
function forget(kept) {
  const mine = keptIn(sessionStorage);
  if (mine && mine.path === kept.path) {
    sessionStorage.removeItem(KEPT); // what was typed elsewhere since stays
  }
  localStorage.removeItem(lentKey(kept.path));
}
function forgetOnceOver(kept) {
  const end = () => {
    keptIn(sessionStorage);
    keptIn(localStorage, lentKey(kept.path)); // what was typed there since has time left
  };
  setTimeout(end, kept.until - Date.now());
}
function keepOn(kept) {
  if (!isAtDoor()) {
    sessionStorage.setItem(KEPT, JSON.stringify({ ...kept, ended: true }));
    return;
  }
  const lent = { ...kept, ended: true, until: kept.until || Date.now() + LENT };
  sessionStorage.setItem(KEPT, JSON.stringify(lent));
  localStorage.setItem(lentKey(kept.path), JSON.stringify(lent));
  forgetOnceOver(lent);
}
window.addEventListener("storage", (event) => {
  if ((event.key || "").startsWith(KEPT) && event.newValue) {
    forgetOnceOver(JSON.parse(event.newValue));
  }
  const mine = event.newValue === null && keptIn(sessionStorage);
  if (mine && mine.until && event.key === lentKey(mine.path)) {
    sessionStorage.removeItem(KEPT); // another tab has it in its boxes
  }
});
const boxes = (form) => [...form.elements].filter((field) => field.name && !/^(_csrf|id|password)$/.test(field.name) && field.type !== "password" && field.type !== "submit");
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.keep !== undefined) {
    const typed = boxes(form).filter((field) => !/radio|checkbox/.test(field.type) || field.checked);
    const heading = document.querySelector("h1").textContent.trim();
    sessionStorage.setItem(KEPT, JSON.stringify({ path: location.pathname, heading, typed: typed.map((field) => [field.name, field.value]) }));
  }
});
function bringBack(form, typed) {
  for (const field of boxes(form)) {
    const values = typed.filter(([name]) => name === field.name).map(([, value]) => value);
    if (/radio|checkbox/.test(field.type)) {
      field.checked = values.includes(field.value);
    } else if (values.length) {
      field.value = values[0];
    }
  }
}
document.addEventListener("DOMContentLoaded", () => {
  const note = document.getElementById("kept");
  const door = note && note.dataset.door;
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(KEPT))) {
    const lent = keptIn(localStorage, key);
    if (lent) {
      forgetOnceOver(lent);
    }
  }
  const mine = keptIn(sessionStorage);
  const isOfAnotherDoor = mine && mine.until && door && doorOf(mine.path) !== door; // it waits for that one to open
  const kept = mine && !isOfAnotherDoor ? mine : door ? keptIn(localStorage, `${KEPT}.${door}`) : null;
  if (!kept) {
    return;
  }
  const form = document.querySelector("form[data-keep]");
  const here = location.pathname === kept.path;
  if (location.pathname.startsWith("/account/") || isAtDoor() || (here && !form)) {
    keepOn(kept);
    for (const line of document.querySelectorAll("[data-waits]")) {
      line.hidden = false; // it does so by this script alone
    }
    return;
  }
  if (kept.ended && note) {
    const words = note.querySelector(here ? "[data-here]" : "[data-elsewhere]");
    words.hidden = false;
    note.hidden = false;
    document.querySelector("main").prepend(note);
    if (!here) {
      const link = words.querySelector("a");
      link.href = kept.path;
      link.textContent = kept.heading;
      return;
    }
    bringBack(form, kept.typed);
  }
  forget(kept);
});

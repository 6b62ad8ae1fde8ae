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

// A row with data-filter narrows the list it names while somebody types; without this script the form does the same.
document.addEventListener("input", (event) => {
  const list = event.target.dataset && event.target.dataset.filter && document.getElementById(event.target.dataset.filter);
  if (list) {
    const wanted = event.target.value.trim().toLowerCase();
    for (const item of list.children) {
      item.hidden = wanted !== "" && !item.textContent.toLowerCase().includes(wanted);
    }
  }
});

// Passkeys: what the browser has to do between a page that asks and the form that answers.
"use strict";

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

function toSignIn(wanted) {
  return { ...wanted, challenge: bytes(wanted.challenge), allowCredentials: [] };
}

function toAdd(wanted) {
  const known = (wanted.excludeCredentials || []).map((one) => ({ ...one, id: bytes(one.id) }));
  return {
    ...wanted,
    challenge: bytes(wanted.challenge),
    user: { ...wanted.user, id: bytes(wanted.user.id) },
    excludeCredentials: known,
  };
}

// As PublicKeyCredential.toJSON would write it, in browsers that have no such function, too.
function answerOf(credential) {
  const made = credential.response;
  const response = { clientDataJSON: text(made.clientDataJSON) };
  if (made.attestationObject) {
    response.attestationObject = text(made.attestationObject);
    response.transports = made.getTransports ? made.getTransports() : [];
  } else {
    response.authenticatorData = text(made.authenticatorData);
    response.signature = text(made.signature);
    response.userHandle = made.userHandle ? text(made.userHandle) : undefined;
  }
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment || undefined,
  });
}

async function ask(form) {
  const nothing = document.querySelector("[data-passkey-nothing]");
  nothing.hidden = true;
  const wanted = JSON.parse(form.dataset.wanted);
  try {
    const credential =
      form.dataset.passkey === "get"
        ? await navigator.credentials.get({ publicKey: toSignIn(wanted) })
        : await navigator.credentials.create({ publicKey: toAdd(wanted) });
    form.elements.answer.value = answerOf(credential);
    form.submit();
  } catch {
    nothing.hidden = false; // whoever closed the device's question may press again
  }
}

document.addEventListener("DOMContentLoaded", () => {
  if (!window.PublicKeyCredential) {
    return;
  }
  for (const offer of document.querySelectorAll("[data-passkey-offer]")) {
    offer.hidden = false;
  }
  for (const missing of document.querySelectorAll("[data-passkey-missing]")) {
    missing.hidden = true;
  }
  for (const form of document.querySelectorAll("[data-passkey]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      ask(form);
    });
    if (form.dataset.passkey === "get") {
      ask(form);
    }
  }
});

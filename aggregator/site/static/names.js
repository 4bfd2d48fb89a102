// The editor's own field has no name that a screen reader could say, and is there only once the editor is: it takes the
// place of its text area when the page has loaded. Ours run no script.
addEventListener("load", () => {
  document.querySelector(".CodeMirror textarea")?.setAttribute("aria-label", "SQL");
});

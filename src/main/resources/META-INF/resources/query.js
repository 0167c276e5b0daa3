// The editor of the query page: YASQE over the form's text field. It is fetched when the field is first used, for most readers only run an
// example. Without script, or where it cannot be fetched, the field stays as it is, and so does the form.
// Nothing is asked of anybody else: the completers that YASQE brings (prefix.cc, LOV) are left out, and ours ask this portal.

/** @typedef {{prefixes: Object<string, string>, classes: Object<string, string>, properties: Object<string, string>}} Words */

const form = /** @type {HTMLFormElement} */ (document.getElementById("ask"));
const field = /** @type {HTMLTextAreaElement} */ (document.getElementById("query"));
const fault = /** @type {HTMLElement} */ (document.getElementById("query-fault"));
const keys = /** @type {HTMLElement} */ (document.getElementById("query-keys"));
let Yasqe;
const MOST_HINTS = 100;
const PAUSE = 800;

/** @type {Promise<Words> | undefined} Asked for when the editor is first used, for most readers only run an example. */
let words;

/** @returns {Promise<Words>} Empty while the dataset is being filled; asked again then. */
async function known() {
  words ??= fetch(form.dataset.words ?? "").then((answer) => answer.json());
  const found = await words;
  if (Object.keys(found.properties).length === 0) {
    words = undefined;
  }
  return found;
}

/** An IRI as it is written with a prefix; in angle brackets where none fits. */
function short(iri, prefixes) {
  const fits = Object.entries(prefixes).find(([, space]) => iri.startsWith(space) && /^\w+$/.test(iri.slice(space.length)));
  return fits ? `${fits[0]}:${iri.slice(fits[1].length)}` : `<${iri}>`;
}

/** Completes the words of one kind: by IRI, by prefix, by a part of the local name or of the name for people. */
function completer(like, name, kind) {
  let names = {};
  let prefixes = {};
  Yasqe.forkAutocompleter(like, {
    name,
    bulk: false,
    persistenceId: null,
    get: async (_yasqe, token) => {
      const all = await known();
      names = all[kind];
      prefixes = all.prefixes;
      const asked = (token?.autocompletionString ?? "").toLowerCase();
      const space = prefixes[(token?.tokenPrefix ?? "").slice(0, -1)];
      return Object.keys(names)
        .filter((iri) => space === undefined || iri.startsWith(space))
        .filter((iri) => {
          const part = space === undefined ? asked : token.string.slice(token.tokenPrefix.length).toLowerCase();
          return iri.toLowerCase().startsWith(asked) || iri.toLowerCase().includes(part, iri.search(/[^/#]+$/))
            || names[iri].toLowerCase().includes(part);
        })
        .slice(0, MOST_HINTS);
    },
    postProcessSuggestion: (yasqe, _token, iri) => short(iri, { ...prefixes, ...yasqe.getPrefixesFromQuery() }),
    postprocessHints: (_yasqe, hints) => {
      const said = Object.fromEntries(Object.entries(names).map(([iri, label]) => [short(iri, prefixes), label]));
      return hints.map((hint) => ({ ...hint, displayText: said[hint.text] ? `${hint.text}  ${said[hint.text]}` : hint.text }));
    },
  }, false);
}

function prefixCompleter() {
  Yasqe.forkAutocompleter("prefixes", {
    name: "ourPrefixes",
    bulk: false,
    autoShow: false,
    persistenceId: null,
    get: async (_yasqe, token) => Object.entries((await known()).prefixes)
      .map(([prefix, space]) => `${prefix}: <${space}>`)
      .filter((line) => line.startsWith(token?.autocompletionString ?? token?.string?.trim() ?? "")),
  }, false);
}

function open() {
  completer("class", "ourClasses", "classes");
  completer("property", "ourProperties", "properties");
  prefixCompleter();
  // Given to the constructor, a shorter list would be merged into this one.
  Yasqe.defaults.autocompleters = ["variables", "ourPrefixes", "ourClasses", "ourProperties"];
  const place = document.createElement("div");
  place.className = "editor";
  field.before(place);
  const submit = () => form.requestSubmit();
  const editor = new Yasqe(place, {
    value: field.value,
    inputStyle: "contenteditable",
    persistenceId: null,
    createShareableLink: null,
    consumeShareLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "auto",
    extraKeys: { Tab: false, "Shift-Tab": false, "Ctrl-S": false, "Ctrl-Enter": submit, "Cmd-Enter": submit },
  });
  editor.showNotification = () => {};
  const input = editor.getInputField();
  input.setAttribute("role", "textbox");
  input.setAttribute("aria-multiline", "true");
  input.setAttribute("aria-labelledby", "query-label");
  input.setAttribute("aria-describedby", "query-keys query-fault");
  editor.on("focus", () => void known());
  editor.on("autocompletionShown", (_yasqe, widget) => {
    widget.hints.setAttribute("aria-label", keys.dataset.list ?? "");
    // It scrolls, so it must be in reach; Tab takes the word while the list is open.
    widget.hints.tabIndex = 0;
  });
  document.getElementById("query-label")?.addEventListener("click", () => editor.focus());
  field.hidden = true;
  // A field that nobody sees cannot say that it is empty; the portal answers an empty query with an example.
  field.required = false;
  keys.hidden = false;
  follow(editor, place);
  return editor;
}

/** Keeps the form's field and the line about a fault as the editor is. */
function follow(editor, place) {
  // YASQE's own words about a fault are English and styled inline, which the security policy refuses: they are never shown.
  for (const kind of ["mouseover", "mouseout"]) {
    place.addEventListener(kind, (event) => {
      if (event.target instanceof Element && event.target.closest(".parseErrorIcon")) {
        event.stopPropagation();
      }
    }, true);
  }
  let pause = 0;
  const look = () => {
    field.value = editor.getValue();
    clearTimeout(pause);
    pause = setTimeout(() => {
      const line = broken(editor);
      fault.textContent = line === 0 ? "" : (form.dataset.fault ?? "").replace("#", String(line));
    }, PAUSE);
  };
  editor.on("change", look);
  look();
}

/** The line, from 1, from which on it is no SPARQL; 0 when all is. */
function broken(editor) {
  for (let line = 0; line < editor.lineCount(); line++) {
    if (editor.lineInfo(line).gutterMarkers?.gutterErrorBar) {
      return line + 1;
    }
  }
  return 0;
}

/** The field is used: the editor takes its place, with all that was typed meanwhile and the cursor where it was. */
field.addEventListener("focus", () => {
  const script = document.createElement("script");
  script.src = form.dataset.editor ?? "";
  script.onload = () => {
    Yasqe = window["Yasqe"];
    const at = field.selectionEnd;
    const used = document.activeElement === field;
    const editor = open();
    editor.setCursor(editor.posFromIndex(at));
    if (used) {
      editor.focus();
    }
  };
  document.head.append(script);
}, { once: true });

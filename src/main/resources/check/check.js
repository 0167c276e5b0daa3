// Part 7, the last: files come in, results go out. The page keeps them until it is closed and remembers nothing else.

const portal = JSON.parse(document.getElementById('portal').textContent);
const results = [];
let filesWaiting = Promise.resolve();

/** Reads and checks one file; whatever it holds, a result comes back. */
async function resultOf(file) {
  const name = file.name;
  try {
    const read = await assessmentIn(file);
    return { name, ...read, ...await allChecks(read.assessment) };
  } catch (error) {
    if (error instanceof UnfitFile) return { name, bad: error.reason };
    // What is nested or shaped so oddly that it breaks a check is no assessment of ours.
    return { name, bad: 'other' };
  }
}

async function assessmentIn(file) {
  if (file.size > mostBytes) throw new UnfitFile('big');
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new UnfitFile('unread');
  }
  if (bytes.length === 0) throw new UnfitFile('empty');
  if (!isPdf(bytes)) return { assessment: parsed(bytes, false), fromPdf: false, several: 1 };
  const attached = await attachedData(bytes);
  return { assessment: parsed(attached.bytes, true), fromPdf: true, several: attached.count };
}

function parsed(bytes, fromPdf) {
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    throw new UnfitFile('kind');
  }
  if (!/^[[{]/.test(text)) throw new UnfitFile('kind');
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnfitFile('json');
  }
  if (isAssessment(value)) return value;
  if (fromPdf) throw new UnfitFile('paper');
  throw new UnfitFile(isGraph(value) ? 'graph' : 'other');
}

async function allChecks(assessment) {
  const edition = await editionOf(assessment, portal);
  const checks = [
    checkFile(assessment),
    checkVerdict(assessment, edition),
    checkRulebook(assessment, edition),
    await unlessLacking('signature', checkSignature(assessment, portal)),
    await unlessLacking('ledger', checkLedger(assessment, portal)),
  ];
  return { edition, checks, finding: findingOf(checks), state: worstState(checks) };
}

/** A check that this browser cannot make is told as such. */
async function unlessLacking(id, checking) {
  try {
    return await checking;
  } catch (error) {
    if (!(error instanceof BrowserLacks)) throw error;
    return { ...checked(id, 'unknown', error.say), todo: 'noEd25519Do' };
  }
}

function announce(text) {
  document.getElementById('status').textContent = text;
}

function findingText(result) {
  return result.bad ? sayWords(`bad.${result.bad}`) : sayWords(...result.finding);
}

/** Files are checked one after another; the newest result stands on top. */
function take(files) {
  for (const file of files) {
    filesWaiting = filesWaiting.then(async () => {
      announce(sayWords('busy', file.name));
      const result = await resultOf(file);
      results.unshift(result);
      document.getElementById('results').prepend(resultView(result));
      announce(sayWords('done', file.name, findingText(result)));
    });
  }
}

/** Says everything in the page's language, anew after each switch. */
function speak() {
  document.documentElement.lang = languageIndex === 0 ? 'zh-CN' : 'en';
  const name = inLanguage(portal.name);
  document.title = `${sayWords('title')} · ${name}`;
  document.getElementById('brand').textContent = name;
  const language = document.getElementById('language');
  language.textContent = sayWords('language');
  language.lang = languageIndex === 0 ? 'en' : 'zh-CN';
  for (const place of document.querySelectorAll('[data-say]')) {
    place.textContent = sayWords(place.dataset.say, place.dataset.part === 'base' ? portal.base : portal.made.slice(0, 10));
  }
  document.getElementById('results').replaceChildren(...results.map(resultView));
  document.getElementById('carries').replaceChildren(...carriesView());
  announce('');
}

function carriesView() {
  const list = (title, lines) => [element('h3', {}, sayWords(title)), element('ul', {}, lines.map(line => element('li', {}, line)))];
  const code = text => element('code', {}, text);
  return [
    ...list('editions', portal.editions.map(edition => element('span', {}, `${inLanguage(edition.title)} ${edition.number} `, code(edition.hash)))),
    ...list('rounds', portal.rounds.map(round => element('span', {}, sayWords('roundLine', round.name, round.onDate, round.position), code(round.head)))),
    ...list('keys', portal.keys.map(key => code(key.id))),
  ];
}

function listen() {
  const input = document.getElementById('file');
  input.addEventListener('change', () => {
    take([...input.files]);
    // So that the same file, saved anew, can be chosen again.
    input.value = '';
  });
  document.getElementById('language').addEventListener('click', () => {
    languageIndex = 1 - languageIndex;
    speak();
  });
  const over = shown => event => {
    event.preventDefault();
    document.getElementById('drop').classList.toggle('over', shown);
  };
  addEventListener('dragover', over(true));
  addEventListener('dragleave', over(false));
  addEventListener('drop', event => {
    over(false)(event);
    take([...event.dataTransfer.files]);
  });
  // Folded parts are opened on paper.
  addEventListener('beforeprint', () => document.querySelectorAll('details').forEach(part => { part.open = true; }));
}

document.getElementById('plain').remove();
document.getElementById('page').hidden = false;
speak();
listen();

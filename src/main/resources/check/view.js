// Part 5: results as elements. Text is only ever set as text, so nothing in a file can become part of the page.

/** An element with attributes and children; null children are left out. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, value);
  made.append(...children.flat().filter(child => child !== null && child !== undefined));
  return made;
}

function drawing(width, height, viewBox, attributes, shapes) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const all = { width, height, viewBox, 'aria-hidden': 'true', focusable: 'false', ...attributes };
  for (const [name, value] of Object.entries(all)) svg.setAttribute(name, value);
  for (const [tag, shape] of shapes) {
    const made = document.createElementNS(space, tag);
    for (const [name, value] of Object.entries(shape)) made.setAttribute(name, value);
    svg.append(made);
  }
  return svg;
}

function icon(name) {
  return drawing(16, 16, '0 0 16 16', { class: 'ico' }, [['use', { href: `#i-${name}` }]]);
}

const stateIcons = { holds: 'passed', fails: 'failed', unknown: 'cantTell' };

function stateMark(state) {
  return element('span', { class: `state s-${state}` }, icon(stateIcons[state]), sayWords(state));
}

/** The plumb line hangs still where all holds, swings out where something does not, and is uncertain where it cannot be told. */
function plumbPicture(state) {
  const cord = ['path', { d: 'M48 4v84', class: 'cord' }];
  const bob = ['path', { d: 'M40 88h16l-8 22z', class: 'bob' }];
  const aside = angle => ['path', { d: 'M48 4v84', class: 'swing', transform: `rotate(${angle} 48 4)` }];
  const turned = ([tag, shape], angle) => [tag, { ...shape, transform: `rotate(${angle} 48 4)` }];
  const shapes = {
    holds: [cord, bob],
    fails: [aside(0), turned(cord, 22), turned(bob, 22)],
    unknown: [aside(-14), aside(14), cord, ['path', { ...bob[1], class: 'bob open' }]],
  };
  return drawing(96, 116, '0 0 96 116', { class: `plumb s-${state}` }, [['path', { d: 'M34 4h28', class: 'cord' }], ...shapes[state]]);
}

function bandPicture(band) {
  const steps = [[0, 10, 4], [6.5, 7.5, 6.5], [13, 5, 9], [19.5, 2.5, 11.5], [26, 0, 14]]
    .map(([x, y, height], at) => ['rect', { x, y, width: 5, height, class: at < band.stars ? 'on' : 'off' }]);
  const struck = band.stars === 0 ? [['path', { d: 'M0 13L31 1' }]] : [];
  return drawing(62, 28, '0 0 31 14', { class: 'bandmark' }, [...steps, ...struck]);
}

function pairList(pairs) {
  return element('dl', { class: 'pairs' }, pairs.filter(([, value]) => value !== undefined && value !== null)
    .map(([name, ...values]) => element('div', {}, element('dt', {}, sayWords(name)), element('dd', {}, ...values))));
}

function foldable(title, ...content) {
  return element('details', {}, element('summary', {}, title), ...content);
}

/** The whole of one file's result. */
function resultView(result) {
  const title = element('h2', {}, result.bad ? sayWords(`bad.${result.bad}`) : sayWords(...result.finding));
  const state = result.bad ? 'unknown' : result.state;
  const head = element('header', { class: 'finding' },
    plumbPicture(state),
    element('div', {}, element('p', { class: 'kicker' }, result.name), title,
      result.bad ? element('p', { class: 'todo' }, sayWords(`bad.${result.bad}Do`)) : element('p', {}, stateMark(state))));
  return element('article', { class: `result s-${state}` }, head, ...(result.bad ? [] : resultBody(result)));
}

function resultBody(result) {
  const verdict = result.checks.find(check => check.id === 'verdict');
  return [
    identityView(result),
    element('h3', {}, sayWords('checks')),
    element('ol', { class: 'checks' }, result.checks.map(checkView)),
    verdict.differences?.length ? differencesView(verdict.differences, result.edition.rules) : null,
    verdict.repeated ? verdictView(verdict.repeated, result) : null,
  ];
}

function checkView(check) {
  return element('li', { class: `check s-${check.state}` },
    element('p', { class: 'head' }, element('b', {}, sayWords(`check.${check.id}`)), ' ', stateMark(check.state)),
    element('p', {}, sayWords(check.say, ...check.parts)),
    check.todo && check.state !== 'holds' ? element('p', { class: 'todo' }, sayWords(check.todo)) : null,
    check.pairs.length ? foldable(sayWords('details'), pairList(check.pairs.map(([name, value]) =>
      [name, element('code', {}, shownValue(value))]))) : null);
}

function identityView({ assessment, edition, several }) {
  const { profile, publication } = assessment;
  const siteClass = edition?.rules.classes.find(one => one.name === assessment.siteClass);
  const invented = profile?.synthetic === true || publication?.synthetic === true;
  const facts = profile === undefined && publication === undefined ? 'notStated' : invented ? 'synthetic' : 'real';
  return element('section', { class: 'identity' },
    pairList([
      ['site', profile?.name ? inLanguage(profile.name) : assessment.site],
      ['code', profile?.code && shownValue(profile.code)],
      ['siteClass', inLanguage(siteClass?.label ?? assessment.siteClass)],
      ['street', profile?.street?.name && inLanguage(profile.street.name)],
      ['edition', edition ? `${inLanguage(edition.title)} ${edition.number}` : assessment.standard],
      ['onDate', assessment.onDate],
      ['round', publication?.round ? inLanguage(publication.round) : sayWords('notStated')],
      ['publishedAt', publication?.publishedAt && shownValue(publication.publishedAt).slice(0, 10)],
      ['facts', invented ? element('span', { class: 'tag' }, sayWords(facts)) : sayWords(facts)],
    ]),
    several > 1 ? element('p', { class: 'small' }, sayWords('several', several)) : null);
}

function differencesView(differences, rules) {
  const heads = ['where', 'stated', 'repeated'];
  const cell = (name, difference) => element('td', { 'data-label': sayWords(name) }, valueView(difference[name], difference.member, rules));
  return element('section', { class: 'differences' },
    element('h3', {}, sayWords('differences')),
    element('table', { class: 'cards' },
      element('thead', {}, element('tr', {}, heads.map(name => element('th', { scope: 'col' }, sayWords(name))))),
      element('tbody', {}, differences.map(difference => element('tr', {},
        element('th', { scope: 'row' }, placeOf(difference)), cell('stated', difference), cell('repeated', difference))))));
}

function placeOf({ where, member }) {
  const name = wording[`member.${member}`] ? sayWords(`member.${member}`) : member;
  return where === null ? name : `${sayWords(where.kind)} ${where.number} · ${name}`;
}

const outcomeNames = ['passed', 'failed', 'cantTell', 'untested', 'inapplicable'];

function outcomeView(outcome) {
  return outcomeNames.includes(outcome)
    ? element('span', { class: `outcome o-${outcome}` }, icon(outcome), sayWords(outcome))
    : element('span', {}, shownValue(outcome));
}

function valueView(value, member, rules) {
  if (member === 'outcome') return outcomeView(value);
  if (['band', 'bandLow', 'bandHigh'].includes(member)) {
    const band = rules.bands.find(one => one.name === value);
    return band ? inLanguage(band.label) : shownValue(value);
  }
  return shownValue(value);
}

/** Any JSON value in few characters. */
function shownValue(value) {
  if (value === undefined || value === null) return sayWords('nothing');
  if (typeof value === 'boolean') return sayWords(value ? 'yes' : 'no');
  if (typeof value !== 'object') return String(value).slice(0, 500);
  if (typeof value.zh === 'string') return inLanguage(value);
  const text = canonicalJson(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

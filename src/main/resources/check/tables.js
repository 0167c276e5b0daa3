// Part 6: the repeated verdict: score, band, and each clause's outcome.

function verdictView(repeated, result) {
  const { rules } = result.edition;
  const counts = outcomeNames.map(name => [name, repeated.clauses.filter(clause => clause.outcome === name).length]);
  return element('section', { class: 'verdict' },
    element('h3', {}, sayWords('here')),
    scoreView(repeated, rules),
    result.fromPdf ? element('p', { class: 'note' }, sayWords('print')) : null,
    element('ul', { class: 'legend' }, counts.filter(([, count]) => count > 0)
      .map(([name, count]) => element('li', {}, outcomeView(name), ' ', element('b', {}, String(count))))),
    foldable(sayWords('every', repeated.clauses.length), clauseTable(repeated, result)));
}

function scoreView(repeated, rules) {
  const bandName = name => inLanguage(rules.bands.find(band => band.name === name)?.label ?? name ?? '');
  const band = rules.bands.find(one => one.name === repeated.band);
  const scored = repeated.score !== undefined;
  return element('div', { class: 'scoring' },
    element('p', { class: 'score' }, scored ? String(repeated.score) : '–', ' ', element('small', {}, sayWords(scored ? 'scoreUnit' : 'noScore'))),
    element('div', {},
      band ? element('p', { class: 'band' }, bandPicture(band), element('span', {}, bandName(band.name))) : null,
      scored ? element('p', {}, sayWords('bounds', repeated.scoreLow, repeated.scoreHigh)) : null,
      repeated.bandLow !== repeated.bandHigh ? element('p', {}, sayWords('bands', bandName(repeated.bandLow), bandName(repeated.bandHigh))) : null,
      repeated.vetoes.length ? element('p', { class: 'veto' }, icon('veto'), sayWords('vetoes', repeated.vetoes.join(languageIndex ? ', ' : '、'))) : null,
      repeated.provisional ? element('p', {}, element('span', { class: 'prov' }, sayWords('provisional'))) : null));
}

/** Each clause as repeated; where the file states another outcome, that stands beside it. */
function clauseTable(repeated, { assessment, edition }) {
  const heads = [['clause', ''], ['asks', ''], ['outcome', ''], ['points', 'num']];
  return element('table', { class: 'cards clauses' },
    element('thead', {}, element('tr', {}, heads.map(([name, style]) => element('th', { scope: 'col', class: style }, sayWords(name))))),
    element('tbody', {}, repeated.clauses.map((clause, at) => {
      const rule = edition.rules.clauses.find(one => one.number === clause.clause);
      const stated = assessment.clauses[at]?.outcome;
      return element('tr', {},
        element('th', { scope: 'row', class: 'no' }, clause.clause),
        element('td', {}, inLanguage(rule?.plain ?? rule?.text ?? ''), sentenceOf(clause)),
        element('td', {}, outcomeView(clause.outcome),
          stated === clause.outcome ? null : element('small', {}, `${sayWords('stated')} `, outcomeView(stated))),
        element('td', { class: 'num' }, clause.points === undefined ? '' : `${clause.earned} / ${clause.points}`));
    })));
}

/** Why an outcome is as it is; for what is simply met the outcome says enough. */
function sentenceOf(clause) {
  return clause.outcome === 'passed' || clause.outcome === 'inapplicable' ? null : element('small', {}, inLanguage(clause.text));
}

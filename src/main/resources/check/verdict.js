// Part 4: what the file is, its rulebook, and its verdict repeated.

/** Whether some JSON is one assessment of Plumbline, published or straight from the command line. */
function isAssessment(value) {
  return value !== null && typeof value === 'object' && Array.isArray(value.clauses)
    && ['site', 'siteClass', 'standard', 'rulebook', 'onDate'].every(name => typeof value[name] === 'string');
}

/** Whether some JSON is linked data of another shape: a graph tells the same facts, but nothing is signed in it. */
function isGraph(value) {
  return value !== null && typeof value === 'object' && ['@graph', '@context', '@id'].some(name => name in value);
}

/** The edition of the file as this page carries it: with its rules read and the hash of exactly those rules. Null: not carried. */
async function editionOf(assessment, portal) {
  const same = portal.editions.filter(edition => edition.iri === assessment.standard);
  const edition = same.find(one => one.hash === assessment.rulebook) ?? same[0];
  if (edition === undefined) return null;
  let hash = null;
  try {
    hash = await sha256Name(edition.rulebook);
  } catch (error) {
    if (!(error instanceof BrowserLacks)) throw error;
  }
  return { ...edition, computed: hash, rules: JSON.parse(edition.rulebook) };
}

function checkFile(assessment) {
  const { profile, publication } = assessment;
  if (!profile?.name || !publication?.round) return checked('file', 'unknown', 'file.bare');
  const odd = [
    [profile['@id'], assessment.site, 'file.site'],
    [publication.onDate, assessment.onDate, 'file.date'],
    [profile.siteClass, assessment.siteClass, 'file.class'],
  ].find(([one, other]) => one !== other);
  return odd === undefined
    ? checked('file', 'holds', 'file.holds')
    : { ...checked('file', 'fails', 'file.odd', [phrase(odd[2])]), todo: 'signature.againDo' };
}

function checkRulebook(assessment, edition) {
  if (edition === null) return checked('rulebook', 'unknown', 'rulebook.edition', [assessment.standard]);
  const pairs = [['hash.here', edition.computed ?? '–'], ['hash.page', edition.hash], ['hash.file', assessment.rulebook]];
  if (edition.computed === null) return { ...checked('rulebook', 'unknown', 'noHash', [], pairs), todo: 'noEd25519Do' };
  if (edition.computed !== edition.hash) return checked('rulebook', 'fails', 'rulebook.page', [], pairs);
  const same = edition.hash === assessment.rulebook;
  return checked('rulebook', same ? 'holds' : 'fails', same ? 'rulebook.holds' : 'rulebook.file', [], pairs);
}

/** Repeats the verdict; beside the check stand the repeated assessment and each difference. */
function checkVerdict(assessment, edition) {
  if (edition === null) return { ...checked('verdict', 'unknown', 'verdict.edition'), todo: 'rulebook.editionDo' };
  // The portal keeps some values back, small counts of people among them; without them nobody can repeat the verdict.
  if (canonicalJson(assessment).includes('"withheld":true')) return { ...checked('verdict', 'unknown', 'verdict.withheld'), todo: 'verdict.withheldDo' };
  let repeated;
  try {
    // From the members as read here, so that the evaluator cannot read the file otherwise than the comparison does.
    repeated = JSON.parse(evaluator.repeat(edition.rulebook, canonicalJson(assessment), edition.computed ?? edition.hash));
  } catch (error) {
    const reason = String(error?.message ?? error).replace(/^.*?(?:Exception|Malformed): /, '').slice(0, 300);
    return checked('verdict', 'fails', 'verdict.refused', [reason]);
  }
  const differences = [...rootDifferences(repeated, assessment), ...bandNameDifferences(edition.rules, assessment)];
  const check = differences.length === 0
    ? checked('verdict', 'holds', 'verdict.holds', [repeated.clauses.length])
    : { ...checked('verdict', 'fails', 'verdict.fails', [differences.length]), todo: 'signature.againDo' };
  return { ...check, repeated, differences };
}

/** What an assessment may say at its root; a file must not state one of these where the repeated assessment is silent. */
const verdictMembers = ['score', 'scoreLow', 'scoreHigh', 'band', 'bandLow', 'bandHigh'];

function rootDifferences(repeated, stated) {
  const simple = new Set([...Object.keys(repeated), ...verdictMembers]);
  ['clauses', 'chapters', 'facts'].forEach(name => simple.delete(name));
  return [
    ...memberDifferences([...simple], repeated, stated, null),
    ...decimalDifferences(repeated, stated, null),
    ...listDifferences('clauses', 'clause', repeated.clauses, stated.clauses),
    ...listDifferences('chapters', 'chapter', repeated.chapters, stated.chapters),
    // A published file carries facts that no clause of this site uses; only the signature speaks for those.
    ...memberDifferences(Object.keys(repeated.facts ?? {}), repeated.facts ?? {}, stated.facts ?? {}, 'fact'),
  ];
}

/** Clauses or chapters, one by one. */
function listDifferences(list, kind, repeated, stated) {
  const others = Array.isArray(stated) ? stated : [];
  if (others.length !== repeated.length) return [{ where: null, member: list, stated: others.length, repeated: repeated.length }];
  return repeated.flatMap((one, at) => {
    const other = others[at] !== null && typeof others[at] === 'object' ? others[at] : {};
    const where = { kind, number: one[kind] };
    return [...memberDifferences(plainMembers(one, other), one, other, where), ...decimalDifferences(one, other, where)];
  });
}

/** Members of either side, without what only linked data adds: "@…", "pl:…", "earl:…". */
function plainMembers(...sides) {
  return [...new Set(sides.flatMap(side => Object.keys(side ?? {})))].filter(name => !/^@|:/.test(name));
}

/** `where` null: of the whole; 'fact': each member is a fact; else a clause or a chapter. */
function memberDifferences(names, repeated, stated, where) {
  return names
    .filter(name => !sameValue(repeated[name], stated[name]))
    .map(name => ({
      where: where === 'fact' ? { kind: 'fact', number: name } : where,
      member: where === 'fact' ? 'value' : name,
      stated: stated[name],
      repeated: repeated[name],
    }));
}

function sameValue(one, other) {
  return one === undefined || other === undefined ? one === other : canonicalJson(one) === canonicalJson(other);
}

/** Decimals stand a second time as text ("pl:score") for linked data; that text must be the same number. */
function decimalDifferences(repeated, stated, where) {
  return Object.keys(stated)
    .filter(name => name.startsWith('pl:'))
    .map(name => ({ where, member: name.slice(3), stated: stated[name], repeated: repeated[name.slice(3)] }))
    .filter(pair => !(/^-?\d+(\.\d+)?$/.test(String(pair.stated)) && Number(pair.stated) === pair.repeated));
}

/** Names of bands that the file tells must be those of the rulebook. */
function bandNameDifferences(rules, assessment) {
  const told = Array.isArray(assessment['@included']) ? assessment['@included'] : [];
  return told.flatMap(node => {
    const band = rules.bands.find(one => node?.['@id'] === `${assessment.standard}/band/${one.name}`);
    return band === undefined || sameValue(band.label, node.name)
      ? []
      : [{ where: null, member: 'bandName', stated: inLanguage(node.name ?? ''), repeated: inLanguage(band.label) }];
  });
}

/** The one sentence above all: the worst comes first. */
function findingOf(checks) {
  const state = Object.fromEntries(checks.map(check => [check.id, check.state]));
  const say = Object.fromEntries(checks.map(check => [check.id, check.say]));
  if (state.signature === 'fails') return [state.verdict === 'fails' ? 'find.changed' : 'find.signature'];
  if (state.rulebook === 'fails') return ['find.rulebook'];
  if (state.verdict === 'fails') return [state.signature === 'holds' ? 'find.signed' : 'find.verdict'];
  if (state.ledger === 'fails') return ['find.ledger'];
  if (state.file === 'fails') return ['find.file'];
  if (state.verdict === 'unknown') return ['find.edition'];
  if (say.signature === 'signature.none') return ['find.unsigned'];
  if (say.signature === 'signature.stranger') return ['find.stranger'];
  const open = checks.filter(check => check.state === 'unknown').length;
  return open === 0 ? ['find.all'] : ['find.partly', open];
}

function worstState(checks) {
  return ['fails', 'unknown', 'holds'].find(state => checks.some(check => check.state === state));
}

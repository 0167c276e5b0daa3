// Part 3: the signature of the file and the checkpoint of the ledger.

/** What a check came to: `say` is a sentence of the words with what fills it, `pairs` are the values that were compared. */
function checked(id, state, say, parts = [], pairs = []) {
  const todo = wording[`${say}Do`] ? `${say}Do` : null;
  return { id, state, say, parts, todo, pairs };
}

/** JSON in its one canonical form, RFC 8785: members sorted by UTF-16, which is how JavaScript compares texts. */
function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort().map(name => `${JSON.stringify(name)}:${canonicalJson(value[name])}`);
  return `{${members.join(',')}}`;
}

/** The browser lacks what a check needs; `say` is the sentence for it. */
class BrowserLacks extends Error {
  constructor(say) {
    super(say);
    this.say = say;
  }
}

async function sha256Bytes(text) {
  if (!globalThis.crypto?.subtle) throw new BrowserLacks('noHash');
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

async function sha256Name(text) {
  return `sha256:${[...await sha256Bytes(text)].map(byte => byte.toString(16).padStart(2, '0')).join('')}`;
}

async function ed25519Holds(key, signature, message) {
  if (!globalThis.crypto?.subtle) throw new BrowserLacks('noEd25519');
  let imported;
  try {
    imported = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']);
  } catch (error) {
    // DataError: these bytes are no key. Anything else: the browser does not know the algorithm.
    if (error?.name === 'DataError') return false;
    throw new BrowserLacks('noEd25519');
  }
  return crypto.subtle.verify({ name: 'Ed25519' }, imported, signature, message);
}

function bytesOfBase64(text) {
  return Uint8Array.from(atob(text), character => character.charCodeAt(0));
}

const base58Digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Bytes of a multibase text in base58btc ("z…"), of exactly `size` bytes; null when it is none. */
function bytesOfBase58(text, size) {
  if (typeof text !== 'string' || !/^z[1-9A-HJ-NP-Za-km-z]{1,200}$/.test(text)) return null;
  let number = 0n;
  for (const digit of text.slice(1)) number = number * 58n + BigInt(base58Digits.indexOf(digit));
  const bytes = new Uint8Array(size);
  for (let place = size - 1; place >= 0; place--, number >>= 8n) bytes[place] = Number(number & 255n);
  const blanks = /^z(1*)/.exec(text)[1].length;
  return number === 0n && bytes.findIndex(byte => byte !== 0) === blanks ? bytes : null;
}

/** The raw key of a did:key address with itself as fragment, or null. */
function keyOfAddress(address) {
  const parts = /^did:key:(z[^#]+)#(z.+)$/.exec(typeof address === 'string' ? address : '');
  const bytes = parts !== null && parts[1] === parts[2] ? bytesOfBase58(parts[1], 34) : null;
  return bytes !== null && bytes[0] === 0xed && bytes[1] === 0x01 ? bytes.slice(2) : null;
}

/** The last 32 bytes of a SubjectPublicKeyInfo of Ed25519 are the key itself. */
function rawKey(portalKey) {
  return bytesOfBase64(portalKey.spki).slice(-32);
}

function sameBytes(one, other) {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** W3C Data Integrity, cryptosuite eddsa-jcs-2022, over the whole document. */
async function checkSignature(assessment, portal) {
  const { proof, ...unsigned } = assessment;
  if (proof === undefined) return checked('signature', 'unknown', 'signature.none');
  const { proofValue, ...options } = proof ?? {};
  const key = keyOfAddress(options.verificationMethod);
  const signature = bytesOfBase58(proofValue, 64);
  const wellWritten = key !== null && signature !== null && typeof options.created === 'string'
    && options.type === 'DataIntegrityProof' && options.cryptosuite === 'eddsa-jcs-2022'
    && options.proofPurpose === 'assertionMethod'
    && canonicalJson(options['@context'] ?? null) === canonicalJson(unsigned['@context'] ?? null);
  const pairs = [['created', options.created], ['key', options.verificationMethod]];
  if (!wellWritten) return repairable(checked('signature', 'fails', 'signature.odd', [], pairs));
  const message = new Uint8Array(64);
  message.set(await sha256Bytes(canonicalJson(options)), 0);
  message.set(await sha256Bytes(canonicalJson(unsigned)), 32);
  if (!await ed25519Holds(key, signature, message)) {
    return repairable(checked('signature', 'fails', 'signature.fails', [], pairs));
  }
  const known = portal.keys.some(portalKey => sameBytes(rawKey(portalKey), key));
  return known
    ? checked('signature', 'holds', 'signature.holds', [options.created.slice(0, 10)], pairs)
    : checked('signature', 'unknown', 'signature.stranger', [], pairs);
}

function repairable(check) {
  return { ...check, todo: 'signature.againDo' };
}

/** The signed checkpoint covers the place of the ledger that the assessment uses, and its round is one this page lists. */
async function checkLedger(assessment, portal) {
  const publication = assessment.publication;
  const checkpoint = publication?.checkpoint;
  if (!publication || !checkpoint) return checked('ledger', 'unknown', 'ledger.none');
  const { base, date, head, length, key, signature } = checkpoint;
  const position = publication.ledgerPosition;
  const pairs = [['position', position], ['length', length], ['head', publication.ledgerHead], ['checkpoint', date], ['key', key]];
  const answer = (state, say, ...parts) => ({ ...checked('ledger', state, say, parts, pairs), ...(state === 'fails' && { todo: 'signature.againDo' }) });
  const wellWritten = [base, date, head, key, signature].every(text => typeof text === 'string')
    && [length, position].every(Number.isSafeInteger) && /^[0-9A-Za-z+/]{86}==$/.test(signature);
  if (!wellWritten) return answer('fails', 'ledger.odd');
  const portalKey = portal.keys.find(one => one.id === key);
  if (portalKey === undefined) return answer('unknown', 'ledger.key');
  const message = new TextEncoder().encode(canonicalJson({ base, date, head, length }));
  if (!await ed25519Holds(rawKey(portalKey), bytesOfBase64(signature), message)) return answer('fails', 'ledger.forged');
  if (base !== portal.base) return answer('unknown', 'ledger.base', base);
  if (position > length) return answer('fails', 'ledger.short', position, length);
  if (position === length && publication.ledgerHead !== head) return answer('fails', 'ledger.head');
  return answer(...roundOf(publication, portal), position, length);
}

/** Whether the page lists the round: two different hashes at one place would be two histories of one ledger. */
function roundOf(publication, portal) {
  const there = portal.rounds.filter(round => round.position === publication.ledgerPosition);
  if (there.some(round => round.head !== publication.ledgerHead)) return ['fails', 'ledger.rival'];
  if (there.some(round => round.onDate === publication.onDate)) return ['holds', 'ledger.holds'];
  const newer = Date.parse(publication.publishedAt) > Date.parse(portal.made);
  return ['unknown', newer ? 'ledger.newer' : 'ledger.unlisted'];
}

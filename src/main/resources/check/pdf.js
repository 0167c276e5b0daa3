// Part 2: the data that a report's PDF carries. Only as much of PDF is read as this takes.

/** Why a file cannot be checked; `reason` is a name among the words ("bad." + reason). */
class UnfitFile extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

const mostBytes = 20 * 1024 * 1024;

function isPdf(bytes) {
  return pdfText(bytes.subarray(0, 1024)).includes('%PDF-');
}

/** One character for each byte, so that places in the text are places in the bytes. */
function pdfText(bytes) {
  return new TextDecoder('windows-1252').decode(bytes);
}

/**
 * The JSON-LD attached to a PDF. Names of attachments may stand in compressed objects, so it is found by its media type, which
 * always stands beside the data. A later version of it (PDF keeps old ones when it is saved over) comes last and counts.
 */
async function attachedData(bytes) {
  const text = pdfText(bytes);
  if (/\/Encrypt\s+\d+\s+\d+\s+R/.test(text)) throw new UnfitFile('encrypted');
  if (!text.slice(-2048).includes('%%EOF')) throw new UnfitFile('truncated');
  const found = [...text.matchAll(/\/Type\s*\/EmbeddedFile\b/g)]
    .map(match => streamAround(text, match.index))
    .filter(stream => /\/Subtype\s*\/application#2f(ld#2b|ld\+)?json/i.test(stream.head));
  if (found.length === 0) throw new UnfitFile('bare');
  const last = found[found.length - 1];
  const packed = bytes.subarray(last.from, last.to);
  return { bytes: /\/FlateDecode/.test(last.head) ? await inflated(packed) : packed, count: found.length };
}

/** The stream whose dictionary stands around a place: the dictionary and where its bytes lie. */
function streamAround(text, place) {
  const start = text.lastIndexOf(' obj', place);
  const keyword = /\bstream\r?\n/g;
  keyword.lastIndex = place;
  const begin = keyword.exec(text);
  if (start < 0 || begin === null) throw new UnfitFile('attachment');
  const head = text.slice(start, begin.index);
  const from = keyword.lastIndex;
  const length = streamLength(text, head);
  const to = length === null ? text.indexOf('endstream', from) : from + length;
  if (to < from || to > text.length) throw new UnfitFile('attachment');
  return { head, from, to };
}

/** How many bytes a stream has: stated in its dictionary, or in an object of its own. Null when neither can be read. */
function streamLength(text, head) {
  const stated = /\/Length\s+(\d+)(?:\s+(\d+)\s+R)?/.exec(head);
  if (stated === null) return null;
  if (stated[2] === undefined) return Number(stated[1]);
  const object = [...text.matchAll(new RegExp(`(?:^|\\s)${stated[1]}\\s+${stated[2]}\\s+obj\\s+(\\d+)\\s`, 'g'))].pop();
  return object === undefined ? null : Number(object[1]);
}

/** Unpacks, but never more than a file may have: a small file could hold gigabytes of blanks. */
async function inflated(packed) {
  if (typeof DecompressionStream !== 'function') throw new UnfitFile('inflate');
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const pieces = [];
  let size = 0;
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      pieces.push(piece.value);
      size += piece.value.length;
      if (size > mostBytes) {
        await reader.cancel();
        break;
      }
    }
  } catch {
    throw new UnfitFile('attachment');
  }
  if (size > mostBytes) throw new UnfitFile('big');
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

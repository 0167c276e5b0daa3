// Part 1 of the page's script: every sentence it says, in both languages. {0}, {1} stand for what is filled in.

const wording = {
  title: ['自己核对一份评估', 'Check an assessment yourself'],
  lead: ['放入一份报告的 PDF 或它的 JSON-LD 数据。本页就在您的设备上把评估重做一遍，再核对签名和账本。不联网，文件不会发到任何地方。',
    'Put in a report’s PDF or its JSON-LD data. This page repeats the assessment on your own device, then checks the signature and the ledger. It uses no network, and your file goes nowhere.'],
  drop: ['选择文件', 'Choose a file'],
  dropMore: ['也可以把文件拖到这里。PDF、JSON 或 JSON-LD，最大 20 MB，可以一份接一份。',
    'Or drop it here. PDF, JSON or JSON-LD, up to 20 MB, one after another.'],
  busy: ['正在核对 {0}……', 'Checking {0} …'],
  done: ['{0}：{1}', '{0}: {1}'],
  results: ['核对结果', 'Results'],
  made: ['本页制作于 {0}', 'This page was made on {0}'],
  language: ['English', '中文'],

  holds: ['对得上', 'holds'], fails: ['对不上', 'does not hold'], unknown: ['无法核对', 'cannot be told'],
  checks: ['五项核对', 'Five checks'],
  'check.file': ['文件是什么', 'What the file is'],
  'check.verdict': ['评估结论', 'The verdict'],
  'check.rulebook': ['判定规则', 'The rulebook'],
  'check.signature': ['签名', 'The signature'],
  'check.ledger': ['账本', 'The ledger'],

  'find.all': ['这份评估可以重复出来，签名和账本都对得上。', 'This assessment can be repeated, and its signature and ledger both hold.'],
  'find.changed': ['这个文件被改动过：结论对不上它的事实，签名也对不上。', 'This file was changed: its verdict does not follow from its facts, and its signature does not match.'],
  'find.signature': ['这个文件被改动过：签名对不上。', 'This file was changed: its signature does not match.'],
  'find.verdict': ['这份文件写的结论，和按它的事实重做的结论不一样。', 'The verdict in this file is not the one that its facts give.'],
  'find.signed': ['文件自签名后没有改动，但这里重做出的结论不一样。请告诉门户。', 'The file is as it was signed, yet the verdict comes out differently here. Please tell the portal.'],
  'find.rulebook': ['判定规则对不上，结论不能当真。', 'The rulebook does not match, so the verdict cannot be relied on.'],
  'find.ledger': ['账本对不上：这份评估不能算作已经记入账本。', 'The ledger does not match: this assessment cannot count as recorded there.'],
  'find.file': ['文件的几处说法互相矛盾。', 'The file contradicts itself.'],
  'find.edition': ['本页没有这一版标准，不能重做这份评估。', 'This page does not carry this edition, so it cannot repeat the assessment.'],
  'find.unsigned': ['评估可以重复出来，但文件没有签名：看不出它有没有被改动过。', 'The assessment can be repeated, but the file has no signature: whether it was changed cannot be seen.'],
  'find.stranger': ['评估可以重复出来，但签名用的密钥本页不认识：无法确认它出自本门户。', 'The assessment can be repeated, but it is signed by a key this page does not know: nothing shows that it came from this portal.'],
  'find.partly': ['做得了的核对都对得上，另有 {0} 项无法核对。', 'All that could be checked holds; {0} of five could not be checked.'],

  'file.holds': ['这是本页认得的一份评估，写明了站点、标准和轮次。', 'It is an assessment that names its site, its standard and its round.'],
  'file.bare': ['文件没有写明站点名称或发布轮次，可能是命令行工具直接写出的。', 'The file names no site or no published round; it may come straight from the command line.'],
  'file.bareDo': ['请从站点页面下载已发布的报告或数据。', 'Download the published report or data from the site’s page.'],
  'file.odd': ['文件两处写的不一致：{0}。', 'Two places in the file disagree: {0}.'],
  'file.site': ['站点', 'the site'], 'file.date': ['评估日期', 'the date'], 'file.class': ['站点类别', 'the class of the site'],
  site: ['站点', 'Site'], code: ['编码', 'Code'], siteClass: ['类别', 'Class'], street: ['街镇', 'Street or town'],
  edition: ['标准', 'Standard'], onDate: ['评估日期', 'Date of assessment'], round: ['轮次', 'Round'], facts: ['事实', 'Facts'],
  publishedAt: ['发布时间', 'Published'], synthetic: ['示范数据，不是真实情况', 'synthetic, for demonstration; not real'],
  real: ['没有标为示范数据', 'not marked as synthetic'], notStated: ['未写明', 'not stated'],
  several: ['这个 PDF 带有 {0} 份数据，本页读的是最后一份。', 'This PDF carries {0} pieces of data; the last one was read.'],

  'verdict.holds': ['按文件里的事实重做了一遍，{0} 条结果、得分和等级都与文件写的相同。', 'Repeated from the facts in the file: all {0} outcomes, the score and the band are as the file states.'],
  'verdict.fails': ['重做的结论与文件有 {0} 处不同，都列在下面。', 'The repeated verdict differs from the file. Differences: {0}, all listed below.'],
  'verdict.refused': ['文件里的事实读不通，结论无法重做出来：{0}', 'The facts in the file cannot be read, so the verdict cannot be repeated: {0}'],
  'verdict.refusedDo': ['请从门户重新下载这份文件再试。', 'Download the file again from the portal and try once more.'],
  'verdict.edition': ['没有这一版的判定规则，无法重做。', 'Without the rulebook of this edition nothing can be repeated.'],
  'verdict.withheld': ['这个站点有些事实不公开（例如人数很少的统计），所以无法在这里重做。', 'Some facts of this site are not public, such as counts of few people, so the verdict cannot be repeated here.'],
  'verdict.withheldDo': ['签名和账本两项照样说明文件有没有改过。', 'The checks of signature and ledger still say whether the file was changed.'],
  here: ['在这里重做出的结论', 'The verdict, repeated here'],
  score: ['得分', 'Score'], scoreUnit: ['分', 'points'], noScore: ['尚无得分', 'no score yet'],
  bounds: ['上下限 {0}–{1} 分', 'Bounds {0}–{1} points'], band: ['等级', 'Band'], bands: ['未知事实查清后，可能在{0}与{1}之间', 'Could end between {0} and {1} once all is measured'],
  provisional: ['暂定', 'provisional'], veto: ['否决', 'veto'], vetoes: ['否决条款：{0}', 'Vetoed by clause {0}'],
  print: ['您手里是 PDF：本页只读它携带的数据，不读印出的字。请对照印出的得分和等级，是否就是这里的这两个。', 'This was a PDF: only the data it carries was read, not its printed words. Compare the printed score and band with the two shown here.'],
  differences: ['不同之处', 'Differences'], where: ['哪里', 'Where'], stated: ['文件写的', 'Stated'], repeated: ['这里重做的', 'Repeated here'],
  every: ['全部 {0} 条的结果', 'The outcome of all {0} clauses'], clause: ['条款', 'Clause'], asks: ['要求', 'What it asks'], outcome: ['结果', 'Outcome'], points: ['分值', 'Points'],
  chapter: ['章', 'Chapter'], fact: ['事实', 'Fact'], nothing: ['（没有）', '(nothing)'], yes: ['是', 'yes'], no: ['否', 'no'],
  passed: ['符合', 'passed'], failed: ['不符合', 'failed'], cantTell: ['无法判定', 'cannot tell'], untested: ['未测', 'untested'], inapplicable: ['不适用', 'not applicable'],
  'member.scoreLow': ['得分下限', 'Lower bound'], 'member.scoreHigh': ['得分上限', 'Upper bound'], 'member.score': ['得分', 'Score'],
  'member.band': ['等级', 'Band'], 'member.bandLow': ['最低可能等级', 'Lowest possible band'], 'member.bandHigh': ['最高可能等级', 'Highest possible band'],
  'member.bandName': ['等级名称', 'Name of the band'], 'member.measuredShare': ['已测份额', 'Share measured'], 'member.provisional': ['暂定', 'Provisional'],
  'member.settles': ['待查清的事实', 'Facts that would settle it'], 'member.vetoes': ['否决条款', 'Vetoes'], 'member.rulebook': ['判定规则的摘要值', 'Hash of the rulebook'],
  'member.outcome': ['结果', 'outcome'], 'member.reason': ['判定方式', 'reason'], 'member.points': ['应得分值', 'points'], 'member.earned': ['所得分值', 'points earned'],
  'member.gaps': ['差距', 'gaps'], 'member.needs': ['尚缺的事实', 'facts needed'], 'member.text': ['说明', 'sentence'], 'member.facts': ['用到的事实', 'facts used'],
  'member.obligation': ['约束程度', 'obligation'], 'member.lastKnown': ['上次所知', 'last known'], 'member.clauses': ['条款数', 'Number of clauses'], 'member.chapters': ['章数', 'Number of chapters'],
  'member.value': ['取值', 'value'], 'member.clause': ['编号', 'number'], 'member.chapter': ['编号', 'number'],

  'rulebook.holds': ['本页带的规则，算出的摘要值与本页列的、文件写的都相同。', 'The rulebook in this page has the hash that this page lists and the file names.'],
  'rulebook.file': ['文件写的摘要值，不是本页这一版规则的。', 'The hash that the file names is not that of this edition’s rulebook.'],
  'rulebook.fileDo': ['请从门户重新下载本页；仍然不同，就是文件写错或被改。', 'Download this page again from the portal; if they still differ, the file is wrong or was changed.'],
  'rulebook.page': ['本页自己带的规则与本页列的摘要值不符：本页已损坏或被改。', 'The rulebook in this page does not have the hash this page lists: this page is damaged or was changed.'],
  'rulebook.pageDo': ['请从门户重新下载本页。', 'Download this page again from the portal.'],
  'rulebook.edition': ['本页没有这一版标准：{0}', 'This page does not carry the edition {0}'],
  'rulebook.editionDo': ['请从门户下载较新的本页。', 'Download a newer copy of this page from the portal.'],
  'hash.here': ['这里算出的', 'Computed here'], 'hash.page': ['本页列出的', 'Listed in this page'], 'hash.file': ['文件写的', 'Named by the file'],

  'signature.holds': ['整份文件自 {0} 签名后一个字也没有改，签名的密钥本门户认可。', 'Not one character has changed since the file was signed on {0}, by a key that this portal vouches for.'],
  'signature.fails': ['签名与文件内容不符：签名之后有人改过文件。', 'The signature does not fit the file: something was changed after signing.'],
  'signature.odd': ['签名的写法不对，不是门户会写出的。', 'The signature is not written as the portal writes it.'],
  'signature.againDo': ['请从门户重新下载这份文件，并与手头的比较。', 'Download the file again from the portal and compare the two.'],
  'signature.stranger': ['签名本身成立，但签名的密钥本页不认识，任何人都能这样签。', 'The signature itself is sound, but by a key this page does not know; anyone could sign like this.'],
  'signature.strangerDo': ['请从门户重新下载本页；仍不认识，文件就不是本门户签发的。', 'Download this page again; if the key is still unknown, this portal did not sign the file.'],
  'signature.none': ['文件没有签名，可能是较早发布的。', 'The file has no signature; it may be an older one.'],
  'signature.noneDo': ['请从门户重新下载，新的文件都带签名。', 'Download it again from the portal; new files are signed.'],
  noEd25519: ['这个浏览器不能核对 Ed25519 签名，这一项没有做。', 'This browser cannot check Ed25519 signatures, so this check was not made.'],
  noEd25519Do: ['请用新版的 Chrome、Edge、Firefox 或 Safari 打开本页。', 'Open this page in a current Chrome, Edge, Firefox or Safari.'],
  noHash: ['这个浏览器不肯给本页计算摘要值，这一项没有做。', 'This browser does not let this page compute hashes, so this check was not made.'],
  created: ['签名时间', 'Signed'], key: ['密钥', 'Key'],

  'ledger.holds': ['检查点由本门户认可的密钥签名，账本到第 {1} 条为止；评估用到第 {0} 条，轮次也在本页的清单里。', 'The checkpoint is signed by a key that this portal vouches for and covers {1} entries; the assessment uses the ledger up to entry {0}, and its round is on this page’s list.'],
  'ledger.none': ['文件没有写账本位置和检查点。', 'The file names no place in the ledger and no checkpoint.'],
  'ledger.noneDo': ['请从门户下载已发布的文件。', 'Download the published file from the portal.'],
  'ledger.odd': ['检查点缺少内容，或写法不对。', 'The checkpoint lacks something or is not written as it should be.'],
  'ledger.key': ['签检查点的密钥本页不认识。', 'The checkpoint is signed by a key this page does not know.'],
  'ledger.keyDo': ['请从门户重新下载本页再试。', 'Download this page again from the portal and try once more.'],
  'ledger.base': ['这是另一个门户的账本：{0}', 'This is the ledger of another portal: {0}'],
  'ledger.baseDo': ['请用那个门户的核对页。', 'Use the page of that portal.'],
  'ledger.forged': ['检查点的签名对不上：检查点被改过。', 'The signature of the checkpoint does not fit: the checkpoint was changed.'],
  'ledger.short': ['检查点只到第 {1} 条，没有包括评估用到的第 {0} 条。', 'The checkpoint covers only {1} entries and so not entry {0}, which the assessment uses.'],
  'ledger.head': ['位置相同，账本末端的摘要值却不同。', 'At the same place, the hash of the ledger’s last entry is another.'],
  'ledger.rival': ['本页清单里，同一位置的账本是另一个摘要值。', 'This page’s list has another hash for the same place in the ledger.'],
  'ledger.newer': ['检查点的签名成立；但这一轮比本页新，本页的清单里还没有。', 'The checkpoint’s signature holds, but this round is newer than this page and not yet on its list.'],
  'ledger.newerDo': ['请从门户下载较新的本页。', 'Download a newer copy of this page from the portal.'],
  'ledger.unlisted': ['检查点的签名成立；但本页的清单里没有这一轮。', 'The checkpoint’s signature holds, but this round is not on this page’s list.'],
  'ledger.unlistedDo': ['请在门户上查这一轮是否还在，并重新下载文件。', 'See on the portal whether this round still stands, and download the file again.'],
  position: ['用到第几条', 'Uses entries up to'], length: ['检查点共几条', 'Entries in the checkpoint'], head: ['账本末端', 'Last entry’s hash'], checkpoint: ['检查点日期', 'Date of the checkpoint'],

  'bad.empty': ['这是一个空文件。', 'This file is empty.'],
  'bad.emptyDo': ['可能没有下载完，请重新下载。', 'The download may have failed; download it again.'],
  'bad.big': ['文件超过 20 MB，不会是一份评估。', 'The file is over 20 MB; no assessment is that large.'],
  'bad.bigDo': ['请选站点页面上的 PDF 或“JSON”。', 'Choose “PDF” or “JSON” on a site’s page.'],
  'bad.kind': ['这既不是 PDF，也不是 JSON。', 'This is neither a PDF nor JSON.'],
  'bad.kindDo': ['请选站点页面上的 PDF 或“JSON”。', 'Choose “PDF” or “JSON” on a site’s page.'],
  'bad.json': ['这份 JSON 读不通，可能被截断或改坏了。', 'This JSON cannot be read; it may be cut short or damaged.'],
  'bad.jsonDo': ['请重新下载；不要用编辑软件打开后再存。', 'Download it again, and do not save it from an editor.'],
  'bad.other': ['这是 JSON，但不是一份评估。', 'This is JSON, but no assessment.'],
  'bad.otherDo': ['请选站点页面上的“JSON”或 PDF。', 'Choose “JSON” or “PDF” on a site’s page.'],
  'bad.graph': ['这是关联数据，不是带签名的评估文件。', 'This is linked data, not the signed file of an assessment.'],
  'bad.graphDo': ['请在同一站点页面上改选“JSON”（地址以 .json 结尾，不是 .jsonld）。', 'On the same site’s page choose “JSON” instead (its address ends in .json, not .jsonld).'],
  'bad.paper': ['这个 PDF 是门户的另一种报告，不是站点评估报告。', 'This PDF is another kind of the portal’s reports, not a site’s assessment.'],
  'bad.paperDo': ['这里只能核对单个站点的评估报告；请从站点页面下载它的 PDF。', 'Only the assessment of one site can be checked here; download its PDF from the site’s page.'],
  'bad.truncated': ['这个 PDF 不完整，后面缺了一段。', 'This PDF is cut short: its end is missing.'],
  'bad.truncatedDo': ['请重新下载。', 'Download it again.'],
  'bad.encrypted': ['这个 PDF 加了密，里面的数据读不出来。', 'This PDF is encrypted, so the data in it cannot be read.'],
  'bad.encryptedDo': ['请用从门户下载的原件，不要用加过密码的副本。', 'Use the file as downloaded from the portal, not a copy with a password.'],
  'bad.bare': ['这个 PDF 没有带评估数据。', 'This PDF carries no assessment data.'],
  'bad.bareDo': ['打印或另存的副本会丢掉数据，请用从门户下载的原件。', 'Copies that were printed or saved anew lose the data; use the file as downloaded from the portal.'],
  'bad.attachment': ['这个 PDF 带的数据读不出来，可能已损坏。', 'The data in this PDF cannot be read; it may be damaged.'],
  'bad.attachmentDo': ['请重新下载，或改用“JSON”。', 'Download it again, or use the “JSON”.'],
  'bad.inflate': ['这个浏览器不能解开 PDF 里的数据。', 'This browser cannot unpack the data in a PDF.'],
  'bad.inflateDo': ['请改放“JSON”，或换用新版浏览器。', 'Put in the “JSON” instead, or use a current browser.'],
  'bad.unread': ['这个文件打不开。', 'This file cannot be opened.'],
  'bad.unreadDo': ['如果是文件夹，请选里面的文件；否则请重新下载。', 'If it is a folder, choose a file inside; otherwise download it again.'],
  details: ['核对用到的数值', 'The values compared'],

  limits: ['这里没有核对的', 'What is not checked here'],
  limitFacts: ['事实是不是真的。本页只说明：结论是由这些事实按规则得出的。', 'Whether the facts are true. This page only shows that the verdict follows from them by the rules.'],
  limitPrint: ['PDF 上印出的字。本页只读 PDF 携带的数据，请自己对照印出的得分和等级。', 'The printed words of a PDF. Only the data it carries is read, so compare the printed score and band yourself.'],
  limitName: ['名称、地址等说明文字。它们不参与评定，只由签名保护。', 'Names, addresses and other descriptions. No rule uses them; only the signature protects them.'],
  limitPage: ['本页自己。请只用从 {0} 下载的本页；别人转来的，可能被改过。', 'This page itself. Use only a copy downloaded from {0}; one passed on by others may have been changed.'],
  carries: ['本页带了什么', 'What this page carries'], rounds: ['轮次', 'Rounds'], editions: ['标准与判定规则', 'Standards and their rulebooks'], keys: ['门户的公钥', 'Public keys of the portal'],
  roundLine: ['{0}（{1}），账本第 {2} 条 ', '{0} ({1}), ledger entry {2} '],
};

/** The language the page speaks: 0 Chinese, 1 English. Nothing is remembered; the browser's own language decides at first. */
let languageIndex = (navigator.language || 'zh').toLowerCase().startsWith('zh') ? 0 : 1;

/** The text of a value in the page's language: {zh, en} in one of the two, anything else as it is. */
function inLanguage(value) {
  if (value === null || typeof value !== 'object') return String(value);
  const both = [value.zh, value.en];
  return String(both[languageIndex] ?? both[1 - languageIndex] ?? '');
}

/** A sentence of the page. */
function sayWords(name, ...parts) {
  return wording[name][languageIndex].replace(/\{(\d)\}/g, (_, place) => inLanguage(parts[place]));
}

/** A phrase of the words in both languages, to fill into another sentence. */
function phrase(name) {
  return { zh: wording[name][0], en: wording[name][1] };
}

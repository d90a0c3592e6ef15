"""Words for the looks of a result: a small grammar of forms, amounts and qualities.

Nouns of results (“report”), of forms (“table”) and of parts (“figures”) are put together with the few words that join
them (“as a table”, “with figures”, “it should be short”), so that a phrase need not be known to be read.
"""

from clarify.read.patterns import one_of

_AMOUNT = (
    r"(?:\d+|half an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|"
    r"a hundred|a few|a couple of|several|single|separate)"
)
_UNIT = (
    r"(?:page|pager|slide|word|bullet|line|liner|paragraph|sentence|chart|table|column|tab|row|panel|section|side|"
    r"copy|copie|point|minute (?:video|talk|speech|film|clip|pitch|version|presentation))s?"
)
_SIZE = r"(?:short|brief|full|typed|printed|good|extra|more|hard|bound|colou?r|clean|separate|bullet|simple|single)"
_RESULT = (
    r"(?:deck|report|note|memo|draft|summary|overview|outline|page|slide|chart|table|letter|response|reply|list|"
    r"presentation|agreement|analysis|answer|e-?mail|message|document|doc|paper|plan|proposal|write-?up|brochure|"
    r"spreadsheet|version|description|explanation|breakdown|statement|bio|paragraph|update|text|post|poster|article|"
    r"speech|video|graph|map|form|template|checklist|schedule|budget|model|tool|site|system|design|product|result|"
    r"package|binder|guide|study|survey|invitation|announcement|release)s?"
)
_GOOD = (
    r"(?:short|brief|concise|simple|plain|clear|polite|firm|friendly|formal|informal|neutral|warm|calm|factual|"
    r"objective|honest|readable|legible|punchy|crisp|clean|tidy|neat|light|professional|polished|thorough|detailed|"
    r"complete|comprehensive|specific|precise|exact|accurate|rough|high[- ]level|general|generic|basic|modern|"
    r"consistent|technical|visual|visible|wordy|catchy|attractive|presentable|understandable|easy to \w+|"
    r"user[- ]friendly|self-explanatory|one-page|two-page|written|revised|consolidated|separate)"
)
_BETTER = (
    r"(?:shorter|simpler|clearer|cleaner|tighter|nicer|crisper|bigger|smaller|larger|fuller|softer|friendlier|lighter)"
)
_SHOW = (
    r"(?:include|cover|show|contain|explain|describe|list|reflect|outline|summari[sz]e|detail|highlight|identify|"
    r"indicate|address|compare|state|say|sets? out|lays? out|specify|illustrate|capture|mention|give|note|use)"
)
_SHOWING = (
    r"(?:including|covering|showing|containing|explaining|describing|listing|reflecting|outlining|summari[sz]ing|"
    r"detailing|highlighting|identifying|indicating|addressing|comparing|stating|setting (?:out|forth)|laying out|"
    r"specifying|illustrating|incorporating)"
)
# “It must be done by Friday” tells when, “it should be deleted” is a task: neither tells what it is to be like.
_STAYS = (
    r"(?!be (?!detailed|based|limited|signed|worded|addressed|written|printed|broken|sorted|typed|illustrated|dated|"
    r"numbered|formatted|marked|labell?ed|organi[sz]ed)"
    r"(?:[a-z]{2,}(?:[^e]ed|en|wn)|ready|sent|in|on|at|here|there|back|due|able|out|done|made|put|set|paid|held|told|"
    r"a|the|an|up|off|careful|aware|interested|good|great|fine|nice|helpful|useful|worth|best|better|possible|"
    r"necessary|easy|hard|interesting|sure|happy|glad)\b"
    r"(?! (?:colou?r|english|writing|bold|paper|letterhead|word|excel|pdf)))"
    rf"(?:be|look|fit|read|have|sound|focus|{_SHOW})"
)
_FORM = (
    r"(?:spreadsheet|table|google doc|deck|slides?|one-pager|list|chart|summary|paragraph|graph|map|diagram|"
    r"flow ?chart|matrix|grid|timeline|screen|page|sketch|drawing|binder|line|sentence|word|sheet|bullet|step|column|"
    r"tone|style|voice|way that|format|font|layout)s?"
)
_PAPER = r"(?:document|letter|memo|report|attachment|note|e-?mail|part|section)s?"  # “in a memo” tells where
_MEDIUM = (
    r"(?:word|excel|powerpoint|ppt|pdf|csv|html|writing|tables|bullets?|bullet points|"
    r"(?:plain|simple|layman's|your own|other|few|as few) (?:english|language|text|terms|words)(?: as possible)?|"
    r"english|french|german|spanish|italian|dutch|polish|turkish|chinese|japanese|(?:full )?colou?r|black and white|"
    r"greyscale|duplicate|triplicate|landscape|portrait|bold|red|italics|capitals|"
    r"(?:tabular|final|draft|written|electronic|digital|paper|clean|redlined) (?:form|format)|hard copy|"
    r"(?:alphabetical|chronological|numerical|reverse|date|priority|this|that|the following) order|letterhead|a4|"
    r"(?:good )?paper|prose|pencil|steps)"
)
_SHAPE = r"(?:formats?|layouts?|templates?|styles?|tone|font|structure|wording|colou?rs|guidelines|conventions?)"
_PART = (
    r"(?:details?|terms|comments|numbers|figures|examples?|references|dates?|charts?|sources|names?|backup|breakdown|"
    r"notes|explanations?|descriptions?|emphasis|focus|columns?|headings?|headers?|title|cover|prices|totals|quotes|"
    r"photos|pictures|logo|links?|tabs?|captions?|options?|bullets?|tables?|addresses|amounts?|maps?|clause|section|"
    r"summary|contents)"
)
_KEY = (  # by what a list may be sorted
    r"(?:region|month|quarter|year|week|customer|client|product|country|team|department|category|date|type|building|"
    r"store|site|person|name|age|size|location|topic|issue|line item)"
)
_NEW = r"(?<!\bthe\s)(?<!\bmy\s)"  # “the short version” exists: it tells which one, and not how it is to be
_ONE = r"(?:the|our|my|your|their|his|her|an?|last \w+'s|this|that|same)"

MANNER = one_of(
    r"(?:make|have) (?:it|this|them|that) look [a-z]+",
    r"(?:use|take) [^.;!?\n]{3,50} as (?:an?|the|your|our) "
    r"(?:model|template|guide|basis|example|pattern|starting point)",
)
"""Orders that tell how the result is to look, and no work of their own."""
LENGTH = one_of(
    rf"{_AMOUNT}[- ](?:{_SIZE}[- ])?{_UNIT}(?! (?:ago|earlier|later|before))",
    r"an? (?:[a-z]+ )?(?:page|pager|slide|paragraph|sentence)(?: or (?:two|so))?",
    r"(?<!the\s)(?:\d+|two|three|four|five|six|ten|extra) (?:\w+ )?"
    r"(?:copies|options|scenarios|versions|alternatives|examples|ideas|bullets|points)",
    r"no (?:more|longer|bigger|fewer|less) than",
    rf"(?:an? )?(?:max|maximum|minimum)(?: of)? {_AMOUNT}",
    rf"{_AMOUNT} (?:at most|max|maximum|or less|or fewer|tops)",
    r"(?:should|must|may|do|can) not exceed",
    r"aim for",
    r"short and sweet",
    r"not (?:too|overly) (?!late|sure|bad|early|soon|far|happy|keen|many|much|worried)[a-z]+",
    r"to the point",
    r"(?:at a |only )?high level(?= only|$|[.,;])",
)
"""The length of the result, and the number of things in it."""
FORM = one_of(
    rf"(?:as|into|with) (?:an?|{_AMOUNT}) (?:[a-z-]+ ){{0,2}}(?:{_FORM}|{_PAPER})",
    rf"in (?:an?|{_AMOUNT}) (?:[a-z-]+ ){{0,2}}{_FORM}",
    rf"(?:in|as|into|on|onto) (?:the |both |our |a |good )?{_MEDIUM}(?=\W|$)",
    rf"(?:in|with|using|use|follow|following|as per|on|against) {_ONE}(?: same| usual| standard| attached| old| new)?"
    rf"(?: [a-z]+)? {_SHAPE}",
    rf"(?:usual|same|standard|old|previous|consistent) (?:[a-z]+ )?(?:{_SHAPE}|form|way)(?: as| like)?",
    r"track(?:ed)? changes",
    r"plain english",
    r"(?:no|without|avoid) (?:the )?(?:jargon|buzzwords|acronyms)",
    rf"{_NEW}(?:hard|clean|colou?r|signed|paper|bound) cop(?:y|ies)",
    r"(?:double|single)[- ](?:sided|spaced)",
    r"ready (?:to (?:send|print|sign|file|go|publish)|for (?:signature|print|publication|the client))",
    r"one-pager",
)
"""Its form, its medium, its tone."""
LIKENESS = one_of(
    r"along (?:the|those|these) lines",
    r"in the (?:form|style|spirit) of",
    r"(?:similar|identical|comparable) to",
    r"(?:just |exactly |much )?like (?:last time|the last|we did|the one|the other|this one|before|in the)",
    r"(?:the )?same as (?:last|the|we|before|for|in)",
    r"as (?:if|though)",
    r"(?:in line|in keeping|in accordance|consistent|in conformity) with",
    r"(?!^)(?:based|model+ed|built) (?:on|after)",
    r"for (?:an? |the )?(?:\w+ )?(?:audience|readers?|public|website|newsletter|brochure|layman|laymen|beginners|"
    r"external use|internal use|lay people|non-?\w+)",
    r"(?:that|so) (?:an?|any|every|the) \w+ (?:can|could|would|will) (?:follow|understand|read|use|grasp)",
)
"""A model for the result, and its audience."""
IS_TO_BE = one_of(
    r"(?:make|keep|have) (?:it|them|this|these|the \w+|that) (?:as |very |really |nice and |more |less |a bit |"
    rf"a little |down |all )*(?:{_GOOD}|{_BETTER}|(?:to|under|at|within) {_AMOUNT})",
    r"(?:it|they|this|these|that|each|(?:(?:the|your|our|this|that|each|every|all) (?:[a-z]+ )?)?"
    rf"(?:{_RESULT}|tone|style|language|wording|layout|title|focus|format|length)) "
    r"(?:should|must|shall|has to|have to|needs? to|ought to|is to|are to|cannot|can't)"
    rf"(?: also| all| only| really| just| clearly| not| still)* {_STAYS}",
    r"(?:it|the \w+|they) (?:needs?|requires?) (?:an?|two|three|more|less|some) (?!rew|review|look|check)[a-z]+",
    r"(?:I|we|he|she|they|client|board|partners)(?:'d| would|'ll)? (?:want|like|need|prefer|expect)s? "
    r"(?:it|this|them|these|(?:the|each|every|your|our) (?:\w+ )?\w+) to (?:also |not |only )*"
    rf"{_STAYS}",
    r"I (?:don't )?(?:want|need) [a-z' ]{3,30},\snot",
    r"(?:stick|limit (?:it|them|yourself)) to(?! it\b)",
    r"nothing (?:fancy|polished|formal|elaborate|long|major|too)",
)
"""The looks of the result, in a clause of their own."""
KIND = one_of(
    r"(?!^)(?:ideally|preferably)(?=,? (?:with|in|as|on|no|not|an?|one|two|just|only|by|from)\b)",
    rf"{_NEW}(?:more |very |fairly |reasonably |really )?{_GOOD}(?:,? (?:and |but |yet )?[a-z-]+)? {_RESULT}",
    rf"(?:just|only) (?:an?|one) (?:\w+ )?(?:{_RESULT}|table|one-pager|sketch)",
    r"up to and including",
    r"something (?:that |which )?(?:I|we|they|you|people|\w+s?) can",
    r"(?:more|less|as|a bit|a little|slightly|somewhat|much|even|something)"
    rf"(?: more| less| a little| a bit| really| very| that looks| that is)? (?:{_GOOD}|{_BETTER})(?: as)?",
    r"something (?:really |very )?(?:nice\w*|pretty|good|solid|decent|better|like|along)",
    rf"(?<=,\s){_GOOD},? (?:and|but|yet) [a-z]+",
    r"(?<=,\s)no (?!later|problem|rush|hurry|worries|need|matter|one|doubt|longer|more|way|idea)[a-z]+ ?[a-z]+"
    r"(?=[.,;!]|$)",
    r"(?<=,\s)not (?:your|his|too|from|just) \w+",
    r"(?<=,\s)(?:\w+ ){1,5}only(?=[.,;!]|$)",
    r"so (?:that )?(?:it|this|they) (?:reads?|looks?|sounds?|fits?|flows?|is|are) (?!not|wrong|late)",
)
"""The kind of the result, or its looks, in words that extend the task."""
CONTENT = one_of(
    rf"(?:that|which) (?:also |clearly |will |would |should |can |must )*{_SHOW}s?",
    r"(?<!'t\s)include (?!me\b|us\b|him\b|her\b|them\b)",
    r"(?:to|should|please|pls|must|and|could|can|would|not|you) (?:also |please )?"
    r"(?:include|show|contain|highlight|cover|reflect|indicate|specify|incorporate|mention)",
    _SHOWING,
    r"(?:be|make) sure (?:to |that |you |we )*(?:(?:it|they|the \w+|all|each|every)(?: \w+)? )?"
    rf"(?:is|are|has|have|fits?|match(?:es)?|looks?|reads?|{_SHOW}s?)",
    r"such as",
    r"in particular",
    r"(?:sorted|grouped|broken (?:down|out|up)|split|organi[sz]ed|arranged|ordered|listed|rounded|separated|ranked|"
    r"itemi[sz]ed)(?: out)? (?:by|into|to|per|alphabetically|chronologically)",
    r"itemi[sz]ed",
    rf"by {_KEY}(?! end)",
    r"(?:for|on|per|of) each(?! other)",
    r"for every \w+",
    r"from (?:an?|the|our|your) [^.,;!?\n]{2,50} (?:point of view|perspective|angle|standpoint)",
    r"with(?:out)? (?:the |all |an? |your |any |some |no |only |more |one |two |three |lots of )?(?:[\w-]+ ){0,2}"
    rf"{_PART}",
    r"(?:focus|focusing|concentrat(?:e|ing)|elaborat(?:e|ing)|emphasi[sz](?:e|ing)) (?:\w+ )?on",
    r"(?:more|further|greater|enough|sufficient|additional) (?:details?|specifics|information)",
    r"instead of (?:the|an?|your)",
)
"""The content of the result; only in a task whose result must be made."""
GUIDANCE = one_of(
    r"(?:I|we)(?:'d| would) (?:also |really )?(?:suggest|propose|recommend|prefer|envision)",
    r"(?:I|we)(?:'d| would) (?:also |really )?(?:like|want|love) to (?:see|have|add|include|keep|show)"
    r"(?! (?:it|them|this|that|you)\b)",
    r"(?:I'm|I am|we're|we are) (?:looking for|thinking of|picturing|after)",
    r"I (?:envision|imagine|picture|suggest|prefer)",
    r"it (?:would|might|may) be (?:nice|good|great|better|best|helpful|useful) "
    r"(?:to (?:have|see|include|add|show|keep|use)|if (?:it|they) \w+)",
    r"(?:keep|keeping|bear|bearing) in mind",
    r"with [^.,;]{3,40} in mind",
    r"(?:take|taking) (?:[^.,;]{3,40} )?into (?:account|consideration)",
    r"in light of",
    r"using (?:the|our|my|this|these|an?|only|your)",
    r"rather than",
    r"as (?:much|many|little|few) [a-z]+ as",
    r"at least (?:\d+|one|two|three|four|five|ten|half|an?)",
    r"(?:via|by) (?:e-?mail|fax|phone|post|courier|letter|video|voice mail)",
    r"from scratch",
    r"as follows",
)
"""The leader's preferences and reminders; only if something must be made."""
MANNER_OF_DOING = one_of(
    r"(?:more |as |very |as much )?(?:carefully|thoroughly|nicely|briefly|clearly|politely|separately|concisely|"
    r"convincingly|diplomatically|quietly|confidentially|discreetly|verbatim|alphabetically|chronologically|"
    r"explicitly|consistently|neatly|properly|precisely|informally|formally)",
    r"(?:side by side|line by line|step by step|point by point|word for word|week by week|face[- ]to[- ]face)",
    r"(?:in detail|in person|by hand|in confidence|on paper)",
)
"""The manner of the work; only in a task."""
IS_BEST = one_of(
    r"(?:is|are|would be) (?:best|better|preferred|preferable|ideal|enough|fine|plenty|sufficient|ok|okay)"
    r"(?=[.,;!\s]*$)"
)
"""The end of a short sentence beside the tasks that says which form will do."""
TAIL = one_of(
    r"with(?:out)?",
    r"in|on|that|which",
    r"to (?!(?:the|an?|me|us|him|her|them|you|our|my|this|that|be)\b)[a-z]+",
)
"""Words that extend the object, a thing that is to be made: “with …”, “that …”."""

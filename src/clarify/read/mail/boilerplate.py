"""What programs and companies add to messages: footers, meeting links, warnings, small print.

One more way of saying it is one more entry in a table.
"""

import re

from clarify.read.patterns import phrases
from clarify.read.spans import Span


def _beginnings(table: str) -> re.Pattern[str]:
    """The patterns of a table, one a line, at the beginning of a line; a space is any white space."""
    return re.compile("|".join(row.strip().replace(" ", r"\s+") for row in table.strip().splitlines()), re.IGNORECASE)


# Nothing but a link or a sign may follow where an order could go on: “Download Teams on the new laptop” stays.
_ENDS = r"\s*(?:$|[|:<(\[]|https?:)"
_PROGRAMS = (
    "outlook|mail|yahoo|aol|gmail|proton|samsung|blackberry|spark|superhuman|front|mailbird|airmail|em client|workspace"
)
_BY_A_PROGRAM = _beginnings(
    rf"""
    sent (?:from|via|with|using) (?:my \w|(?:the )?(?:new )?(?:{_PROGRAMS})\b)
    get (?:outlook|bluemail) for\b
    this (?:message|e-?mail) was sent (?:from|by|via)\b
    von meine[mr] .{{2,30}} gesendet
    gesendet (?:von|mit|aus|über) (?:meine[mr]|outlook|yahoo|gmx|web|der|dem)\b
    outlook für (?:ios|android)
    holen sie sich outlook
    envoyé (?:de|depuis|à partir d)
    (?:obtenez|téléchargez) outlook
    enviado (?:desde|do|a partir)\b
    obtener outlook
    inviato da(?:l|lla)?\b
    verzonden vanaf\b
    skickat från\b
    join zoom meeting{_ENDS}
    join (?:the|this) meeting (?:now|here){_ENDS}
    join (?:microsoft )?teams meeting{_ENDS}
    join with (?:google meet|a video conferencing device){_ENDS}
    join (?:on your computer|by phone{_ENDS}|by meeting number)
    click here to join
    microsoft teams (?:meeting|need help\?){_ENDS}
    google meet joining info
    (?:meeting|webinar|conference|(?:phone|video) conference) (?:id|number(?: \(access code\))?|url|link|password)\s*:
    passcode\s*:
    one tap mobile{_ENDS}
    dial(?: by your location|-?in by phone|-?in number){_ENDS}
    find (?:a|your) local number{_ENDS}
    or (?:dial:|call in \(audio)
    (?:video call link|more phone numbers)\s*:
    download (?:the )?teams(?: app)?{_ENDS}
    learn more\s*\|
    for organizers\s*:
    reset (?:dial-in )?pin{_ENDS}
    (?:tel:)?\+\d[\d ,#*()-]{{9,40}}(?:\s+[A-Z]\w+(?: \(.{{2,30}}\))?)?\s*$
    where\s*: (?:microsoft teams|zoom|google meet|https?:)
    (?:click here to |to )unsubscribe\b
    unsubscribe(?: (?:here|from (?:this|these) \w+))?{_ENDS}
    manage (?:your )?(?:subscriptions?|preferences|notifications?){_ENDS}
    update your (?:e-?mail )?preferences{_ENDS}
    you(?: are|['’]re) receiving this (?:e-?mail|message|newsletter)
    you received this (?:message|e-?mail) because
    (?:view|read) (?:this e-?mail |this message |it )?(?:in (?:your|a|the) (?:web )?browser|online){_ENDS}
    (?:having )?trouble viewing this
    please (?:consider|think of) the environment
    (?:this e-?mail (?:has been|was) )?(?:scanned (?:for viruses|by \w+ anti)|checked for viruses|virus-free)\b
    """
)
_INVITED = re.compile(r".{2,60} is inviting you to a scheduled\b", re.IGNORECASE)
_ABOUT_THE_MEETING = re.compile(r"(?:topic|time|when|where)\s*:", re.IGNORECASE)

_CAUTION = r"[\W_]{0,8}(?:[\w ]{3,30}[\W_]{1,6})?"
_OUTSIDE = "outside|an? (?:external|outside)|the outside|someone outside|a sender outside"
_FROM_OUTSIDE = _beginnings(
    rf"""
    [\W_]{{0,8}}(?:\w+[\W_]{{1,6}})?\[?external(?: (?:e-?mail|sender|message|mail))?\]?[\W_]*$
    {_CAUTION}this (?:e-?mail|message) (?:has )?(?:originated|came|comes|was sent|was received|is) from (?:{_OUTSIDE})
    {_CAUTION}you don['’]t often get e-?mail from
    {_CAUTION}(?:the )?sender (?:of this (?:e-?mail|message) )?is (?:external|outside|from outside|not verified)
    {_CAUTION}diese (?:e-?mail|nachricht) (?:kommt|stammt|wurde) von (?:außerhalb|extern)
    """
)
_WARNING_GOES_ON = phrases(
    "attachments?, recogni[sz]e, (?:content|it) is safe, suspicious, phishing, learn why, links, unless you, spoofed"
)

# Small print begins like this …
_SIGNS = r"[\W_]{0,6}"
_MAIL = "(?:e-?mail|message|communication|transmission|electronic (?:mail|message))"
_SMALL_PRINT = _beginnings(
    rf"""
    {_SIGNS}(?:confidentiality|privacy|legal|privilege) (?:notice|note|disclaimer|statement)
    {_SIGNS}disclaimer\b
    {_SIGNS}privileged (?:and|&|/) confidential
    {_SIGNS}(?:the|any|all) (?:information|contents?) (?:(?:contained|transmitted|included) )?\w{{2,4}} this {_MAIL}
    {_SIGNS}this {_MAIL}\b
    {_SIGNS}if you (?:are not|have received|received|are an unintended|believe you)
    {_SIGNS}any (?:unauthori[sz]ed|review|use|dissemination|disclosure|copying)
    {_SIGNS}diese (?:e-?mail|nachricht)\b
    {_SIGNS}(?:ce (?:message|courriel|courrier)|este (?:mensaje|correo|e-?mail))\b
    {_SIGNS}(?:questo messaggio|dit (?:bericht|e-?mail))\b
    """
)
# … and uses at least two of these words.
_LEGAL = phrases(
    r"""confidential(?:ity)?, privileged, intended (?:recipient|solely|only|for)[a-z]*, named (?:recipient|addressee)s?,
    addressees?, unauthori[sz]ed, disclosure, dissemination, distribution, prohibited, in error, by mistake, copying,
    notify the sender, viruses, liab(?:le|ility), legally, waive[a-z]*, registered (?:in|office), vertraulich[a-z]*,
    adressat[a-z]*, irrtümlich, absender, unbefugte[a-z]*, confidentiel[a-z]*, destinataire[a-z]*, erreur,
    confidencial[a-z]*, destinatario[a-z]*, error, riservat[a-z]*, vertrouwelijk[a-z]*, geadresseerde"""
)
_LONGEST = 4000
_SHORTEST = 8
"""A line of fewer characters is none of these."""


def without_boilerplate(lines: list[Span]) -> list[Span]:
    """The lines less those that a program or a company added; blank ones stay."""
    kept: list[Span] = []
    paragraph: list[Span] = []
    invited = False
    for line in lines:
        if line.text:
            paragraph.append(line)
            continue
        invited = _keep(paragraph, kept, invited)
        paragraph = []
        kept.append(line)
    _keep(paragraph, kept, invited)
    return kept


def _keep(paragraph: list[Span], kept: list[Span], invited: bool) -> bool:
    """Adds what is to stay of a paragraph to `kept`; returns whether an invitation to a meeting has begun."""
    warned = False
    for index, line in enumerate(paragraph):
        begins = line.text[:300]
        if len(begins) < _SHORTEST:
            kept.append(line)
            continue
        warned = bool(_FROM_OUTSIDE.match(begins)) or (warned and bool(_WARNING_GOES_ON.search(begins)))
        invited = invited or bool(_INVITED.match(begins))
        if _SMALL_PRINT.match(begins) and _is_legal(paragraph[index:]):
            break
        about_meeting = invited and (_INVITED.match(begins) or _ABOUT_THE_MEETING.match(begins))
        if not (warned or about_meeting or _BY_A_PROGRAM.match(begins)):
            kept.append(line)
    return invited


def _is_legal(lines: list[Span]) -> bool:
    text = " ".join(line.text[:_LONGEST] for line in lines[:40])[:_LONGEST]
    return len({match[0].lower() for match in _LEGAL.finditer(text)}) >= 2

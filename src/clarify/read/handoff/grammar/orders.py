"""The verbs of orders: which words may begin one, and whether one begins here."""

import re

from clarify.read.patterns import word_after, word_at, words

VERBS = words(
    """abandon abolish accelerate accept accommodate accompany accomplish acquire act activate adapt add address
    adhere adjust administer adopt advertise advise alert align allocate allow amend amplify analyse analyze announce
    answer anticipate apologise apologize apply appoint appraise approve archive arrange articulate ascertain ask
    assemble assert assess assign assist attach attend audit authorise authorize automate aim await backfill be bind
    book borrow brainstorm brief bring build buy calculate call cancel capitalise capture categorise categorize
    caution celebrate certify change characterise chase check choose circulate cite clarify classify clean clear clip
    close co-ordinate collaborate collate collect combine come commence comment commission communicate compare
    compete compile complain complete compose compute concentrate conclude condense conduct confer configure confirm
    congratulate connect consider consolidate constrain construct consult contact contain continue contrast
    contribute convene convert convey convince coordinate copy correct count cover create curb customise customize
    cut deactivate deal debug decide dedicate deduct defend defer define delegate delete deliver demonstrate deploy
    derive describe design detach detect determine develop devise devote diagnose dial differentiate dig disable
    discard disclose disconnect discontinue discourage discuss dismantle dismiss dispatch dispose disregard
    distribute diversify divert divide do document donate double-check download draft drain draw drop duplicate
    e-mail earmark edit educate elaborate elect eliminate email embed emphasise emphasize enable enact enclose
    encourage endorse enforce engage enhance enlist enrol enroll ensure enter entertain equip erase escalate
    establish estimate evaluate examine exclude execute expand expedite explain explore export expose extend extract
    facilitate familiarise familiarize fax fetch figure file fill finalise finalize find finish fix flag flatten
    focus fold follow forbid forecast format forward foster fulfil fulfill furnish gather generate get give go grab
    grasp greet handle hang haul have hear help hide highlight hire identify ignore illustrate implement impose
    impress improve inactivate include incorporate increase indicate inform initiate input inquire insert inspect
    inspire install instruct insure integrate intercept interpret intervene interview introduce inventory invest
    investigate invite invoice isolate issue itemise itemize join jot justify keep kick label laminate launch lead
    learn leave let liaise link list load lobby locate lodge log look loop loosen mail maintain make manage
    manufacture map mark maximise maximize mediate meet memorise mend mention merge message migrate minimise minimize
    mitigate mobilise mobilize model monitor mop motivate move mute narrow negotiate nominate notify obey observe
    obtain omit onboard open oppose optimise optimize order organise organize originate outline outsource overhaul
    override oversee paint paraphrase pay perform persuade phone photocopy pick ping plan plug point polish populate
    post postpone pour practise prepare present preserve prevent print prioritise prioritize probe proceed process
    procure produce promote proofread propose provide prune publish pull pursue push put qualify quantify quote raise
    re-send react read realise realize rearrange reassess reassign reassure rebook rebuild rebut recalculate recap
    receive recheck recognise recognize recommend reconcile reconfirm reconsider reconstruct reconvene record recover
    recruit recycle redact redeploy redesign redirect redistribute redline redo reduce refer refill refine reformat
    refresh refund refuse regenerate register rehearse reinforce reinstall reinstate reiterate reject relabel relate
    relaunch relay relocate rely remember remind remit remove rename renegotiate renew reopen repack repaint repair
    repay repeat rephrase replace replicate reply report repost reprint repurpose request reschedule research reseat
    resend reserve reset resolve respond restart restock restore restrict restructure resubmit resume retain retest
    rethink retire retrieve retry return retype reuse revamp reverse revert review revise revisit rework rewrite ring
    rinse rise roll rotate run safeguard sanitise sanitize save scan schedule scope scrap scrub search see seek
    segregate select sell send separate set settle shape share ship shoot shorten show shred shut sift sign simplify
    simulate sit sketch skip smooth solicit solve sort speak specify spell spend split stabilise stabilize staple
    start steer stick stitch stop store streamline strengthen submit subscribe substantiate substitute subtract
    suggest summarise summarize supply support suppress suspend swap sweep switch sync synthesise synthesize tabulate
    tackle tailor take talk teach telephone tell terminate test think throw tidy tie tighten touch track train
    transcribe transfer transform translate transmit trim troubleshoot try turn tweak type unblock undertake undo
    unify uninstall unload unlock unpack unplug unscrew unsubscribe update upgrade uphold upload urge use utilise
    utilize vacate vacuum validate vary ventilate verify visit waive walk warn wash watch weigh wipe withdraw
    withhold work wrap write"""
)
# Verbs that are as often nouns: at the beginning of a clause they are orders only with an object behind them.
_ALSO_NOUNS = words(
    """address aim shoot tackle target answer archive audit brief change check comment copy count cover cut deal
    design document draft estimate fax file focus forecast format have help input interview invoice issue label lead
    let link list log look mail make map mark message model move need offer order outline paint plan plug point post
    present print process quote record refund repair report reprint request research reset reverse review run
    schedule scope set share show sketch sort split start stop store supply support switch test track train transfer
    try tweak type update use visit walk wash watch work"""
)
_OBJECTS = words(
    """a an the this that these those my our your his her its their it them him me us all any some each every both
    one two three four five six seven eight nine ten another more up out in on into over through at with for down off
    around back together sure everyone everything something anything somebody someone what whether which how who
    where when if"""
)
WITH_OBJECT = words("be do get give go have let make put set take")
# An order even of a verb that no table knows: what may be its object follows (“overnight the forms”), and the word
# is none that stands before an object by itself, tells of what was, or of what the leader feels.
_HAS_OBJECT = re.compile(
    r"[^\W\d_]+\s+(?:(?:up|out|off|down|away|back|together)\s+(?:two|three|four|five|some|any|everyone)\b"
    r"|(?:(?:up|out|off|down|away|back|together)\s+)?(?:an?|the|this|that|these|those|my|our|your|his|her|its|their"
    r"|it|them|him|me|us|everything|everybody|each|every|all|both|another)\b)",
    re.IGNORECASE,
)
_BEFORE_OBJECTS = words(
    """a about above across after against ahead albeit all along alongside although am amid among and any apart are
    around as ask at atop avoid back be because been before behind being believe below beneath beside besides best bet
    better between beyond both bought brought built but by came can caught could dear despite did do does doubt down
    due during each either else enough even evening ever every everybody everyone except few figure folks for found
    friday fyi from gave given glad gonna good got gotta great guess guys had half happy has hate have he heard held
    hello hence her here hers hey hi his hope how however i if in inside into is it its just kept kinda lemme knew
    know last lately left less let like likely little lost love made many may maybe me mean meanwhile met might mine
    miss monday more morning most much must my near neither never next nice no none nor not now of off often ok okay
    on once one only onto or other our out outside over past per perhaps please plus possible put quite ran rather
    read reason regards said same sat saturday saw seen sent she shall should since so some somehow sometimes soon sorry
    spoke still stood such sunday suppose sure suspect team than thank that the their them then there these they
    think this those though thought through throughout thursday till to today together told tomorrow tonight too took
    top toward towards trust tuesday twice under underneath understand unless unlike until up upon us very via wanna
    want was we wednesday welcome well went were what whatever when whenever where whereas wherever whether which
    while who whom whose why will wish with within without won wonder worth would wrote yeah yes yesterday yet you
    your"""
)
_OF_DOING = words("start stop try keep")  # “start lining up …”
_QUOTED = re.compile(r"\w+\s+[\"“‘]\w")
_NO_ORDER = re.compile(r"(?:ed|ing|ly|[^s]s|tion|ness|'\w+)$")
# Behind these words the one before was a noun: “call earlier”, “review is on Monday”.
_FINITE = words(
    """earlier later yesterday is are was were has had will would can could should may might of looks seems works needs
    suits i we they he she and or s"""
)
_FILLER = re.compile(
    r"(?:[\s,]|(?:please|pls|plz|kindly|maybe|perhaps|possibly|just|also|then|quickly|um|uh|er|at least|you know|guys"
    r"|everyone|everybody|someone|all|now|first|both|go ahead and|try to|try and|remember to|be able to|start to)\b)*",
    re.IGNORECASE,
)


def orders(text: str, at: int) -> bool:
    """Whether a bare order begins here: a verb of the table that is not the subject of the clause."""
    word, following = word_at(text, at), word_after(text, at)
    if word not in VERBS:
        return bool(_HAS_OBJECT.match(text, at)) and _is_unknown_verb(text, at, word)
    if word in _ALSO_NOUNS:
        doing = word in _OF_DOING and following.endswith("ing")
        thing = following.lower() in _OBJECTS or following[:1].isupper() or following[:1].isdigit()
        return bool(thing or doing or _QUOTED.match(text, at))
    return following.lower() not in _FINITE


def _is_unknown_verb(text: str, at: int, word: str) -> bool:
    """Whether a word of no table may be a verb: long enough, no name in the middle of a sentence, no other kind."""
    named = text[at].isupper() == bool(at)  # a line in small letters may be the rest of the one before
    return len(word) > 2 and word.isalpha() and not (named or word in _BEFORE_OBJECTS or _NO_ORDER.search(word))


def filled(text: str, at: int) -> int:
    """Where what was begun at `at` goes on, behind filling words (“please”, “also”, “try to”)."""
    match = _FILLER.match(text, at)
    return match.end() if match else at

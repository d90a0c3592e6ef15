"""The verbs of orders: which words may begin one, and whether one begins here."""

import re

from clarify.handoff.patterns import word_after, word_at, words

VERBS = words(
    """accept act activate add address adjust advise align allocate amend analyse analyze announce answer apply approve
    archive arrange articulate ask assemble assess assign attach attend audit be book brainstorm brief bring build
    buy calculate call cancel capture change chase check choose circulate clarify clean clear close collate collect
    combine come comment compare compile complete conduct configure confirm connect consolidate consult contact
    convert coordinate copy correct count cover create cut deactivate deal debug decide define delete deliver deploy
    describe design determine develop dial dig discuss dispatch distribute do document double-check download draft
    draw drop e-mail edit email enclose ensure enter escalate establish estimate evaluate expand explain explore
    export extend extract fax fetch figure file fill finalise finalize find finish fix flag focus fold follow
    forecast format forward gather generate get give go grab handle have help highlight hire identify ignore
    implement improve inactivate include incorporate increase inform initiate input inquire insert inspect install
    insure interview introduce investigate invite invoice issue itemise itemize join keep kick label laminate launch
    lead learn leave let liaise link list load locate log look loop mail make manage map mark meet mend mention
    merge message model monitor move negotiate nominate notify obtain open order organise organize outline paint pay
    phone photocopy pick ping plan point polish post prepare present print prioritise prioritize process produce
    proofread propose provide publish pull push put quote raise re-send read rearrange reassign rebook rebuild
    recalculate recap recheck recommend reconcile reconvene record redact redesign redirect redline redo reduce
    refine reformat refund register rehearse relay remember remind remove rename renew repaint repair repeat replace
    replicate reply report reprint request reschedule research resend reserve reset resolve respond restart resubmit
    retest retrieve return retype reverse review revise revisit rework rewrite ring rise roll run save scan schedule
    scope search see segregate select sell send separate set settle shape share ship shorten show sign simplify
    sketch sort speak spell spend split staple start stick stop store streamline submit suggest summarise summarize
    supply support swap sweep switch sync synthesise synthesize tabulate take talk tell test think tidy tie touch
    track train transcribe transfer translate trim try turn tweak type unblock update upgrade upload use validate
    verify visit walk wash watch weigh work wrap write"""
)
# Verbs that are as often nouns: at the beginning of a clause they are orders only with an object behind them.
_ALSO_NOUNS = words(
    """address answer archive audit brief change check comment copy count cover cut deal design document draft estimate
    fax file focus forecast format have help input interview invoice issue label lead let link list log look mail
    make map mark message model move need order outline paint plan point post present print process quote record
    refund repair report reprint request research reset reverse review run schedule scope set share show sketch sort
    split start stop store supply support switch test track train transfer try tweak type update use visit walk wash
    watch work"""
)
_OBJECTS = words(
    """a an the this that these those my our your his her its their it them him me us all any some each every both
    one two three four five six seven eight nine ten another more up out in on into over through at with for down
    off around back together sure everyone everything somebody someone what whether which how who where when if"""
)
WITH_OBJECT = words("be do get give go have let make put set take")
# Behind these words the one before was a noun: “call earlier”, “review is on Monday”.
_FINITE = words(
    """earlier later yesterday is are was were has had will would can could should may might of looks seems i we they he
    she and or s"""
)
_FILLER = re.compile(
    r"(?:[\s,]|(?:please|pls|plz|kindly|maybe|perhaps|possibly|just|also|then|quickly|um|uh|er|at least|you know|guys"
    r"|all|now|first|both|go ahead and|try to|try and|remember to|be able to|start to)\b)*",
    re.IGNORECASE,
)


def orders(text: str, at: int) -> bool:
    """Whether a bare order begins here: a verb of the table that is not the subject of the clause."""
    word, following = word_at(text, at), word_after(text, at)
    if word not in VERBS:
        return False
    if word in _ALSO_NOUNS:
        return following.lower() in _OBJECTS or following[:1].isupper() or following[:1].isdigit()
    return following.lower() not in _FINITE


def filled(text: str, at: int) -> int:
    """Where what was begun at `at` goes on, behind filling words (“please”, “also”, “try to”)."""
    match = _FILLER.match(text, at)
    return match.end() if match else at

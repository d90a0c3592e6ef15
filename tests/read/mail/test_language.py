"""A message in another language is said to be one, and nothing is made up from it."""

import pytest
from conftest import Clarify

from clarify.read.mail.language import other_language_of

FOREIGN = [
    ("Bitte schick mir die Liste bis Freitag, ich brauche sie für den Termin mit dem Kunden.", "German"),
    ("Peux-tu me faire un point sur le dossier avant vendredi ? Merci, je suis dans le train.", "French"),
    ("¿Puedes mandarme el informe antes del viernes? Es para la reunión con los clientes.", "Spanish"),
    ("Puoi mandarmi la lista entro venerdì? È per la riunione con il cliente, grazie.", "Italian"),
    ("Você pode me mandar o relatório até sexta? É para a reunião com os clientes.", "Portuguese"),
    ("Kun je me de lijst sturen voor vrijdag? Het is voor de vergadering met de klant.", "Dutch"),
    ("Kan du skicka listan till mig innan fredag? Den är till mötet och vi har inte mycket tid.", "Swedish"),
    ("Czy możesz przysłać mi listę do piątku? To jest na spotkanie z klientem, dzięki.", "Polish"),
    ("Можешь прислать мне список до пятницы?", "Cyrillic letters"),
    ("金曜日までにリストを送ってください", "Japanese"),
]


@pytest.mark.parametrize(("text", "language"), FOREIGN)
def test_another_language_is_told(text: str, language: str) -> None:
    assert other_language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Please send the list to José in São Paulo by Friday.",
        "Can you ask Frau Müller about the Kindergarten? Danke!",
        "pls fwd de la Cruz contract to legal asap",
        "Slides to Hanna by Wed",
        "Per our call, the de facto lead is Inés. Draft a memo on the coup d'état clause.",
        "Die cast parts: order two hundred.",
        "",
        "12:30 / 14:00",
    ],
)
def test_english_with_foreign_words_is_english(text: str) -> None:
    assert other_language_of(text) is None


def test_check_says_so_and_finds_no_task(clarify: Clarify) -> None:
    """The leader and a date at most; the rest is asked."""
    result = clarify("check", "--json", stdin=f"{FOREIGN[0][0]}\n\nJonas\n")
    assert "seems to be in German" in result.err
    assert (result.json["tasks"], result.json["why"], result.json["leader"]) == ([], None, "Jonas")
    assert result.json["ask"] == ["deadline", "urgency", "vision", "why"]


def test_new_keeps_it_and_asks_everything(clarify: Clarify) -> None:
    made = clarify("new", "Send the list", "--from", "-", "--no-input", "--json", stdin=FOREIGN[1][0])
    assert "seems to be in French" in made.err
    assert made.json["handoff"] == FOREIGN[1][0]

"""The small shapes a page is made of."""

from avcareers.present.page import Span, joined, line, text_of


def test_a_line_is_built_from_texts_spans_and_lines() -> None:
    assert line("a", Span("b", "strong"), line("c")) == (Span("a"), Span("b", "strong"), Span("c"))


def test_lines_are_joined_between_and_not_around() -> None:
    assert text_of(joined([line("a"), line("b"), line("c")], "; ")) == "a; b; c"
    assert joined([]) == ()


def test_the_words_of_a_line_lose_only_their_weight() -> None:
    assert text_of(line("Frais : ", Span("[inconnus]", "unknown"))) == "Frais : [inconnus]"

"""Words of one family share pieces."""

from avcareers.text.features import features


def test_words_of_one_family_share_pieces() -> None:
    assert {"mon", "ont", "mont", " mon"} <= features("monteuse") & features("Montages")


def test_a_text_has_the_pieces_of_its_words_alone() -> None:
    assert features("chef monteur") == features("monteur") | features("Chef")


def test_a_stem_is_no_piece_of_a_word() -> None:
    assert "=mont" in features("monts")
    assert all(piece.startswith("=") or "=" not in piece for piece in features("a=mont"))


def test_a_text_without_letters_has_none() -> None:
    assert features("…") == set()

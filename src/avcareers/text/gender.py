"""Titles in both genders, without abridging either."""


def both_genders(masculine: str, feminine: str) -> str:
    """Write a title in both genders, saying what they share once.

    `Directeur de production`, `Directrice de production` → `Directeur / Directrice de
    production`; an epicene title stays as it is.
    """
    if masculine == feminine:
        return masculine
    his, hers = masculine.split(), feminine.split()
    shortest = min(len(his), len(hers)) - 1
    before = 0
    while before < shortest and his[before] == hers[before]:
        before += 1
    after = 0
    while after < shortest - before and his[-1 - after] == hers[-1 - after]:
        after += 1
    words = [*his[: len(his) - after], "/", *hers[before : len(hers) - after]]
    return " ".join([*words, *his[len(his) - after :]])

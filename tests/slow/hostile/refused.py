"""Data files that must be refused: what is wrong, where, and what is said of it.

Files are made from the small catalogue when they are used, so that a hundred megabytes are not
kept, and each differs from a good one by what is wrong with it and nothing else.
"""

from collections.abc import Callable
from typing import NamedTuple


class Bad(NamedTuple):
    """A file that must be refused."""

    name: str
    file: str
    make: Callable[[str], str | bytes | None]
    """From the text of the good file to the bad one; nothing to leave the file out."""
    place: str
    """File, line and column the message stands at."""
    says: str
    """Words of the message."""


def swapped(old: str, new: str) -> Callable[[str], str]:
    """Change one thing in a file."""

    def make(text: str) -> str:
        assert old in text, f"{old!r} is no longer in the small catalogue"
        return text.replace(old, new, 1)

    return make


def after(line: str, added: str) -> Callable[[str], str]:
    """Add lines after one."""
    return swapped(f"{line}\n", f"{line}\n{added}\n")


def whole(content: str | bytes) -> Callable[[str], str | bytes]:
    """Put something else in a file."""
    return lambda _: content


def ended(added: str) -> Callable[[str], str]:
    """Add something at the end of a file."""
    return lambda text: text + added


def _laughs() -> str:
    """Write the billion laughs: nine aliases of nine aliases, nine times."""
    levels = ["- slug: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    levels += [f"- slug: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, 10)]
    return "\n".join(levels) + "\n"


def _source(text: str) -> Callable[[str], str]:
    """Put a title in the first source, written as YAML."""
    return swapped("title: Convention imaginaire", f"title: {text}")


def _slug(text: str) -> Callable[[str], str]:
    """Put a key in the first source, written as YAML."""
    return swapped("slug: convention", f"slug: {text}")


def _day(text: str) -> Callable[[str], str]:
    return swapped("read_on: '2026-11-22'", f"read_on: {text}")


def _address(text: str) -> Callable[[str], str]:
    return swapped("url: https://cercle.example.org/guide", f"url: {text}")


def _years(text: str) -> Callable[[str], str]:
    return swapped("years: 3", f"years: {text}")


S, P, J, C = "sources.yaml", "places.yaml", "professions.yaml", "pay/3097.csv"
BAD_TEXT = (
    Bad("key given twice", S, after("  title: Convention imaginaire", "  title: Autre"), "sources.yaml:4:3", "must be given once"),
    Bad("key given twice in one line", S, ended("- {slug: a, slug: b}\n"), "sources.yaml:12:13", "must be given once"),
    Bad("billion laughs", S, whole(_laughs()), "sources.yaml:2:14", "aliases (*name) are not allowed"),
    Bad("alias", S, _source("&t Convention\n  publisher: *t"), "sources.yaml:4:14", "aliases (*name) are not allowed"),
    Bad("list that holds itself", S, whole("&a [*a]\n"), "sources.yaml:1:5", "aliases (*name) are not allowed"),
    Bad("alias of nothing", S, _source("*nowhere"), "sources.yaml:3:10", "found undefined alias"),
    Bad("merge key", S, _source("Guide\n  <<: {note: a}"), "sources.yaml:4:3", "is not a field of this record"),
    Bad("merge key of an alias", S, whole("- &a {slug: x}\n- <<: *a\n"), "sources.yaml:2:7", "aliases (*name) are not allowed"),
    Bad("python object", S, _source("!!python/object/apply:os.system ['touch owned']"), "sources.yaml:3:10", "must not have a tag"),
    Bad("python name", S, _source("!!python/name:os.system"), "sources.yaml:3:10", "must not have a tag"),
    Bad("tag of one's own", S, _source("!title Guide"), "sources.yaml:3:10", "must not have a tag"),
    Bad("tag that writes on the screen", S, _source("!<%1B[31m> Guide"), "sources.yaml:3:10", "must not have a tag"),
    Bad("binary", S, _source("!!binary R3VpZGU="), "sources.yaml:3:10", "must not have a tag"),
    Bad("nested lists", S, whole("[" * 100_000 + "]" * 100_000), "sources.yaml:1:32", "must not nest deeper"),
    Bad("nested lists never closed", S, whole("[" * 1_000_000), "sources.yaml:1:32", "must not nest deeper"),
    Bad("nested dashes", S, whole("- " * 100_000), "sources.yaml:1:63", "must not nest deeper"),
    Bad("nested fields", S, whole("".join(f"{' ' * n}a:\n" for n in range(500))), "sources.yaml:32:32", "must not nest deeper"),
    Bad("nested keys", S, whole("? " * 100_000), "sources.yaml:1:63", "must not nest deeper"),
    Bad("zero byte", S, _source("Gui\0de"), "sources.yaml:3:13", "must not hold the control character U+0000"),
    Bad("escape character", S, _source("Gui\x1b[31mde"), "sources.yaml:3:13", "must not hold the control character U+001B"),
    Bad("bell", S, ended("# \a\n"), "sources.yaml:12:3", "must not hold the control character U+0007"),
    Bad("delete", S, _source("Gui\x7fde"), "sources.yaml:3:13", "must not hold the control character U+007F"),
    Bad("CSI in one character", S, _source("Gui\x9b31mde"), "sources.yaml:3:13", "must not hold the control character U+009B"),
    Bad("escape character, escaped", S, _source(r'"Gui\e[31mde"'), "sources.yaml:3:10", "must not hold the control character U+001B"),
    Bad("zero byte, escaped", S, _source(r'"Gui\0de"'), "sources.yaml:3:10", "must not hold the control character U+0000"),
    Bad("escape character in a key", S, _source('Guide\n  "\\e[31mtitre": a'), "sources.yaml:4:3", "is not a field of this record"),
    Bad("line end in a key", S, _source('Guide\n  "titre\\nsources.yaml:1:1  forged": a'), "sources.yaml:4:3", "is not a field of this record"),
    Bad("carriage return, escaped", S, _source(r'"Gui\rde"'), "sources.yaml:3:10", "must not hold the control character U+000D"),
    Bad("line end", S, _source(r'"Gui\nde"'), "sources.yaml:3:10", "must not hold the control character U+000A"),
    Bad("tab", S, _source(r'"Gui\tde"'), "sources.yaml:3:10", "must not hold the control character U+0009"),
    Bad("next line", S, _source(r'"Gui\Nde"'), "sources.yaml:3:10", "must not hold the control character U+0085"),
    Bad("separator of lines", S, _source(r'"Gui\Lde"'), "sources.yaml:3:10", "must not hold the control character U+2028"),
    Bad("right-to-left override", S, _source("Gui\u202ede"), "sources.yaml:3:10", "must not hold the control character U+202E"),
    Bad("isolate of direction", S, _source("Gui\u2066de"), "sources.yaml:3:10", "must not hold the control character U+2066"),
    Bad("zero-width space", S, _source("Gui\u200bde"), "sources.yaml:3:10", "must not hold the control character U+200B"),
    Bad("zero-width joiner", S, _source("Gui\u200dde"), "sources.yaml:3:10", "must not hold the control character U+200D"),
    Bad("soft hyphen", S, _source("Gui\u00adde"), "sources.yaml:3:10", "must not hold the control character U+00AD"),
    Bad("mark of byte order inside", S, _source("Gui\ufeffde"), "sources.yaml:3:10", "must not hold the control character U+FEFF"),
    Bad("tag character", S, _source("Gui\U000e0041de"), "sources.yaml:3:10", "must not hold the control character U+E0041"),
    Bad("private character", S, _source("Gui\ue000de"), "sources.yaml:3:10", "must not hold the control character U+E000"),
    Bad("character nobody defined", S, _source("Gui\U0001fffede"), "sources.yaml:3:10", "must not hold the control character U+1FFFE"),
    Bad("letter drawn as nothing", S, _source("\u3164"), "sources.yaml:3:10", "must not hold the invisible character U+3164"),
    Bad("selector of a variant", S, _source("Gui\ufe0fde"), "sources.yaml:3:10", "must not hold the invisible character U+FE0F"),
    Bad("half of a character, escaped", S, _source(r'"Gui\ud800de"'), "sources.yaml:3:16", "is not YAML"),
    Bad("half of a character, in bytes", S, lambda text: text.encode().replace(b"Convention", b"\xed\xa0\x80"), "sources.yaml:3:10", "must be UTF-8 text, found byte 0xed"),
    Bad("accents apart", S, _source("E\u0301cole"), "sources.yaml:3:10", "must be written with composed accents"),
    Bad("only spaces", S, _source("' '"), "sources.yaml:3:10", "must not be empty"),
    Bad("no-break space at the end", S, _source('"Guide\u00a0"'), "sources.yaml:3:10", "must not begin or end with a space"),
    Bad("text of 3,000 characters", S, _source("x" * 3_000), "sources.yaml:3:10", "must hold at most 2000 characters"),
    Bad("scalar of 100 MB", S, _source("x" * 100_000_000), "sources.yaml:2:1", "must not be longer than 1048576 characters"),
    Bad("block of 100 MB", S, _source("|\n" + "    0123456789abcde\n" * 5_000_000), "sources.yaml:2:1", "must not be longer than 1048576 characters"),
    Bad("comment of 100 MB", S, lambda text: "#" * 100_000_000 + "\n" + text, "sources.yaml:1:1", "must not be longer than 1048576 characters"),
    Bad("1,000,000 records of nothing", S, whole("- \n" * 1_000_000), "sources.yaml:1:2", "must be a group of named fields"),
    Bad("50,000 empty records", S, whole("- {}\n" * 50_000), "sources.yaml:1:3", "must be given"),
    Bad("20,000 unknown fields", S, _source("Guide\n" + "\n".join(f"  titre{n}: a" for n in range(20_000))), "sources.yaml:4:3", "is not a field of this record"),
    Bad("20,000 duplicates", S, _source("Guide\n" + "  title: a\n" * 20_000), "sources.yaml:4:3", "must be given once"),
    Bad("20,000 aliases", S, whole("- &a b\n" + "- *a\n" * 20_000), "sources.yaml:2:3", "aliases (*name) are not allowed"),
    Bad("key of 100,000 characters", S, _source(f"Guide\n  ? {'x' * 100_000}\n  : a"), "sources.yaml:4:5", "is not a field of this record"),
    Bad("UTF-16", S, lambda text: text.encode("utf-16"), "sources.yaml:1:1", "must be UTF-8 text, found byte 0xff"),
    Bad("UTF-16 without its mark", S, lambda text: text.encode("utf-16-le"), "sources.yaml:1:2", "must not hold the control character U+0000"),
    Bad("UTF-32", S, lambda text: text.encode("utf-32"), "sources.yaml:1:1", "must be UTF-8 text, found byte 0xff"),
    Bad("Latin-1", P, lambda text: text.encode("latin-1"), "places.yaml:12:22", "must be UTF-8 text, found byte 0xf4"),
    Bad("a picture", S, whole(b"\x89PNG\r\n\x1a\n\0\0"), "sources.yaml:1:1", "must be UTF-8 text, found byte 0x89"),
    Bad("two documents", S, ended("---\n- slug: autre\n"), "sources.yaml:12:1", "is not YAML"),
    Bad("tab as indentation", S, swapped("  title: Convention", "\ttitle: Convention"), "sources.yaml:3:1", "is not YAML"),
    Bad("bracket never closed", S, _source("[Guide"), "sources.yaml:4:12", "is not YAML"),
    Bad("quote never closed", S, _source("'Guide"), "sources.yaml:5:13", "is not YAML"),
    Bad("file cut in a record", S, lambda text: text[: text.index("  publisher")], "sources.yaml:2:3", "must be given"),
    Bad("directive of another version", S, lambda text: "%YAML 3.0\n---\n" + text, "sources.yaml:1:1", "is not YAML"),
    Bad("JSON that ends early", S, whole('[{"slug": "a",'), "sources.yaml:1:15", "is not YAML"),
    Bad("HTML instead", S, whole("<!DOCTYPE html>\n<html><body>Page not found</body></html>\n"), "sources.yaml:1:1", "must be a list"),
    Bad("empty file", "places.yaml", whole(""), "schools.yaml:9:12", "must be the slug of a place"),
    Bad("only comments", "places.yaml", whole("# nothing\n# here\n"), "schools.yaml:9:12", "must be the slug of a place"),
    Bad("no file", S, lambda _: None, "sources.yaml", "must exist in"),
)  # fmt: skip
BAD_SHAPES = (
    Bad("one record, no list", S, whole("slug: a\n"), "sources.yaml:1:1", "must be a list"),
    Bad("a word", S, whole("sources\n"), "sources.yaml:1:1", "must be a list"),
    Bad("list of words", S, whole("- convention\n- guide\n"), "sources.yaml:1:3", "must be a group of named fields"),
    Bad("list of lists", S, whole("- - slug: a\n"), "sources.yaml:1:3", "must be a group of named fields"),
    Bad("number for a text", S, _source("2026"), "sources.yaml:3:10", "must be text, found 2026: put it in quotes"),
    Bad("truth for a text", S, _source("true"), "sources.yaml:3:10", "must be text, found True"),
    Bad("nothing for a text", S, _source(""), "sources.yaml:3:9", "must be text, found None"),
    Bad("list for a text", S, _source("[a, b]"), "sources.yaml:3:10", "must be text"),
    Bad("fields for a text", S, _source("{fr: a}"), "sources.yaml:3:10", "must be text"),
    Bad("text for a list", J, swapped("stages:\n  - tournage", "stages: tournage"), "professions.yaml:8:11", "must be a list"),
    Bad("fields for a list", J, swapped("stages:\n  - tournage", "stages: {a: b}"), "professions.yaml:8:11", "must be a list"),
    Bad("text for a number", P, swapped("lat: 48.39", "lat: '48.39'"), "places.yaml:6:8", "write digits without quotes"),
    Bad("not a number", P, swapped("lat: 48.39", "lat: .nan"), "places.yaml:6:8", "must be a number"),
    Bad("infinity", P, swapped("lat: 48.39", "lat: .inf"), "places.yaml:6:8", "must be a number"),
    Bad("hexadecimal", P, swapped("population: 139619", "population: 0x1F"), "places.yaml:8:15", "must be a whole number"),
    Bad("octal", P, swapped("population: 139619", "population: 0o17"), "places.yaml:8:15", "must be a whole number"),
    Bad("sexagesimal", P, swapped("population: 139619", "population: 12:30"), "places.yaml:8:15", "must be a whole number"),
    Bad("number with underscores", P, swapped("population: 139619", "population: 139_619"), "places.yaml:8:15", "must be a whole number"),
    Bad("exponent", P, swapped("lat: 48.39", "lat: 4e1"), "places.yaml:6:8", "must be a number"),
    Bad("number of 1,000 digits", P, swapped("population: 139619", "population: " + "9" * 1_000), "places.yaml:8:15", "must be a whole number"),
    Bad("negative count", P, swapped("population: 139619", "population: -1"), "places.yaml:8:15", "must be at least 0"),
    Bad("latitude past the pole", P, swapped("lat: 48.39", "lat: 90.01"), "places.yaml:6:8", "must be at most 90"),
    Bad("a thousand million years", "schools.yaml", _years("1000000000"), "schools.yaml:28:12", "must be at most 10"),
    Bad("no years", "schools.yaml", _years("0"), "schools.yaml:28:12", "must be more than 0"),
    Bad("fees of 18 digits", "schools.yaml", swapped("high: 700", f"high: {'7' * 18}"), "schools.yaml:31:13", "must be at most 1000000,"),
    Bad("fees that cross", "schools.yaml", swapped("high: 700", "high: 1"), "schools.yaml:30:7", "must not exceed"),
    Bad("year 0", S, _day("'0000-01-01'"), "sources.yaml:5:12", "must be a day of the calendar"),
    Bad("year 1", S, _day("'0001-01-01'"), "sources.yaml:5:12", "must lie between 1895 and 2100"),
    Bad("year 9999", S, _day("'9999-12-31'"), "sources.yaml:5:12", "must lie between 1895 and 2100"),
    Bad("year 10000", S, _day("'10000-01-01'"), "sources.yaml:5:12", "must be a day of the calendar"),
    Bad("30 February", S, _day("'2026-02-30'"), "sources.yaml:5:12", "must be a day of the calendar"),
    Bad("29 February of a common year", S, _day("2026-02-29"), "sources.yaml:5:12", "must be a day of the calendar"),
    Bad("day without hyphens", S, _day("'20261122'"), "sources.yaml:5:12", "must be a day of the calendar"),
    Bad("day of a week", S, _day("2026-W47-1"), "sources.yaml:5:12", "must be a day of the calendar"),
    Bad("day in other digits", S, _day("'２０２６-11-22'"), "sources.yaml:5:12", "must be a day of the calendar"),
    Bad("time of day", S, _day("2026-11-22T10:00:00"), "sources.yaml:5:12", "must be a day of the calendar"),
    Bad("months 13", "topics.yaml", swapped("dead_since: 2016-08", "dead_since: 2016-13"), "topics.yaml:31:17", "must be a day, a month or a year"),
    Bad("script for an address", S, _address("javascript:alert(1)"), "sources.yaml:9:8", "must be a web address"),
    Bad("data for an address", S, _address("data:text/html,<script>alert(1)</script>"), "sources.yaml:9:8", "must be a web address"),
    Bad("file for an address", S, _address("file:///etc/passwd"), "sources.yaml:9:8", "must be a web address"),
    Bad("address of nowhere", S, _address("https://"), "sources.yaml:9:8", "must be a web address"),
    Bad("address of one's own machine", S, _address("http://localhost/"), "sources.yaml:9:8", "must be a web address"),
    Bad("address with a user name", S, _address("https://www.legifrance.gouv.fr@example.org/"), "sources.yaml:9:8", "must be an address without a user name"),
    Bad("address with a backslash", S, _address(r"https://example.org\@cnc.fr/"), "sources.yaml:9:8", "must be an address without backslashes"),
    Bad("address with a space", S, _address("https://example.org/a b"), "sources.yaml:9:8", "must be an address without spaces"),
    Bad("port that is none", S, _address("https://example.org:99999/"), "sources.yaml:9:8", "must be a web address"),
    Bad("key that goes up", S, _slug("../x"), "sources.yaml:2:9", "must be lower-case ascii words"),
    Bad("key from the root", S, _slug("/etc/passwd"), "sources.yaml:2:9", "must be lower-case ascii words"),
    Bad("key with a slash", S, _slug("a/b"), "sources.yaml:2:9", "must be lower-case ascii words"),
    Bad("key with a backslash", S, _slug(r"a\b"), "sources.yaml:2:9", "must be lower-case ascii words"),
    Bad("key with a full stop", S, _slug("con.txt"), "sources.yaml:2:9", "must be lower-case ascii words"),
    Bad("key with an accent", S, _slug("clé"), "sources.yaml:2:9", "must be lower-case ascii words"),
    Bad("key in Cyrillic that looks Latin", S, _slug("соnvention"), "sources.yaml:2:9", "must be lower-case ascii words"),
    Bad("key in wide letters", S, _slug("ｃonvention"), "sources.yaml:2:9", "must be lower-case ascii words"),
    Bad("key with an end of line", S, _slug('"convention\\n"'), "sources.yaml:2:9", "must be lower-case ascii words"),
    Bad("empty key", S, _slug("''"), "sources.yaml:2:9", "must be lower-case ascii words"),
    Bad("key like an option", S, _slug("--help"), "sources.yaml:2:9", "must be lower-case ascii words"),
    Bad("key of 1,000 characters", S, _slug("a" * 1_000), "sources.yaml:2:9", "must hold at most 100 characters"),
    Bad("key twice", S, _slug("guide"), "sources.yaml:6:9", "must be the slug of one source"),
    Bad("own former key", J, swapped("monteur-image", "monteur"), "professions.yaml:55:9", "must be the slug of one profession"),
    Bad("former key of another", J, swapped("monteur-image", "cadreur"), "professions.yaml:55:9", "must be the slug of one profession"),
    Bad("reference to nothing", J, swapped("department: image", "department: imag"), "professions.yaml:7:15", "did you mean image?"),
    Bad("10,000 references to nothing", J, swapped("works_with:\n  - cadreur", "works_with:\n" + "\n".join(f"  - cadreu{n}" for n in range(10_000))), "professions.yaml:93:5", "must be the slug of a profession"),
    Bad("choice that is none", J, swapped("level: head", "level: boss"), "professions.yaml:68:10", "must be one of"),
    Bad("department of a thousand letters", P, swapped("department: '29'", f"department: '{'9' * 1_000}'"), "places.yaml:4:15", "must look like"),
)  # fmt: skip
HEADER = "grid,function,basis,amount_eur\n"
LINE = "grille-2024,Monteur,semaine-39h,1500.50\n"
BAD_TABLES = (
    Bad("empty table", C, whole(""), "pay/3097.csv:1:1", "must begin with grid,function,basis,amount_eur"),
    Bad("table without a header", C, whole(LINE), "pay/3097.csv:1:1", "must begin with grid,function,basis,amount_eur"),
    Bad("semicolons", C, lambda text: text.replace(",", ";"), "pay/3097.csv:1:1", "must begin with grid,function,basis,amount_eur"),
    Bad("too few cells", C, ended("grille-2024,Monteur\n"), "pay/3097.csv:4:1", "must hold 4 cells, found 2"),
    Bad("too many cells", C, ended("grille-2024,a,semaine-39h,1,2\n"), "pay/3097.csv:4:1", "must hold 4 cells, found 5"),
    Bad("line without cells", C, ended("\n"), "pay/3097.csv:4:1", "must hold 4 cells, found 0"),
    Bad("1,000,000 lines without cells", C, ended("\n" * 1_000_000), "pay/3097.csv:4:1", "must hold 4 cells, found 0"),
    Bad("quote never closed in a table", C, ended('grille-2024,"Mont'), "pay/3097.csv:4:1", "is not CSV"),
    Bad("quote inside a cell", C, ended('grille-2024,"Mont"eur,semaine-39h,1\n'), "pay/3097.csv:4:1", "is not CSV"),
    Bad("cell of 100 MB", C, ended(f"grille-2024,{'x' * 100_000_000},semaine-39h,1\n"), "pay/3097.csv:4:1", "is not CSV"),
    Bad("cell of 3,000 characters", C, ended(f"grille-2024,{'x' * 3_000},semaine-39h,1\n"), "pay/3097.csv:4:2", "must hold at most 2000 characters"),
    Bad("cell over two lines", C, ended('grille-2024,"a\nb",semaine-39h,1\n'), "pay/3097.csv:4:2", "must not hold the control character U+000A"),
    Bad("escape character in a cell", C, ended("grille-2024,a\x1b[31mb,semaine-39h,1\n"), "pay/3097.csv:4:2", "must not hold the control character U+001B"),
    Bad("zero byte in a cell", C, ended("grille-2024,a\0b,semaine-39h,1\n"), "pay/3097.csv:4:2", "must not hold the control character U+0000"),
    Bad("override in a cell", C, ended("grille-2024,a\u202eb,semaine-39h,1\n"), "pay/3097.csv:4:2", "must not hold the control character U+202E"),
    Bad("formula for an amount", C, ended("grille-2024,a,semaine-39h,=1+1\n"), "pay/3097.csv:4:4", "must be a number"),
    Bad("comma in an amount", C, ended('grille-2024,a,semaine-39h,"1,5"\n'), "pay/3097.csv:4:4", "must be a number"),
    Bad("exponent for an amount", C, ended("grille-2024,a,semaine-39h,1e400\n"), "pay/3097.csv:4:4", "must be a number"),
    Bad("amount past a million", C, ended("grille-2024,a,semaine-39h,1000001\n"), "pay/3097.csv:4:4", "must be at most 1000000,"),
    Bad("NaN for an amount", C, ended("grille-2024,a,semaine-39h,nan\n"), "pay/3097.csv:4:4", "must be a number"),
    Bad("amount of 50 digits", C, ended(f"grille-2024,a,semaine-39h,{'9' * 50}\n"), "pay/3097.csv:4:4", "must be a number"),
    Bad("nothing for an amount", C, ended("grille-2024,a,semaine-39h,\n"), "pay/3097.csv:4:4", "must be a number"),
    Bad("negative amount", C, ended("grille-2024,a,semaine-39h,-1\n"), "pay/3097.csv:4:4", "must be more than 0"),
    Bad("amount in other digits", C, ended("grille-2024,a,semaine-39h,١٢\n"), "pay/3097.csv:4:4", "must be a number"),
    Bad("floor given twice", C, ended(LINE), "pay/3097.csv:4:1", "must be given once"),
    Bad("grid of nowhere", C, ended("grille-2025,a,semaine-39h,1\n"), "pay/3097.csv:4:1", "did you mean grille-2024?"),
    Bad("basis of nowhere", C, ended("grille-2024,a,semaine,1\n"), "pay/3097.csv:4:3", "must be the slug of a basis"),
    Bad("UTF-16 table", C, lambda text: text.encode("utf-16"), "pay/3097.csv:1:1", "must be UTF-8 text, found byte 0xff"),
    Bad("Latin-1 table", C, lambda text: (text + LINE.replace("Mon", "é")).encode("latin-1"), "pay/3097.csv:4:13", "must be UTF-8 text, found byte 0xe9"),
)  # fmt: skip

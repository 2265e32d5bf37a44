"""What people say who like doing something, or working somewhere, in the words of school and leisure.

The lists of what one may like and of conditions are closed, so their words are here, not in the data.
"""

from avcareers.model.vocabulary import Activity

LIKINGS: dict[Activity, tuple[str, ...]] = {
    "draw": (
        "j'aime dessiner", "je dessine tout le temps, dessin, crayon, peinture, arts plastiques",
        "I like drawing", "I draw and paint, art class, sketching",
    ),
    "picture": (
        "j'aime la photo, la vidéo, les belles images", "filmer et monter des vidéos",
        "I like photography and video", "filming and cutting videos, images",
    ),
    "listen": (
        "j'aime la musique et le son", "avoir de l'oreille, écouter",
        "I like music and sound", "a good ear, listening",
    ),
    "write": (
        "j'aime écrire, lire, raconter des histoires", "être bon en français, littérature, rédaction",
        "I like writing, reading, telling stories", "good at languages, literature",
    ),
    "research": (
        "je suis curieuse, j'aime chercher et comprendre", "enquêter, l'histoire, les archives, lire",
        "I am curious and like finding things out", "investigating, history, archives, reading",
    ),
    "build": (
        "travailler de mes mains, un métier manuel", "j'aime bricoler, fabriquer, l'atelier",
        "working with my hands, manual work", "I like making things, DIY, crafts, workshop",
    ),
    "dress": (
        "j'aime la mode, la couture, la beauté", "coudre, coiffer, maquiller",
        "I like fashion, sewing, beauty", "sew, hair, makeup",
    ),
    "repair": (
        "j'aime la technique, le matériel, l'électronique", "bricoler, brancher, réparer des appareils",
        "I like technical things, gear, electronics", "fixing and plugging in equipment, tinkering",
    ),
    "program": (
        "je suis fort en maths, en sciences et en informatique", "coder, l'ordinateur, les logiciels",
        "I am good at maths, science and computing", "coding, computers, software",
    ),
    "organise": (
        "j'aime organiser, prévoir, planifier", "gérer un planning, téléphoner, faire des listes",
        "I like organising and planning ahead", "schedules, phone calls, to-do lists, well organised",
    ),
    "negotiate": (
        "j'aime convaincre, négocier, le commerce", "vendre, discuter, avoir un réseau",
        "I like persuading, negotiating, business", "selling, talking people round, networking",
    ),
    "count": (
        "j'aime les chiffres, la gestion, la comptabilité", "être à l'aise avec les nombres, l'économie",
        "I like numbers, budgets, accounting", "good with figures, economics",
    ),
    "lead": (
        "j'aime diriger, décider, mener une équipe", "être chef, prendre des responsabilités",
        "I like leading, deciding, running a team", "being the boss, taking charge",
    ),
    "care": (
        "j'aime le contact, aider les gens, m'occuper des autres", "accueillir, rendre service",
        "I like helping people, looking after others", "being with people, welcoming them",
    ),
    "perform": (
        "j'aime jouer, le théâtre, être sur scène", "parler en public, passer à l'écran",
        "I like acting, theatre, being on stage", "speaking in public, being on screen",
    ),
}  # fmt: skip
"""By what one likes to do."""

PLACES: dict[str, tuple[str, ...]] = {
    "outdoors": (
        "travailler dehors, en plein air, pas dans un bureau",
        "work outdoors, outside in the open air, not in an office",
    ),
}
"""By working condition."""
BEGINNING = "débuter commencer débutant débutante begin beginner start starting"
"""Words of who begins, which the jobs one begins with answer."""

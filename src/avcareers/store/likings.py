"""What people say who like doing something, or working somewhere, in the words of school and leisure.

The lists of what one may like, of conditions and of departments are closed, so their words are here, not
in the data.
"""

LIKINGS: dict[str, tuple[str, ...]] = {
    "draw": (
        "j'aime dessiner, je dessine tout le temps, crayon, peinture, arts plastiques, croquis",
        "fan de mangas, de bd, de dessin animé, je fais du graphisme, de l'illustration",
        "I like drawing and painting, art class, sketching, doodling", "comics, manga, cartoons, illustration",
    ),
    "picture": (
        "j'aime la photo, la vidéo, les belles images, les couleurs et la lumière",
        "filmer et monter des vidéos, faire des montages sur mon téléphone ou mon ordi",
        "I like photography and video, colours and light, a good eye",
        "filming and cutting videos, taking pictures, images",
    ),
    "listen": (
        "j'aime la musique et le son, je suis musicien, j'ai l'oreille fine, écouter",
        "jouer d'un instrument, chanter, guitare, piano, batterie, enregistrer des bruits, mixer, dj",
        "I like music and sound, I am a musician, a good ear, listening",
        "playing an instrument, singing, guitar, piano, drums, recording noises, mixing",
    ),
    "write": (
        "j'aime écrire, lire, raconter et inventer des histoires, de l'imagination",
        "être bon en français, littérature, rédaction, poésie, romans, fan de livres",
        "I like writing, reading, making up and telling stories, imagination",
        "good at languages, literature, English, essays, poems, novels, books",
    ),
    "research": (
        "je suis curieuse et je pose des questions, j'aime chercher et comprendre, fouiller",
        "enquêter, l'histoire, les archives, lire, la recherche, les documentaires",
        "I am curious and ask questions, I like finding things out, digging",
        "investigating, history, archives, reading, documentaries",
    ),
    "build": (
        "travailler de mes mains, un métier manuel et concret, je suis manuelle, bosser avec ses mains",
        "j'aime bricoler, fabriquer, construire, l'atelier, le bois, menuisier, charpentière, maçon, bricoleur",
        "working with my hands, manual work, handy with tools, woodwork, a carpenter",
        "I like making and building things, DIY, crafts, workshop, hands-on",
    ),
    "dress": (
        "j'aime la mode, la couture, la beauté, les vêtements, le stylisme, les fringues",
        "coudre, coiffer, maquiller, coiffeuse, esthéticienne, couturier",
        "I like fashion, sewing, beauty, clothes, styling", "sew, hair, makeup, a hairdresser, a beautician",
    ),
    "repair": (
        "j'aime la technique, le matériel, l'électronique, la mécanique, je suis technicien",
        "bricoler, brancher, démonter, réparer des appareils, des machines, électricien, mécano",
        "I like technical things, gear, electronics, mechanics, a technician, an electrician",
        "fixing and plugging in equipment, taking machines apart, tinkering",
    ),
    "program": (
        "je suis fort en maths, en physique, en sciences et en informatique, matheux, geek",
        "coder, programmer, l'ordinateur, l'ordi, les logiciels, développeuse, ingénieur",
        "I am good at maths, physics, science and computing, a geek, a nerd",
        "coding, programming, computers, software, a developer, an engineer",
    ),
    "organise": (
        "j'aime organiser, prévoir, planifier, je suis carrée, rigoureux, méthodique, ordonnée",
        "gérer un planning, téléphoner, faire des listes, débrouillard, organiser des fêtes, secrétaire",
        "I like organising and planning ahead, I am tidy, reliable, methodical",
        "schedules, phone calls, to-do lists, well organised, planning parties and trips",
    ),
    "negotiate": (
        "j'aime convaincre, négocier, le commerce, le business, l'argent, la tchatche, le culot",
        "vendre, discuter, avoir un réseau, commerciale, entrepreneur",
        "I like persuading, negotiating, business, arguing, deals",
        "selling, talking people round, networking, sales, an entrepreneur",
    ),
    "count": (
        "j'aime les chiffres, la gestion, la comptabilité, calculer, comptable",
        "être à l'aise avec les nombres, l'économie, les tableaux, excel",
        "I like numbers, budgets, accounting, an accountant",
        "good with figures, economics, spreadsheets, adding up",
    ),
    "lead": (
        "j'aime diriger, décider, commander, mener une équipe, une âme de chef, de leader",
        "être chef, le patron, prendre des responsabilités, encadrer, manager",
        "I like leading, deciding, giving orders, running a team, a leader",
        "being the boss, bossing people around, taking charge, responsibility, managing",
    ),
    "care": (
        "j'aime le contact, aider les gens, m'occuper des autres, à l'écoute, empathie",
        "accueillir, rendre service, le social, travailler avec les enfants, les gosses, infirmière, animatrice",
        "I like helping people, looking after others, a people person, kind, listening",
        "being with people, welcoming them, working with children, kids, a nurse, a carer",
    ),
    "perform": (
        "j'aime jouer, le théâtre, être sur scène, faire rire, imiter, danser, chanter",
        "parler en public, passer à la télé, à l'écran, être connue, devenir célèbre, star, à l'aise à l'oral",
        "I like acting, theatre, being on stage, making people laugh, dancing, impressions",
        "speaking in public, being on screen, on TV, famous, a star, drama club",
    ),
}  # fmt: skip
"""By activity: what one likes to do."""

PLACES: dict[str, tuple[str, ...]] = {
    "outdoors": (
        "travailler dehors, en plein air, dans la nature, pas dans un bureau, prendre l'air",
        "work outdoors, outside in the open air, in nature, not in an office, no desk job",
    ),
    "travel": (
        "voyager, bouger, partir à l'étranger, voir du pays, découvrir le monde",
        "travelling, seeing the world, going abroad, always on the move",
    ),
    "physical_load": (
        "un travail physique, sportif, costaud, porter, se dépenser, ne pas rester assise",
        "physical work, sporty, strong, lifting, not sitting all day",
    ),
}
"""By working condition."""
DEPARTMENTS: dict[str, tuple[str, ...]] = {
    "animation": (
        "fan d'animation, de mangas, de jeux vidéo, de 3d, gamer",
        "animation fan, anime, video games, gaming, gamer, 3d",
    ),
    "vfx": (
        "fan de jeux vidéo, de 3d, de science-fiction, geek, sur mon ordi toute la journée",
        "video games, gaming, 3d, science fiction, special effects on a computer, geek",
    ),
    "info-radio": (
        "suivre l'actualité, les infos, la radio, la politique, débattre, poser des questions",
        "following the news, current affairs, radio, politics, debating, asking questions",
    ),
    "plateau-direct": (
        "la télé, le direct, l'adrénaline, les coulisses des émissions, les concerts, le sport à la télé",
        "television, live shows, adrenaline, behind the scenes, concerts, sport on TV",
    ),
    "exploitation": (
        "parler de films, partager ma passion des films, cinéphile, critiquer",
        "talking about films, sharing my love of movies, a film buff, reviews",
    ),
    "decor": (
        "la déco, l'architecture, les meubles, chiner, les maquettes, brocante",
        "interior design, architecture, furniture, flea markets, models",
    ),
    "voix": (
        "les langues, l'anglais, traduire, le japonais, être bilingue, les voix",
        "languages, translating, being bilingual, voices",
    ),
    "postproduction": (
        "derrière un ordinateur au calme, seul, patiente, timide, minutieux, monter des vidéos",
        "quiet work alone at a computer, patient, shy, careful, an eye for detail, editing videos",
    ),
    "effets-cascades": (
        "le sport, les sensations fortes, l'action, le feu, les explosions, les voitures",
        "sport, thrills, action films, fire, explosions, cars, no fear",
    ),
    "communication": (
        "les réseaux sociaux, tiktok, instagram, parler aux gens, bavarde, la tchatche, le contact",
        "social media, tiktok, instagram, talking to people, chatty, outgoing",
    ),
    "gestion": (
        "le droit, la gestion, la compta, les contrats, travailler dans un bureau",
        "law, accounting, contracts, office work",
    ),
    "electro-machinerie": (
        "électricien, mécano, du concret, travailler en équipe, la technique, pas fait pour l'école",
        "an electrician, a mechanic, hands-on, teamwork, technical, not made for school",
    ),
}
"""By department: what those like who feel at home in it."""
TASTES: dict[str, tuple[str, ...]] = {**LIKINGS, **PLACES, **DEPARTMENTS}
"""By all of these: the first half of the phrases is in French."""
BEGINNING = "débuter commencer débutant débutante begin beginner start starting"
"""Words of who begins, which the jobs one begins with answer."""
